import { describe, expect, test } from "vitest";
import { parseProgram } from "../formula/parse";
import { scopeOf } from "../formula/scope";
import { toClosure } from "../formula/emit/evaluate";
import { modifiers } from "../modifiers/index";
import { networks } from "../networks/index";
import { settings, type Setting } from "../networks/settings";
import { optimizers } from "../optimizers/index";
import { conventionsOf, formulationOf, type Convention, type Optimizer } from "../optimizers/optimizer";
import { schedules } from "../schedules/index";
import type { Schedule } from "../schedules/schedule";
import { surfaces } from "../surfaces/index";
import { appliesTo, type SettingName } from "./changed-settings";
import { pythonCode } from "./python-code";
import type { ExperimentSpec, NetworkSpec, RunSpec, SurfaceSpec } from "./spec";
import { customSpec, networkSpec, surfaceSpec } from "./usual-spec";

const frameworks = ["pytorch", "keras"] as const;

const formulations = Object.entries<Optimizer>(optimizers).flatMap(([id, optimizer]) =>
  conventionsOf(optimizer).map((convention) => ({ id, convention, ...formulationOf(optimizer, convention) })),
);

describe.each(frameworks)("%s", (framework) => {
  const codeOf = (spec: ExperimentSpec) => pythonCode(spec, 0, framework);

  describe.each(formulations)("$id@$convention", ({ id, convention, hyperparameters }) => {
    // Numbers unlike any default.
    const numbers = Object.fromEntries(
      Object.keys(hyperparameters).map((name, i) => [name, 0.1701 + i / 100]),
    );
    const spec = on("rosenbrock", { optimizer: id, convention, hyperparameters: numbers });
    const values = Object.values(numbers);

    test("holds all its numbers and reads no name that it does not define", () => {
      for (const each of [spec, { ...networkSpec("mnist-mlp"), runs: spec.runs }]) {
        const code = codeOf(each);
        expectWellFormed(code);
        for (const value of values) expect(code).toMatch(new RegExp(`[=( ]${value}[,)\\s]`));
      }
    });

    test("with everything around it, too", () => {
      for (const schedule of Object.keys(schedules)) {
        const around = Object.fromEntries(Object.keys(modifiers).map((name, i) => [name, 0.2903 + i / 100]));
        const code = codeOf(
          on("ravine", {
            ...{ optimizer: id, convention, hyperparameters: { ...numbers, ...around } },
            schedule: { id: schedule, parameters: {} },
          }),
        );
        expectWellFormed(code);
        expect(code).toContain("class Rule(");
        for (const value of [...values, ...Object.values(around)]) expect(code).toContain(`=${value}`);
        for (const name of Object.keys(schedules[schedule as keyof typeof schedules].parameters))
          expect(code).toContain(`schedule_${name}=`);
      }
    });
  });

  test.each(Object.keys(surfaces))("%s is written out with its parameters, and runs from its start", (id) => {
    const code = codeOf(surfaceSpec(id));
    expectWellFormed(code);
    expect(code).toContain("def loss(x, y");
    expect(code).toContain(`for _ in range(${surfaceSpec(id).steps}):`);
  });

  test("noise and mini-batches are left out, and the code says so", () => {
    const of = (spec: SurfaceSpec) => codeOf({ ...spec, noise: 0.25 });
    expect(of(surfaceSpec("ravine"))).toMatch(/# The page adds seeded noise of standard deviation 0.25/);
    expect(codeOf(surfaceSpec("ravine"))).not.toMatch(/noise/);
    expect(of(surfaceSpec("noisy-line"))).toMatch(/# The page sees 4 of 20 points/);
  });

  test("a name of Python's or of the class's gets a mark, and never two names the same", () => {
    const update = [
      "lambda = g * is + keras + torch + math + ops + each",
      "state = state + lambda; state_ = state_ + state; group = 0.5 * group + parameter",
      "theta = theta - lr * (variable + nonlocal + params + minimum) * state_ * group",
    ].join("\n");
    const code = codeOf(own("hostile", update));
    expectWellFormed(code);
    expect(code).toMatch(/^ +state_ = state_ \+ lambda_$/m);
    expect(code).toMatch(/^ +state__ = state__ \+ state_$/m);
  });

  test("what is said of a rule cannot end its docstring", () => {
    const code = codeOf(own('"""\nimport os\n\\', "theta = theta - lr * g"));
    expectWellFormed(code);
    expect(code).not.toMatch(/^\s*import os/m);
    expect(code).not.toContain('""""');
  });

  test("a visitor's surface is written from what was read, not as it was typed", () => {
    const code = codeOf({
      ...customSpec("x^2 # print(1)\n + in_ * y + 1e-8 + (3)"),
      runs: [run({ optimizer: "sgd" })],
    });
    expectWellFormed(code);
    expect(code).not.toContain("print(1)");
    expect(code).toContain("x**2 + in__ * y + 1e-8 + 3");
    for (const flat of ["3", "kappa", "y"])
      expectWellFormed(codeOf({ ...customSpec(flat), runs: [run({ optimizer: "sgd" })] }));
  });

  test.each(Object.keys(networks))("%s is built and trained as its spec says, whatever is set", (id) => {
    const spec = networkSpec(id);
    const usual = codeOf(spec);
    for (const [name, setting] of Object.entries<Setting<unknown>>(settings)) {
      if (!appliesTo(name as SettingName, networks[id as keyof typeof networks])) continue;
      for (const value of valuesOf(setting)) {
        const code = codeOf({ ...spec, [name]: value });
        expectWellFormed(code);
        expect(code === usual, `${name} ${String(value)}`).toBe(value === setting.value);
      }
    }
  });

  test("whatever a rule needs of the training around it is there", () => {
    const reading = codeOf(onNetwork({ optimizer: "schedule-free", schedule: schedule("plateau") }));
    expectWellFormed(reading);
    expect(reading).toMatch(/optimizer\.(step\(value\.item\(\)\)|loss_t\.assign\(loss\()/);
    expect(reading).toMatch(/for \w+, iterate in zip\(.*optimizer\.iterate\(\)\):/);
    // Of few images some come twice in a batch.
    expect(codeOf({ ...onNetwork({}), images: 100, batch: 250, epochs: 3 })).toMatch(
      /for i in range\(3\):\n {4}if i % 1 == 0:\n.*(100\)\.repeat\(3\)|100\), 250\))\n.*\[:250\]/,
    );
  });

  test("a run that is not there is refused", () => {
    expect(() => pythonCode(surfaceSpec("ravine"), 2, framework)).toThrow("unknown run: 2");
  });
});

describe("the framework's own optimizer is called", () => {
  test("where it has the very rule", () => {
    const native = frameworks.map((framework) =>
      formulations
        .filter(({ id, convention }) => isNative(on("ravine", { optimizer: id, convention }), framework))
        .map(({ id, convention }) => (convention === framework ? id : `${id}@${convention}`)),
    );
    expect(native).toEqual([
      [
        ...["sgd", "momentum", "nesterov", "adagrad", "adadelta", "rmsprop", "rmsprop-centered", "adam"],
        ...["amsgrad", "adamw", "adamax", "nadam", "radam", "rprop"],
      ],
      [
        ...["momentum", "nesterov", "adagrad", "adadelta", "rmsprop", "rmsprop-centered", "adam", "adamw"],
        ...["adamax", "nadam", "lion"],
      ],
    ]);
  });

  const cases: [asked: Partial<RunSpec>, torch: RegExp | null, keras: RegExp | null][] = [
    [{ optimizer: "momentum", hyperparameters: { momentum: 0 } }, /momentum=0\.0, dampening=0\.0\)/, null],
    [{ optimizer: "momentum", hyperparameters: { momentum: 0, dampening: 0.5 } }, null, null],
    [{ optimizer: "nesterov", hyperparameters: { momentum: 0 } }, null, null],
    [{ ...keras("nesterov"), hyperparameters: { momentum: 0 } }, null, /momentum=0\.0, nesterov=True\)/],
    [{ ...keras("lion"), hyperparameters: { beta1: 0 } }, null, null],
    [{ optimizer: "adam", hyperparameters: { l2: 1 } }, /eps=1e-8, weight_decay=1\.0\)/, null],
    [{ optimizer: "adamw", hyperparameters: { l2: 1 } }, null, null],
    [{ optimizer: "adam", hyperparameters: { l2: 1, clip: 2 } }, null, null],
    [{ optimizer: "adam", hyperparameters: { clip: 2 } }, /clip_grad_value_\(parameters, 2\.0\)/, null],
    [{ optimizer: "adam", hyperparameters: { clipNorm: 2 } }, /gradient \*= 2\.0 \/ max\(norm, 2\.0\)/, null],
    [{ optimizer: "adam", hyperparameters: { decay: 1 } }, null, null],
    [{ ...keras("adam"), hyperparameters: { decay: 1, clip: 2 } }, null, /weight_decay=1\.0|clipvalue=2\.0/],
    [{ ...keras("adam"), hyperparameters: { clipNorm: 3 } }, null, /epsilon=1e-7, global_clipnorm=3\.0\)/],
    [{ ...keras("adam"), hyperparameters: { clipNorm: 3, clip: 2 } }, null, null],
    [{ ...keras("adamw"), hyperparameters: { decay: 1 } }, null, null],
    [{ ...keras("adam"), hyperparameters: { l2: 1 } }, null, null],
    [{ optimizer: "adam", hyperparameters: { clipWeights: 2 } }, null, null],
    [{ optimizer: "adam", schedule: schedule("cosine") }, /LambdaLR\(optimizer, multiplier\)/, null],
    [{ ...keras("adam"), schedule: schedule("one-cycle") }, null, /learning_rate=Rate\(\)/],
    [{ optimizer: "adam", schedule: schedule("plateau") }, null, null],
    // Its first steps are as long as the rate that was set, not as the scheduled one.
    [{ optimizer: "rprop", schedule: schedule("warm-up") }, null, null],
  ];
  test.each(cases)("or does what is around it by itself: %j", (asked, ...expected) => {
    frameworks.forEach((framework, i) => {
      const spec = on("ravine", asked);
      const code = pythonCode(spec, 0, framework);
      expectWellFormed(code);
      expect(isNative(spec, framework)).toBe(expected[i] !== null);
      if (expected[i]) expect(code).toMatch(expected[i]);
    });
  });

  test("with its schedule as a factor of the rate, as every schedule of t alone is", () => {
    for (const { rate, initial, parameters } of Object.values<Schedule>(schedules)) {
      if (initial) continue;
      const program = parseProgram(rate);
      const { locals } = scopeOf(program);
      const rateAt = (lr: number, t: number) => {
        const known = Object.entries(parameters).map(([name, { value }]) => [name, value] as const);
        const all = new Map<string, number>([...known, ["lr", lr], ["t", t], ["steps", 50]]);
        for (const name of locals) all.set(name, 0);
        for (const { target, value } of program)
          all.set(target, toClosure(value, [...all.keys()])([...all.values()]));
        return all.get("lr_t")!;
      };
      for (const t of [1, 7, 30, 50]) expect(rateAt(8, t)).toBeCloseTo(8 * rateAt(1, t), 12);
    }
  });
});

