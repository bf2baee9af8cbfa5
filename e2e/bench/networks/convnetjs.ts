import * as convnetjs from "convnetjs";
import { windowgrad, type Task, type Training } from "./task";
import type { Trainer } from "./trainer";

/** One run by ConvNetJS, image by image in float64. It knows no Adam. */
export function convnetjsTrainer(
  { layers, initial, batches, size }: Task,
  { rule, rates }: Training,
): Trainer {
  if (rule === "adam") throw new Error("ConvNetJS has no Adam");
  const net = new convnetjs.Net();
  const hidden = layers
    .slice(0, -1)
    .map(({ units }) => ({ type: "fc", num_neurons: units, activation: "relu" }));
  net.makeLayers([
    { type: "input", out_sx: 1, out_sy: 1, out_depth: layers[0]!.inputs },
    ...hidden,
    { type: "softmax", num_classes: layers.at(-1)!.units },
  ]);
  const dense = net.layers.filter(({ layer_type }) => layer_type === "fc");
  layers.forEach(({ inputs, units, at }, i) =>
    dense[i]!.filters.forEach(({ w }, unit) => {
      for (let input = 0; input < inputs; input++) w[input] = initial[at + input * units + unit]!;
      // ConvNetJS would start relu's biases at 0.1.
      dense[i]!.biases.w[unit] = initial[at + inputs * units + unit]!;
    }),
  );
  const rules = {
    sgd: { method: "sgd", momentum: 0 },
    windowgrad: { method: "windowgrad", ro: windowgrad.rho, eps: windowgrad.eps },
  };
  const trainer = new convnetjs.Trainer(net, {
    ...rules[rule],
    learning_rate: rates[0],
    batch_size: size,
    l2_decay: 0,
  });
  const volumes = batches.map(({ inputs, labels }) =>
    Array.from(labels, (label, row) => {
      const pixels = inputs.length / size;
      const image = new convnetjs.Vol(1, 1, pixels, 0);
      image.w.set(inputs.subarray(row * pixels, (row + 1) * pixels));
      return { image, label };
    }),
  );
  let step = 0;

  return {
    async train(count) {
      const losses: number[] = [];
      for (let i = 0; i < count; i++, step++) {
        let loss = 0;
        for (const { image, label } of volumes[step % volumes.length]!)
          loss += trainer.train(image, label).cost_loss / size;
        losses.push(loss);
      }
      return [losses];
    },
    dispose: () => undefined,
  };
}
