import { usualSettings } from "../../networks/settings";
import { plannedSteps, stepsPerEpoch } from "../budget";
import type { NetworkSpec } from "../spec";
import type { OptimizerCode } from "./code";
import type { Example } from "./example";
import { toFloat } from "./float";
import { comment, indented } from "./layout";
import { modelOf, networkWords, type ModelLayer } from "./model";
import { torchStep } from "./torch-step";

/** A network's training in PyTorch, configured as the page's, from the images to the test accuracy. */
export function torchNetwork(spec: NetworkSpec, code: OptimizerCode): Example {
  const { images, batch, standardise, shift, rotate, fgsm, seed } = spec;
  const perEpoch = stepsPerEpoch(spec);
  const isAugmented = shift > 0 || rotate > 0;
  const inputs = isAugmented ? "augmented(images[batch])" : "images[batch]";
  const called = (given: string) => (standardise ? `model(standardised(${given}))` : `model(${given})`);
  return {
    opening: [
      ...comment(`${networkWords(spec)}, as the page trains it but for its random numbers.`),
      ...comment("Needs torchvision for the images."),
    ],
    imports: ["import torchvision"],
    definitions: [
      readImages,
      ...(standardise ? [standardised] : []),
      ...(isAugmented ? [augmented(shift, rotate)] : []),
    ],
    closures: [accuracyOf(called("images"))],
    lines: [
      `torch.manual_seed(${seed})`,
      "images, labels = read(train=True)",
      ...(images < usualSettings.images ? [`images, labels = images[:${images}], labels[:${images}]`] : []),
      ...labelNoise(spec),
      "",
      "model = torch.nn.Sequential(",
      ...indented(modelOf(spec).flatMap((layer) => layerLines(layer, spec))),
      ")",
      ...initialised[spec.init],
      "parameters = list(model.parameters())",
      ...code.setUp,
      "",
      "loss = torch.nn.CrossEntropyLoss()",
      `for i in range(${plannedSteps(spec)}):`,
      ...indented([
        `if i % ${perEpoch} == 0:`,
        ...indented([
          `order = torch.randperm(${images})${batch > images ? `.repeat(${Math.ceil(batch / images)})` : ""}`,
        ]),
        `batch = order[i % ${perEpoch} * ${batch}:][:${batch}]`,
        ...torchStep(code, `loss(${called(inputs)}, labels[batch])`),
      ]),
      "",
      "model.eval()",
      ...(code.reports
        ? [
            "for parameter, iterate in zip(parameters, optimizer.iterate()):",
            ...indented(["parameter.data.copy_(iterate)"]),
          ]
        : []),
      "images, labels = read(train=False)",
      "print(accuracy(images, labels))",
      ...(fgsm > 0
        ? [
            ...comment("Each pixel moved in the direction that raises the loss (FGSM)."),
            "images, labels = images[:1000].clone().requires_grad_(), labels[:1000]",
            `loss(${called("images")}, labels).backward()`,
            `print(accuracy((images + ${toFloat(fgsm)} * images.grad.sign()).clamp(0, 1), labels))`,
          ]
        : []),
    ],
  };
}

const readImages = [
  "def read(train):",
  ...indented([
    '"""Images with pixels from 0 to 1, and their labels."""',
    'data = torchvision.datasets.MNIST("data", train=train, download=True)',
    "return data.data.unsqueeze(1) / 255, data.targets",
  ]),
];

const standardised = [
  "def standardised(images):",
  ...indented([
    '"""Pixels of mean 0 and deviation 1 over the training set."""',
    "return (images - 0.1307) / 0.3081",
  ]),
];

/** The page's own augmentation: turned about the middle, then moved by whole pixels. */
const augmented = (shift: number, rotate: number) => [
  `def augmented(images, shift=${shift}, rotate=${toFloat(rotate)}):`,
  ...indented([
    '"""Each turned by up to so many degrees, and moved by up to so many pixels."""',
    "count, middle = len(images), (images.shape[-1] - 1) / 2",
    "angle = torch.deg2rad((2 * torch.rand(count) - 1) * rotate)",
    "c, s = torch.cos(angle), torch.sin(angle)",
    "x, y = torch.randint(-shift, shift + 1, (2, count)) / middle",
    "rows = torch.stack([c, s, -c * x - s * y, -s, c, s * x - c * y], 1)",
    "grid = torch.nn.functional.affine_grid(",
    ...indented(["rows.view(count, 2, 3), images.shape, align_corners=True"]),
    ")",
    "return torch.nn.functional.grid_sample(images, grid, align_corners=True)",
  ]),
];

const accuracyOf = (scores: string) => [
  "def accuracy(images, labels):",
  ...indented([
    "with torch.no_grad():",
    ...indented([`return (${scores}.argmax(1) == labels).float().mean().item()`]),
  ]),
];

const labelNoise = ({ labelNoise: share }: NetworkSpec) =>
  share > 0
    ? [
        `noisy = torch.rand(len(labels)) < ${toFloat(share)}`,
        "labels[noisy] = torch.randint(10, (int(noisy.sum()),))",
      ]
    : [];

const activationLayers = { relu: "ReLU", tanh: "Tanh", sigmoid: "Sigmoid" } as const;

function layerLines(layer: ModelLayer, { activation }: NetworkSpec): string[] {
  const active = `torch.nn.${activationLayers[activation]}(),`;
  switch (layer.kind) {
    case "conv":
      return [`torch.nn.Conv2d(${layer.channels}, ${layer.filters}, ${layer.size}),`, active];
    case "pool":
      return [`torch.nn.MaxPool2d(${layer.size}),`];
    case "flatten":
      return ["torch.nn.Flatten(),"];
    case "dropout":
      return [`torch.nn.Dropout(${layer.share}),`];
    case "dense":
      return [`torch.nn.Linear(${layer.inputs}, ${layer.units}),`, ...(layer.isLast ? [] : [active])];
  }
}

/** Biases of 0, and weights as the page draws them. */
const initialisedBy = (weights: string) => [
  "for layer in model:",
  ...indented([
    "if isinstance(layer, (torch.nn.Linear, torch.nn.Conv2d)):",
    ...indented([weights, "torch.nn.init.zeros_(layer.bias)"]),
  ]),
];
const initialised = {
  glorot: initialisedBy("torch.nn.init.xavier_uniform_(layer.weight)"),
  he: initialisedBy('torch.nn.init.kaiming_uniform_(layer.weight, nonlinearity="relu")'),
  zeros: initialisedBy("torch.nn.init.zeros_(layer.weight)"),
} as const;