test("a rule reads as one would have written it", () => {
  const spec = on("ravine", { ...keras("rmsprop"), hyperparameters: { l2: 0.1, clipNorm: 2 } });
  expect(pythonCode({ ...spec, surface: "booth", start: [-8, 7] }, 0, "pytorch")).toMatchInlineSnapshot(`
    "# Booth from (-8, 7), 100 steps in float64; needs PyTorch 2.6 or later.
    import torch


    def loss(x, y):
        return (x + 2 * y - 7)**2 + (2 * x + y - 5)**2


    class Rule(torch.optim.Optimizer):
        """RMSprop, in Keras's convention. Tieleman & Hinton 2012, Coursera lecture
        6.5; Graves 2013, arXiv:1308.0850. Around it: L2 penalty, clip by norm.
        """

        def __init__(
            self, parameters, lr=0.001, rho=0.9, momentum=0.0, eps=1e-7, l2=0.1,
            clipNorm=2.0
        ):
            super().__init__(parameters, dict(
                lr=lr, rho=rho, momentum=momentum, eps=eps, l2=l2, clipNorm=clipNorm
            ))

        @torch.no_grad()
        def step(self):
            [group] = self.param_groups
            lr = group["lr"]
            rho = group["rho"]
            momentum = group["momentum"]
            eps = group["eps"]
            l2 = group["l2"]
            clipNorm = group["clipNorm"]
            parameters = [each for each in group["params"] if each.grad is not None]
            gradients = []
            for parameter in parameters:
                theta, g = parameter, parameter.grad
                g = g + l2 * theta
                gradients.append(g)
            g_norm = torch.cat([each.flatten() for each in gradients]).norm().item()
            for parameter, g in zip(parameters, gradients):
                theta = parameter
                state = self.state[parameter]
                if not state:
                    state.update(s=torch.zeros_like(theta), b=torch.zeros_like(theta))
                s = state["s"]
                b = state["b"]
                g = g * clipNorm / max(g_norm, clipNorm)
                s = rho * s + (1 - rho) * g**2
                b = momentum * b + lr * g / torch.sqrt(s + eps)
                theta = theta - b
                parameter.copy_(theta)
                state.update(s=s, b=b)


    theta = torch.tensor([-8.0, 7.0], dtype=torch.float64, requires_grad=True)
    parameters = [theta]
    optimizer = Rule(parameters)
    for _ in range(100):
        value = loss(*theta)
        optimizer.zero_grad()
        value.backward()
        optimizer.step()
    x, y = theta.detach()
    print(float(x), float(y), float(loss(x, y)))
    "
  `);
});

