import { parametersOf, surfaceOf, type SurfaceSpec } from "../spec";
import { toFloat } from "./float";
import { bracketed, docstring, indented } from "./layout";

/**
 * What the page adds to the gradients of a surface, drawn by the same generator from the same seed: definitions that give
 * `disturbance(k, x, y)`, added to the gradient at the k-th iterate. None where nothing is added.
 */
export function disturbanceCode(spec: SurfaceSpec): string[][] {
  const { noise, seed, steps } = spec;
  const { data } = surfaceOf(spec);
  if (noise === 0 && !data) return [];
  const normal = noise > 0 ? [normalNumbers] : [];
  const size = data && Math.min(Math.round(parametersOf(spec)[data.batch]!), data.points.length);
  return [
    uniformNumbers,
    ...normal,
    ...(data ? [moments, miniBatches] : []),
    [
      ...(noise > 0 ? [`normal = normal_numbers(${seed})`] : []),
      ...(data
        ? [
            ...bracketed(
              "points = [",
              data.points.map((point) => `(${point.map(toFloat).join(", ")})`),
              "]",
            ),
            `batches = mini_batches(points, ${size}, ${seed})`,
          ]
        : []),
      `disturbances = [${rowOf(noise, data !== undefined)} for _ in range(${steps + 1})]`,
    ],
    data
      ? [
          "def disturbance(k, x, y):",
          ...indented([
            ...docstring(["What the page adds to the k-th gradient, the same for all runs."]),
            ...(noise > 0
              ? ["(nx, ny), (bx, by, xx, xy) = disturbances[k]"]
              : ["bx, by, xx, xy = disturbances[k]"]),
            `return [${noise > 0 ? "nx + " : ""}bx + xx * x + xy * y, ${noise > 0 ? "ny + " : ""}by + xy * x]`,
          ]),
        ]
      : [
          "def disturbance(k, x, y):",
          ...indented([
            ...docstring(["The noise that the page adds to the k-th gradient, the same for all runs."]),
            "return disturbances[k]",
          ]),
        ],
  ];
}

function rowOf(noise: number, hasBatches: boolean): string {
  const pair = `[${toFloat(noise)} * next(normal), ${toFloat(noise)} * next(normal)]`;
  if (!hasBatches) return pair;
  return noise > 0 ? `(${pair}, next(batches))` : "next(batches)";
}

const uniformNumbers = [
  "def uniform_numbers(seed, purpose):",
  ...indented([
    ...docstring(["Numbers in [0, 1) as the page draws them: sfc32, its state from seed and purpose."]),
    "a = 0x811C9DC5",
    "for letter in purpose:",
    ...indented(["a = (a ^ ord(letter)) * 0x01000193 % 2**32"]),
    "b, c, counter = seed % 2**32, seed // 2**32 % 2**32, 1",
    "while True:",
    ...indented([
      "number = (a + b + counter) % 2**32",
      "a = b ^ (b >> 9)",
      "b = (c + (c << 3)) % 2**32",
      "c = ((c << 21 | c >> 11) + number) % 2**32",
      "counter += 1",
      "# The first twelve only mix the state.",
      "if counter > 13:",
      ...indented(["yield number / 2**32"]),
    ]),
  ]),
];

const normalNumbers = [
  "def normal_numbers(seed):",
  ...indented([
    ...docstring(["Standard normal numbers (Box and Muller)."]),
    'uniform = uniform_numbers(seed, "gradient noise")',
    "while True:",
    ...indented([
      "length = math.sqrt(-2 * math.log(1 - next(uniform)))",
      "yield length * math.cos(2 * math.pi * next(uniform))",
    ]),
  ]),
];

const moments = [
  "def moments(points):",
  ...indented([
    ...docstring(["Of a least-squares line: the gradient is A theta + b; b_x, b_y, A_xx, A_xy."]),
    "return [",
    ...indented([
      "sum(-u * v for u, v in points) / len(points),",
      "sum(-v for u, v in points) / len(points),",
      "sum(u * u for u, v in points) / len(points),",
      "sum(u for u, v in points) / len(points),",
    ]),
    "]",
  ]),
];

const miniBatches = [
  "def mini_batches(points, size, seed):",
  ...indented([
    ...docstring(["What the gradient of each mini-batch has beyond that of all points."]),
    'uniform = uniform_numbers(seed, "mini-batches")',
    "whole = moments(points)",
    "while True:",
    ...indented([
      "order = list(range(len(points)))",
      "for i in range(len(points) - 1, 0, -1):",
      ...indented(["j = int(next(uniform) * (i + 1))", "order[i], order[j] = order[j], order[i]"]),
      "drawn = moments([points[i] for i in order[:size]])",
      "yield [part - usual for part, usual in zip(drawn, whole)]",
    ]),
  ]),
];
