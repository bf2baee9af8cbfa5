import type { Explanations } from "./explanations";

/** The explanations in English. */
export const explanations: Explanations = {
  optimizers: {
    sgd: "Steps against the gradient, by the learning rate times the gradient. In a narrow valley one rate must serve a steep and a flat direction: on a quadratic it diverges above 2 divided by the largest curvature, and below that the flat direction is slow.",
    momentum:
      "Adds up past gradients, each fading by the factor μ at every step, and steps along the sum. Where gradients agree it gathers speed, up to 1/(1 − μ) times; where they alternate they cancel. It also coasts past minima and swings back.",
    nesterov:
      "Momentum that looks ahead: the gradient counts as if it were taken where the momentum is about to carry the parameters, so it brakes earlier before a turn. On smooth convex losses its error falls like 1/t², that of gradient descent like 1/t.",
    adagrad:
      "Divides each coordinate's step by the root of the sum of all its squared gradients. Coordinates whose gradients are small or rare get larger rates. As the sum only grows, the rates only fall, at last to almost nothing.",
    adadelta:
      "Like RMSprop, but it multiplies by the typical size of its own recent steps instead of a rate, so that a step has the unit of the parameters. It starts very carefully, since there are no steps yet to go by.",
    rmsprop:
      "Divides each coordinate's step by the root of a fading mean of its squared gradients, so that steep and flat coordinates step by similar amounts. Unlike AdaGrad it forgets, and so it does not slow to a halt; at a constant rate it does not settle either.",
    "rmsprop-centered":
      "RMSprop that divides by the spread of recent gradients about their mean instead of their size. Where gradients hardly change the spread is small, and the steps become large.",
    adam: "Combines momentum with RMSprop: the fading mean of the gradients, divided by the root of the fading mean of their squares. Both means start at 0, for which it corrects. While gradients agree, each coordinate steps by about the learning rate.",
    amsgrad:
      "Adam that divides by the largest v so far, so that a coordinate's rate cannot grow again. It mends cases in which Adam does not converge even on convex losses; in practice the two often differ little.",
    adamw:
      "Adam with weight decay beside the gradient instead of in it: each step also shrinks the parameters by a fixed share. With an L2 penalty inside Adam the pull is divided by the root of v too, so parameters with large gradients are decayed less.",
    adamax:
      "Adam with the largest recent gradient, slowly fading, in place of the root of the mean square. A single large gradient is remembered longer, and small ones between do not blur it.",
    nadam:
      "Adam with Nesterov's look ahead: the gradient just seen already has its part in the momentum that the next step will use.",
    radam:
      "Adam that waits. In the first steps v rests on few gradients and is unreliable, so it steps like momentum alone; then the scaling by v sets in, with a factor that grows to 1. This acts as a warm-up of the learning rate.",
    rprop:
      "Uses only the sign of the gradient. Each coordinate has a step size of its own, which grows while the sign stays and shrinks when it turns. Made for full batches: from one mini-batch to the next signs turn by chance.",
    lion: "Moves every coordinate by exactly the learning rate, along the sign of a mix of the mean gradient and the present one. As steps do not become smaller near a minimum, it needs a smaller rate than Adam and a schedule to settle.",
    "schedule-free":
      "Walks with Adam-like steps z, takes gradients at a point between z and the mean of all z, and gives that mean as its result. Averaging does what a falling learning rate would do, without having to know when training ends.",
  },
  surfaces: {
    ravine:
      "A quadratic bowl, κ times more curved across than along. This condition number decides how slow gradient descent is: the steep direction limits the rate, the flat one needs many steps. Turned, the valley no longer lies along an axis.",
    rosenbrock:
      "A curved valley with a nearly flat floor. The valley is found at once; following its bend to the minimum at (1, 1) takes long, as the gradient points across it almost everywhere.",
    booth:
      "A quadratic bowl that lies aslant, nine times more curved across than along, with its minimum at (1, 3). Almost every optimizer arrives; what differs is the way.",
    beale:
      "Flat in the middle, with cliffs at the corners and one minimum at (3, 0.5). Gradients differ a thousandfold, so a rate that is safe on the cliffs is slow on the plain.",
    "goldstein-price":
      "Its values reach from 3 to about a million, with several local minima beside the global one at (0, −1). Gradients of thousands force gradient descent to a tiny rate; rules that divide by the gradient's size do not mind.",
    saddle:
      "A saddle between two minima: at the origin the gradient vanishes, but in one direction it goes downhill on both sides. A start close to the ridge shows how soon a rule leaves.",
    "monkey-saddle":
      "Three valleys and three ridges meet in one point, one valley for each leg and one for the tail. There the curvature vanishes too, so leaving takes longer than at an ordinary saddle.",
    plateau:
      "One hollow in a wide plain that hardly slopes. Far from the hollow the gradient is tiny, and a step in proportion to it is tiny too.",
    himmelblau:
      "Four minima, all equally deep, with saddles between them. Which one is reached depends on the start, the rule and the rate.",
    "two-wells":
      "A deep and a poor well in one bowl. From one start, rules with and without memory can end in different wells.",
    "three-hump-camel":
      "Three minima in a row, the global one at the origin in the middle, the others a little higher. From most starts a local one is nearer.",
    "six-hump-camel":
      "Six minima, two of them global. In the valleys between the humps small differences in the step decide where a run ends.",
    branin:
      "A bent valley with three minima of equal value, about 0.398. Which of them is reached is decided early.",
    mccormick:
      "Ripples on a trough that slopes: one minimum after the other, each lower than the last along the trough. The marked one is the lowest in the usual window.",
    "styblinski-tang":
      "Four minima, one in each quadrant, the deepest where both coordinates are −2.9. Low ridges part them, over which momentum can carry a run.",
    rastrigin:
      "A bowl covered with a regular grid of dips, each a local minimum. A rule that only goes downhill stays in the first.",
    ackley:
      "A rippled plain with a sharp funnel in the middle. The gradient stays large down to the minimum, so a constant rate keeps jumping over it.",
    "levy-13":
      "A bowl whose ripples grow away from the minimum at (1, 1), with many local minima. Hardly two rules end in the same one.",
    easom:
      "A plain with one narrow dip. Away from it the gradient is all but zero, and nothing tells which way to go.",
    "noisy-line":
      "The slope x and the intercept y of a line through points; the loss is half the mean squared residual. Each gradient sees only a mini-batch of the points, so it is right only on average.",
  },
  concepts: {
    parameters: {
      title: "Parameters",
      text: "The numbers that are learned, together written θ. On a surface there are two, x and y; in a network there are thousands: all its weights and biases.",
    },
    weights: {
      title: "Weights and biases",
      text: "A unit multiplies each of its inputs by a weight, adds the products up and adds its bias. A weight says how much an input counts and with which sign; a bias shifts where the unit becomes active.",
    },
    layers: {
      title: "Neurons and layers",
      text: "A neuron, or unit, forms a weighted sum of its inputs and passes it through an activation function. Neurons side by side form a layer whose outputs are the next layer's inputs; those between the image and the ten outputs are hidden layers.",
    },
    loss: {
      title: "Loss",
      text: "One number that says how wrong the parameters are; training tries to make it small. On a surface it is the height f(x, y), for a network the cross-entropy between what it predicts and the true digit, averaged over images.",
    },
    gradient: {
      title: "Gradient",
      text: "The vector of the loss's partial derivatives, one for each parameter. It points in the direction of steepest ascent, so optimizers move against it; its length says how steep it is, and at a minimum it is zero.",
    },
    learningRate: {
      title: "Learning rate",
      text: "By how much the gradient, or what a rule makes of it, is scaled to give a step. Too small, and it takes for ever; too large, and it jumps over the valley or diverges.",
    },
    momentum: {
      title: "Momentum",
      text: "The share of the last step's velocity that is kept. At 0.9 about the last ten gradients have a say: steady directions grow faster, back-and-forth cancels, and a minimum may be overshot.",
    },
    adaptiveRates: {
      title: "Adaptive rates",
      text: "A learning rate for each coordinate, from the size of its past gradients: large where they were small, small where they were large. This helps where scales differ along the axes; it cannot undo a valley that lies aslant.",
    },
    schedule: {
      title: "Schedule",
      text: "A learning rate that changes with the step. Large rates cover ground at first; falling ones let the run settle where gradients are noisy. A warm-up starts small, while a rule's memory is still empty.",
    },
    gradientClipping: {
      title: "Gradient clipping",
      text: "Limits the gradient before it is used, so that one cliff does not throw the run far away. By norm the whole vector is shortened and keeps its direction; by value each coordinate is cut by itself, which may turn it.",
    },
    weightClipping: {
      title: "Weight clipping",
      text: "After each step every parameter is cut back to a largest absolute value. It bounds what a network can express; it was used to keep the critic of a Wasserstein GAN from becoming too steep.",
    },
    regularisation: {
      title: "Regularisation",
      text: "Whatever keeps a model from learning its training data by heart. An L2 penalty adds λ/2 times the squared length of the parameters to the loss, an L1 penalty λ times the sum of their absolute values, which drives many of them to exactly 0.",
    },
    weightDecay: {
      title: "Weight decay",
      text: "At each step the parameters shrink by a small share. For plain gradient descent this is the same as an L2 penalty; for rules that rescale gradients it is not, which is why it is applied beside the gradient there (decoupled).",
    },
    dropout: {
      title: "Dropout",
      text: "At each training step a random share of the hidden units is left out, and the others are scaled up to make up for it. No unit can rely on another being there, which reduces overfitting. When accuracy is measured, all units take part.",
    },
    batch: {
      title: "Batch",
      text: "The images whose mean gradient makes one step. A larger batch gives a less noisy gradient at more work a step: the noise falls with the square root of the batch.",
    },
    epoch: {
      title: "Epoch",
      text: "One pass through all training images, each used once, in an order drawn anew. With 60,000 images and batches of 32 an epoch has 1,875 steps.",
    },
    noise: {
      title: "Noise",
      text: "A random number added to each coordinate of each gradient, with this standard deviation: like the chance in mini-batches. All runs see the same noise, so that the comparison is fair.",
    },
    acceleration: {
      title: "Hardware and software acceleration",
      text: "Hardware: a graphics card computes thousands of products at once; WebGPU gives web pages access to it, in 32-bit numbers. Software: WebAssembly and generated JavaScript run on the processor close to its full speed. Which is faster depends on the size of the task: small ones do not fill a graphics card.",
    },
  },
};