test("a schedule is beside a call as it would be pasted", () => {
  const spec = {
    ...networkSpec("mnist-mlp"),
    runs: [run({ ...keras("adam"), schedule: schedule("cosine") })],
  };
  expect(pythonCode(spec, 0, "keras")).toMatchInlineSnapshot(`
    "# MNIST, multilayer perceptron, hidden layers of 10, 10, mini-batches of 32, 10 epochs,
    # as the page trains it but for its random numbers.
    import math

    import keras
    import numpy
    from keras import ops


    class Rate(keras.optimizers.schedules.LearningRateSchedule):
        """Cosine. Loshchilov & Hutter 2017, arXiv:1608.03983."""

        def __call__(self, iteration, lr=0.001, last=0.0, steps=18750.0):
            t = ops.cast(iteration, keras.config.floatx()) + 1
            return (
                lr * (last + (1 - last) * (1 + ops.cos(math.pi * (t - 1) / steps)) / 2)
            )


    keras.utils.set_random_seed(1)
    train, test = keras.datasets.mnist.load_data()
    images, labels = train

    model = keras.Sequential([
        keras.Input((28, 28, 1)),
        keras.layers.Rescaling(1 / 255),
        keras.layers.Flatten(),
        keras.layers.Dense(10, activation="relu", kernel_initializer="glorot_uniform"),
        keras.layers.Dense(10, activation="relu", kernel_initializer="glorot_uniform"),
        keras.layers.Dense(10, kernel_initializer="glorot_uniform"),
    ])
    # Adam, in Keras's convention. Kingma & Ba 2015, arXiv:1412.6980. Schedule: cosine.
    optimizer = keras.optimizers.Adam(learning_rate=Rate(), beta_1=0.9, beta_2=0.999, epsilon=1e-7)

    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=optimizer, loss=loss, metrics=["accuracy"])
    for i in range(18750):
        if i % 1875 == 0:
            order = numpy.random.permutation(60000)
        batch = order[i % 1875 * 32:][:32]
        inputs, targets = images[batch, :, :, None], labels[batch]
        model.train_on_batch(inputs, targets)

    images, labels = test
    print(model.evaluate(images[:, :, :, None], labels, verbose=0))
    "
  `);
});

