import { usualSettings } from "../../networks/settings";
import { plannedSteps, stepsPerEpoch } from "../budget";
import type { NetworkSpec } from "../spec";
import type { OptimizerCode } from "./code";
import type { Example } from "./example";
import { toFloat } from "./float";
import { comment, indented } from "./layout";
import { modelOf, networkWords, type ModelLayer } from "./model";

/** A network's training in Keras, configured as the page's, from the images to the test accuracy. */
export function kerasNetwork(spec: NetworkSpec, code: OptimizerCode): Example {
  const { images, batch, labelNoise, fgsm, dropout, seed } = spec;
  const perEpoch = stepsPerEpoch(spec);
  return {
    opening: comment(`${networkWords(spec)}, as the page trains it but for its random numbers.`),
    imports: ["import numpy"],
    definitions: [],
    lines: [
      `keras.utils.set_random_seed(${seed})`,
      "train, test = keras.datasets.mnist.load_data()",
      images < usualSettings.images
        ? `images, labels = train[0][:${images}], train[1][:${images}]`
        : "images, labels = train",
      ...(labelNoise > 0
        ? [
            `noisy = numpy.random.rand(len(labels)) < ${toFloat(labelNoise)}`,
            "labels[noisy] = numpy.random.randint(10, size=noisy.sum())",
          ]
        : []),
      "",
      "model = keras.Sequential([",
      ...indented([
        "keras.Input((28, 28, 1)),",
        ...augmentation(spec),
        spec.standardise
          ? "keras.layers.Rescaling(1 / 255 / 0.3081, -0.1307 / 0.3081),"
          : "keras.layers.Rescaling(1 / 255),",
        ...modelOf(spec).map((layer) => layerLine(layer, spec)),
      ]),
      "])",
      ...code.setUp,
      "",
      "loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)",
      'model.compile(optimizer=optimizer, loss=loss, metrics=["accuracy"])',
      `for i in range(${plannedSteps(spec)}):`,
      ...indented([
        `if i % ${perEpoch} == 0:`,
        ...indented([
          `order = numpy.${batch > images ? `resize(numpy.random.permutation(${images}), ${batch})` : `random.permutation(${images})`}`,
        ]),
        `batch = order[i % ${perEpoch} * ${batch}:][:${batch}]`,
        "inputs, targets = images[batch, :, :, None], labels[batch]",
        ...(code.readsLoss ? told(spec, dropout > 0) : []),
        "model.train_on_batch(inputs, targets)",
      ]),
      "",
      ...(code.reports
        ? [
            "for variable, iterate in zip(model.trainable_variables, optimizer.iterate()):",
            ...indented(["variable.assign(iterate)"]),
          ]
        : []),
      "images, labels = test",
      "print(model.evaluate(images[:, :, :, None], labels, verbose=0))",
      ...(fgsm > 0
        ? comment(
            `The page also tests with each pixel moved by ${fgsm} against the run (FGSM); this does not: Keras differentiates otherwise on each backend.`,
          )
        : []),
    ],
  };
}

/** The rule is told the loss before each step. */
const told = ({ shift, rotate }: NetworkSpec, drops: boolean) => [
  ...(drops || shift > 0 || rotate > 0
    ? comment(
        "The page tells the rule the loss of the very step; this one is measured without what is random.",
      )
    : []),
  "optimizer.loss_t.assign(loss(targets, model(inputs)))",
];

function augmentation({ shift, rotate }: NetworkSpec): string[] {
  const filled = 'fill_mode="constant"';
  return [
    ...(rotate > 0 ? [`keras.layers.RandomRotation(${toFloat(rotate)} / 360, ${filled}),`] : []),
    ...(shift > 0
      ? [
          ...comment("By any part of a pixel; the page moves by whole ones."),
          `keras.layers.RandomTranslation(${shift} / 28, ${shift} / 28, ${filled}),`,
        ]
      : []),
  ];
}

const initializers = { glorot: "glorot_uniform", he: "he_uniform", zeros: "zeros" } as const;

function layerLine(layer: ModelLayer, { activation, init }: NetworkSpec): string {
  const drawn = `kernel_initializer="${initializers[init]}"`;
  switch (layer.kind) {
    case "conv":
      return `keras.layers.Conv2D(${layer.filters}, ${layer.size}, activation="${activation}", ${drawn}),`;
    case "pool":
      return `keras.layers.MaxPooling2D(${layer.size}),`;
    case "flatten":
      return "keras.layers.Flatten(),";
    case "dropout":
      return `keras.layers.Dropout(${layer.share}),`;
    case "dense":
      return `keras.layers.Dense(${[layer.units, ...(layer.isLast ? [] : [`activation="${activation}"`]), drawn].join(", ")}),`;
  }
}
