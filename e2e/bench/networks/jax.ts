import { defaultDevice, init, jit, nn, numpy as np, valueAndGrad, vmap, type Device } from "@jax-js/jax";
import { adam, type Task, type Training } from "./task";
import type { Trainer } from "./trainer";

/** Weights and biases of each layer in turn, and what Adam keeps of them. */
type Standing = { theta: np.Array[]; m: np.Array[]; v: np.Array[] };

/** Runs by jax-js: forward, backward and update in one jitted step, which `vmap` spreads over the runs. */
export async function jaxTrainer(
  device: Device,
  { layers, initial, batches, size }: Task,
  { rule, rates }: Training,
): Promise<Trainer> {
  if (rule === "windowgrad") throw new Error("not written for jax-js");
  if (!(await init(device)).includes(device)) throw new Error(`jax-js could not start its ${device} backend`);
  const runs = rates.length;
  const array = (values: Float32Array, shape: number[]) => np.array(values, { shape, device });
  const repeated = (values: Float32Array, shape: number[]) =>
    array(
      Float32Array.from({ length: runs * values.length }, (_, i) => values[i % values.length]!),
      [runs, ...shape],
    );
  const theta = layers.flatMap(({ inputs, units, at }) => {
    const biases = at + inputs * units;
    return [
      repeated(initial.slice(at, biases), [inputs, units]),
      repeated(initial.slice(biases, biases + units), [units]),
    ];
  });
  const zeros = () => theta.map(({ shape }) => np.zeros(shape, { device }));
  let standing: Standing = { theta, m: zeros(), v: zeros() };
  const rate = array(Float32Array.from(rates), [runs]);
  const update = jit(vmap(rule === "adam" ? adamStep : sgdStep, [0, null, null, 0, null, null]));
  const classes = layers.at(-1)!.units;
  let step = 0;

  return {
    async train(count) {
      // Numbers that the step itself names go where this says.
      defaultDevice(device);
      const losses: np.Array[] = [];
      for (let i = 0; i < count; i++, step++) {
        const { inputs, labels } = batches[step % batches.length]!;
        const oneHot = new Float32Array(size * classes);
        labels.forEach((label, row) => (oneHot[row * classes + label] = 1));
        const { loss, ...next } = update(
          standing,
          array(inputs, [size, inputs.length / size]),
          array(oneHot, [size, classes]),
          rate.ref,
          array(Float32Array.of(1 - adam.beta1 ** (step + 1)), []),
          array(Float32Array.of(1 - adam.beta2 ** (step + 1)), []),
        ) as Standing & { loss: np.Array };
        standing = next;
        losses.push(loss);
      }
      const values = await Promise.all(losses.map((loss): Promise<ArrayLike<number>> => loss.data()));
      return rates.map((_, run) => values.map((loss) => Number(loss[run])));
    },
    dispose() {
      for (const each of [...standing.theta, ...standing.m, ...standing.v, rate]) each.dispose();
      update.dispose();
    },
  };
}

/** Mean cross-entropy of images [size, pixels] with labels [size, classes]. */
function meanLoss(theta: np.Array[], images: np.Array, labels: np.Array): np.Array {
  let outputs = images;
  for (let i = 0; i < theta.length; i += 2) {
    if (i > 0) outputs = nn.relu(outputs);
    outputs = np.matmul(outputs, theta[i]!).add(theta[i + 1]!);
  }
  return nn.logSoftmax(outputs).mul(labels).sum(1).mean().mul(-1);
}

function adamStep(
  { theta, m, v }: Standing,
  images: np.Array,
  labels: np.Array,
  rate: np.Array,
  correction1: np.Array,
  correction2: np.Array,
): Standing & { loss: np.Array } {
  const [loss, gradient] = gradientOf(theta, images, labels);
  const { beta1, beta2, eps } = adam;
  const next: Standing = { theta: [], m: [], v: [] };
  gradient.forEach((g, i) => {
    const mean = m[i]!.mul(beta1).add(g.ref.mul(1 - beta1));
    const square = v[i]!.mul(beta2).add(np.square(g).mul(1 - beta2));
    const scale = np.sqrt(square.ref.div(correction2.ref)).add(eps);
    next.theta.push(theta[i]!.sub(mean.ref.div(correction1.ref).mul(rate.ref).div(scale)));
    next.m.push(mean);
    next.v.push(square);
  });
  for (const each of [rate, correction1, correction2]) each.dispose();
  return { ...next, loss };
}

function sgdStep(
  { theta, m, v }: Standing,
  images: np.Array,
  labels: np.Array,
  rate: np.Array,
  correction1: np.Array,
  correction2: np.Array,
): Standing & { loss: np.Array } {
  const [loss, gradient] = gradientOf(theta, images, labels);
  const moved = gradient.map((g, i) => theta[i]!.sub(g.mul(rate.ref)));
  for (const each of [rate, correction1, correction2]) each.dispose();
  return { theta: moved, m, v, loss };
}

/** The loss and its gradient by each part of `theta`, which is still the caller's. */
function gradientOf(theta: np.Array[], images: np.Array, labels: np.Array): [np.Array, np.Array[]] {
  return valueAndGrad(meanLoss)(
    theta.map((part) => part.ref),
    images,
    labels,
  );
}