test("a network is written layer by layer, with all that is done to its images", () => {
  const spec: NetworkSpec = {
    ...onNetwork({ optimizer: "momentum" }),
    ...{ hidden: [32, 16], activation: "tanh", init: "he", dropout: 0.2, standardise: true },
    ...{ images: 1000, labelNoise: 0.1, shift: 2, rotate: 10, fgsm: 0.1, seed: 7 },
  };
  expect(pythonCode(spec, 0, "pytorch")).toMatchInlineSnapshot(`
    "# MNIST, multilayer perceptron, hidden layers of 32, 16, mini-batches of 32, 10 epochs,
    # as the page trains it but for its random numbers.
    # Needs torchvision for the images.
    import torch
    import torchvision


    def read(train):
        """Images with pixels from 0 to 1, and their labels."""
        data = torchvision.datasets.MNIST("data", train=train, download=True)
        return data.data.unsqueeze(1) / 255, data.targets


    def standardised(images):
        """Pixels of mean 0 and deviation 1 over the training set."""
        return (images - 0.1307) / 0.3081


    def augmented(images, shift=2, rotate=10.0):
        """Each turned by up to so many degrees, and moved by up to so many pixels."""
        count, middle = len(images), (images.shape[-1] - 1) / 2
        angle = torch.deg2rad((2 * torch.rand(count) - 1) * rotate)
        c, s = torch.cos(angle), torch.sin(angle)
        x, y = torch.randint(-shift, shift + 1, (2, count)) / middle
        rows = torch.stack([c, s, -c * x - s * y, -s, c, s * x - c * y], 1)
        grid = torch.nn.functional.affine_grid(
            rows.view(count, 2, 3), images.shape, align_corners=True
        )
        return torch.nn.functional.grid_sample(images, grid, align_corners=True)


    def accuracy(images, labels):
        with torch.no_grad():
            return (model(standardised(images)).argmax(1) == labels).float().mean().item()


    torch.manual_seed(7)
    images, labels = read(train=True)
    images, labels = images[:1000], labels[:1000]
    noisy = torch.rand(len(labels)) < 0.1
    labels[noisy] = torch.randint(10, (int(noisy.sum()),))

    model = torch.nn.Sequential(
        torch.nn.Flatten(),
        torch.nn.Linear(784, 32),
        torch.nn.Tanh(),
        torch.nn.Dropout(0.2),
        torch.nn.Linear(32, 16),
        torch.nn.Tanh(),
        torch.nn.Dropout(0.2),
        torch.nn.Linear(16, 10),
    )
    for layer in model:
        if isinstance(layer, (torch.nn.Linear, torch.nn.Conv2d)):
            torch.nn.init.kaiming_uniform_(layer.weight, nonlinearity="relu")
            torch.nn.init.zeros_(layer.bias)
    parameters = list(model.parameters())
    # Momentum, in PyTorch's convention. Polyak 1964, doi:10.1016/0041-5553(64)90137-5.
    optimizer = torch.optim.SGD(parameters, lr=0.01, momentum=0.9, dampening=0.0)

    loss = torch.nn.CrossEntropyLoss()
    for i in range(310):
        if i % 31 == 0:
            order = torch.randperm(1000)
        batch = order[i % 31 * 32:][:32]
        value = loss(model(standardised(augmented(images[batch]))), labels[batch])
        optimizer.zero_grad()
        value.backward()
        optimizer.step()

    model.eval()
    images, labels = read(train=False)
    print(accuracy(images, labels))
    # Each pixel moved in the direction that raises the loss (FGSM).
    images, labels = images[:1000].clone().requires_grad_(), labels[:1000]
    loss(model(standardised(images)), labels).backward()
    print(accuracy((images + 0.1 * images.grad.sign()).clamp(0, 1), labels))
    "
  `);
});

test("convolutions are written with their filters", () => {
  const spec: NetworkSpec = {
    ...networkSpec("mnist-cnn"),
    ...{ runs: [run(keras("adam"))], dropout: 0.5, shift: 2, fgsm: 0.1, steps: 500 },
  };
  expect(pythonCode(spec, 0, "keras")).toMatchInlineSnapshot(`
    "# MNIST, convolutional, mini-batches of 32, 1 epoch, as the page trains it but for its
    # random numbers.
    import keras
    import numpy


    keras.utils.set_random_seed(1)
    train, test = keras.datasets.mnist.load_data()
    images, labels = train

    model = keras.Sequential([
        keras.Input((28, 28, 1)),
        # By any part of a pixel; the page moves by whole ones.
        keras.layers.RandomTranslation(2 / 28, 2 / 28, fill_mode="constant"),
        keras.layers.Rescaling(1 / 255),
        keras.layers.Conv2D(8, 5, activation="relu", kernel_initializer="glorot_uniform"),
        keras.layers.MaxPooling2D(2),
        keras.layers.Conv2D(16, 5, activation="relu", kernel_initializer="glorot_uniform"),
        keras.layers.MaxPooling2D(2),
        keras.layers.Flatten(),
        keras.layers.Dropout(0.5),
        keras.layers.Dense(10, kernel_initializer="glorot_uniform"),
    ])
    # Adam, in Keras's convention. Kingma & Ba 2015, arXiv:1412.6980.
    optimizer = keras.optimizers.Adam(learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-7)

    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=optimizer, loss=loss, metrics=["accuracy"])
    for i in range(500):
        if i % 1875 == 0:
            order = numpy.random.permutation(60000)
        batch = order[i % 1875 * 32:][:32]
        inputs, targets = images[batch, :, :, None], labels[batch]
        model.train_on_batch(inputs, targets)

    images, labels = test
    print(model.evaluate(images[:, :, :, None], labels, verbose=0))
    # The page also tests with each pixel moved by 0.1 against the run (FGSM); this does
    # not: Keras differentiates otherwise on each backend.
    "
  `);
});

test("what a rule reports is asked of the optimizer", () => {
  const spec = on("booth", { optimizer: "schedule-free" });
  expect(pythonCode(spec, 0, "keras")).toMatchInlineSnapshot(`
    "# Booth from (-8, 7), 100 steps in float64; Keras 3 on any backend.
    # On JAX, float64 also needs the environment variable JAX_ENABLE_X64=1.
    import keras
    from keras import ops


    def loss(x, y):
        return (x + 2 * y - 7)**2 + (2 * x + y - 5)**2


    def gradient(x, y):
        # Derived: Keras differentiates otherwise on each backend.
        return ops.stack([
            2 * (x + 2 * y - 7) + 4 * (2 * x + y - 5),
            4 * (x + 2 * y - 7) + 2 * (2 * x + y - 5)
        ])


    class Rule(keras.optimizers.Optimizer):
        """Schedule-Free, in PyTorch's convention. Defazio et al. 2024,
        arXiv:2405.15682.
        """

        def __init__(self, lr=0.0025, beta1=0.9, beta2=0.999, eps=1e-8):
            super().__init__(learning_rate=lr)
            self.values = [beta1, beta2, eps]

        def build(self, variables):
            super().build(variables)
            self.state = [self.first(each) for each in variables]

        def first(self, theta):
            """What is remembered of a variable before the first step."""
            shape, dtype = theta.shape, theta.dtype
            return {
                "v": self.add_variable(shape, dtype=dtype),
                "z": self.add_variable(shape, lambda shape, dtype: ops.copy(theta), dtype=dtype),
                "x": self.add_variable(shape, lambda shape, dtype: ops.copy(theta), dtype=dtype),
            }

        def update_step(self, g, variable, learning_rate):
            [beta1, beta2, eps] = self.values
            lr = ops.cast(learning_rate, variable.dtype)
            t = ops.cast(self.iterations + 1, variable.dtype)
            theta = ops.copy(variable)
            state = self.state[self._get_variable_index(variable)]
            v = ops.copy(state["v"])
            z = ops.copy(state["z"])
            x = ops.copy(state["x"])
            v = beta2 * v + (1 - beta2) * g**2
            v_hat = v / (1 - beta2**t)
            z = z - lr * g / (ops.sqrt(v_hat) + eps)
            x = x + (z - x) / t
            theta = (1 - beta1) * z + beta1 * x
            self.assign(variable, theta)
            self.assign(state["v"], v)
            self.assign(state["z"], z)
            self.assign(state["x"], x)

        def iterate(self):
            """x, which is the result; gradients are taken elsewhere."""
            return [ops.copy(state["x"]) for state in self.state]


    keras.config.set_floatx("float64")
    theta = keras.Variable([-8.0, 7.0], dtype="float64")
    optimizer = Rule()
    optimizer.build([theta])
    for _ in range(100):
        optimizer.apply([gradient(theta[0], theta[1])], [theta])
    x, y = optimizer.iterate()[0][0], optimizer.iterate()[0][1]
    print(float(x), float(y), float(loss(x, y)))
    "
  `);
});

function run(asked: Partial<RunSpec>): RunSpec {
  return { optimizer: "adam", convention: "pytorch", hyperparameters: {}, number: 1, ...asked };
}

function on(surface: string, asked: Partial<RunSpec>): SurfaceSpec {
  return { ...surfaceSpec(surface), runs: [run(asked)] };
}

function onNetwork(asked: Partial<RunSpec>): NetworkSpec {
  return { ...networkSpec("mnist-mlp"), runs: [run(asked)] };
}

/** A usual and other values of a setting. */
function valuesOf(setting: Setting<unknown>): unknown[] {
  switch (setting.kind) {
    case "choice":
      return [...setting.choices];
    case "number":
      return [setting.value, setting.isWhole ? Math.ceil(setting.range[1] / 7) : setting.range[1] / 7];
    case "switch":
      return [false, true];
  }
}

function own(name: string, update: string): SurfaceSpec {
  return { ...on("ravine", { optimizer: name }), rules: [{ name, update }] };
}

function keras(optimizer: string) {
  return { optimizer, convention: "keras" as Convention };
}

function schedule(id: string) {
  return { id, parameters: {} };
}

function isNative(spec: ExperimentSpec, framework: (typeof frameworks)[number]): boolean {
  const code = pythonCode(spec, 0, framework);
  const isCall = / = (torch\.optim|keras\.optimizers)\.\w+\(/.test(code);
  expect(isCall).toBe(!code.includes("class Rule("));
  return isCall;
}

/** Fails where brackets, indentation or names are not as Python needs them. */
function expectWellFormed(code: string) {
  const lines = logicalLines(code);
  const unknown = new Set<string>();
  const isIn = (scope: ReadonlySet<string>, name: string) => scope.has(name) || given.has(name);
  let before = { indent: 0, text: "" };
  let scope = new Set<string>();
  const everywhere = new Set(
    lines.filter(({ indent }) => indent === 0).flatMap(({ text }) => assignedIn(text)),
  );
  for (const { indent, text } of lines) {
    expect(indent % 4, text).toBe(0);
    if (before.text.endsWith(":")) expect(indent, text).toBe(before.indent + 4);
    else expect(indent, text).toBeLessThanOrEqual(before.indent);
    before = { indent, text };
    if (text.startsWith("def ")) scope = new Set();
    const own = assignedIn(text);
    const isBefore = /^(def|for|class|import|from) |[[(].* for |lambda /.test(text);
    if (isBefore) for (const name of own) scope.add(name);
    for (const name of readIn(text)) if (!isIn(scope, name) && !everywhere.has(name)) unknown.add(name);
    for (const name of own) scope.add(name);
  }
  expect([...unknown], code).toEqual([]);
}

/** What is there without being defined: Python's own. */
const given = new Set(
  `abs and bool class def dict else False float for from hasattr if import in int is isinstance keras lambda len list max
  min not None or print range return self sum super True with zip`.split(/\s+/),
);

/** Lines whose brackets are closed, without strings and comments. */
function logicalLines(code: string): { indent: number; text: string }[] {
  const bare = code
    .replace(/"""[^]*?"""/g, "''")
    .replace(/"[^"\n]*"/g, "''")
    .replace(/#.*$/gm, "");
  expect(bare).not.toContain('"');
  const lines: { indent: number; text: string }[] = [];
  let open = "";
  for (const line of bare.split("\n").filter((each) => each.trim())) {
    const indent = line.search(/\S/);
    if (open) lines[lines.length - 1]!.text += ` ${line.trim()}`;
    else lines.push({ indent, text: line.trim() });
    for (const [bracket] of line.matchAll(/[()[\]{}]/g)) {
      if ("([{".includes(bracket)) open += bracket;
      else {
        expect(open.at(-1), line).toBe({ ")": "(", "]": "[", "}": "{" }[bracket]);
        open = open.slice(0, -1);
      }
    }
  }
  expect(open).toBe("");
  return lines;
}

function assignedIn(text: string): string[] {
  const [, parameters] = /^def \w+\((.*)\):$/.exec(text) ?? [];
  const [, defined] = /^(?:def|class|import|from \w+ import) (\w+)/.exec(text) ?? [];
  const [, targets] = /^([\w, [\]]+) = /.exec(text) ?? [];
  const looped = [...text.matchAll(/for ([\w, ]+) in |lambda ([\w, ]+):/g)].map(
    ([, names, given]) => names ?? given,
  );
  return [parameters?.replace(/=[^,]*/g, ""), defined, targets, ...looped]
    .flatMap((names) => names?.split(/[^\w.]+/) ?? [])
    .filter(Boolean);
}

function readIn(text: string): string[] {
  const value = text.replace(/^[\w, [\]]+ = /, "").replace(/\b\w+=(?!=)/g, "");
  return [...value.replace(/\.[A-Za-z_]\w*/g, "").matchAll(/(?<![\w.@])[A-Za-z_]\w*/g)].map(([name]) => name);
}
