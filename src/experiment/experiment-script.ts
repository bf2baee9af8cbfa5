import { pythonName } from "../formula/emit/python";
import { beforeBranch } from "./branch";
import { divergenceBound } from "./recording";
import { descriptionOf } from "./python/description";
import { disturbanceCode } from "./python/disturbance-code";
import { exactKeras, withExactNumbers } from "./python/exact-keras";
import { kerasNetwork } from "./python/keras-network";
import { kerasRule } from "./python/keras-rule";
import { bracketed, comment, docstring, indented } from "./python/layout";
import { nativeCall, type Framework } from "./python/native-call";
import { programOf } from "./python/program";
import { surfaceCode } from "./python/surface-code";
import { branchOf, surfaceWalk } from "./python/surface-walk";
import { torchNetwork } from "./python/torch-network";
import { torchRule } from "./python/torch-rule";
import { whyWrittenOut } from "./python/unlike";
import {
  isSurfaceSpec,
  surfaceOf,
  type ExperimentSpec,
  type NetworkSpec,
  type RunSpec,
  type SurfaceSpec,
} from "./spec";

type Block = readonly string[];
type Parts = {
  readonly opening: Block;
  readonly imports: Block;
  readonly helpers: readonly string[];
  readonly blocks: readonly Block[];
};

/**
 * A whole experiment as a script of its own: on a surface it prints what the page records, as the page's CSV has it; a network
 * is trained as the page does but for its random numbers, which the script says.
 */
export function experimentScript(spec: ExperimentSpec, framework: Framework): string {
  const parts = isSurfaceSpec(spec) ? surfaceParts(spec, framework) : networkParts(spec, framework);
  const written = parts.blocks.map((block) => block.join("\n")).join("\n\n\n");
  const { code, helpers, notes } =
    isSurfaceSpec(spec) && framework === "keras"
      ? exactKeras(written)
      : { code: written, helpers: [], notes: [] };
  const body = [...new Set([...helpers, ...parts.helpers]), code].join("\n\n\n");
  const imports = [
    ...(/\bmath\./.test(body) ? ["import math", ""] : []),
    framework === "pytorch" ? "import torch" : "import keras",
    ...parts.imports,
    ...(isSurfaceSpec(spec) && /\bnumpy\./.test(body) ? ["import numpy"] : []),
    ...(framework === "keras" && /\bops\./.test(body) ? ["from keras import ops"] : []),
  ];
  return `${[...parts.opening, ...notes, ...imports].join("\n")}\n\n\n${body}\n`;
}

function surfaceParts(spec: SurfaceSpec, framework: Framework): Parts {
  const surface = surfaceCode(spec, framework === "pytorch" ? "torch" : "keras");
  const disturbed = disturbanceCode(spec);
  const codes = spec.runs.map((run) => optimizerOf(spec, run, framework));
  const { name } = surfaceOf(spec);
  const runs = spec.runs.map((run, i): Block => {
    const { values } = programOf(spec, run);
    const branch = branchOf(run, framework, values, pythonName);
    const walk = surfaceWalk(spec, framework, codes[i]!, disturbed.length > 0, branch);
    return runBlock(run, codes[i]!.definitions, walk);
  });
  return {
    opening: [
      ...comment(`${name} from (${spec.start.join(", ")}), ${spec.steps} steps in float64.`),
      ...comment("Prints every iterate, as the page's CSV has them."),
      ...(framework === "pytorch"
        ? comment("Needs PyTorch 2.6 or later.")
        : comment(
            "Keras 3 on any backend; on JAX, float64 also needs the environment variable JAX_ENABLE_X64=1.",
          )),
    ],
    imports: [],
    helpers: [...surface.helpers, ...codes.flatMap(({ helpers }) => helpers)],
    blocks: [...surface.definitions, ...disturbed, ...runs, show(framework), calls(spec, framework)],
  };
}

function networkParts(spec: NetworkSpec, framework: Framework): Parts {
  const exampleOf = framework === "pytorch" ? torchNetwork : kerasNetwork;
  const codes = spec.runs.map((run) => optimizerOf(spec, run, framework));
  const examples = codes.map((code) => exampleOf(spec, code));
  const { opening = [], imports = [], definitions = [] } = examples[0] ?? {};
  const runs = spec.runs.map((run, i): Block => {
    const { closures = [], lines } = examples[i]!;
    const told = `print(${JSON.stringify(run.optimizer)})`;
    return runBlock(run, [...codes[i]!.definitions, ...closures], [told, ...lines]);
  });
  return {
    opening,
    imports,
    helpers: codes.flatMap(({ helpers }) => helpers),
    blocks: [...definitions, ...runs, spec.runs.map(({ number }) => `run_${number}()`)],
  };
}

/** A run's optimizer; one that changes its numbers on the way is written out, as no framework's own lets them be changed alike. */
function optimizerOf(spec: ExperimentSpec, run: RunSpec, framework: Framework) {
  const description = descriptionOf(spec, run);
  const unlike = whyWrittenOut(spec, run);
  const native = run.until ? undefined : nativeCall(spec, run, framework, description);
  if (native && unlike === undefined)
    return isSurfaceSpec(spec) && framework === "keras" ? withExactNumbers(native) : native;
  const ruleClass = framework === "pytorch" ? torchRule : kerasRule;
  // Told only where the framework's own would have been called.
  const told = native && unlike !== undefined ? [...description, unlike] : description;
  return ruleClass(programOf(spec, beforeBranch(run)), told);
}

/** A run as a function, with all that is its own inside. */
const runBlock = (run: RunSpec, definitions: readonly Block[], lines: Block): Block => [
  `def run_${run.number}():`,
  ...indented([
    ...(run.label === undefined ? [] : docstring([run.label])),
    ...definitions.flatMap((definition) => [...definition, ""]),
    ...lines,
  ]),
];

const [most, mostLoss] = [divergenceBound.coordinate, divergenceBound.loss].map((bound) =>
  bound.toExponential(),
);

/** Prints a table of all iterates. */
const show = (framework: Framework): Block => [
  "def show(runs):",
  ...indented([
    'print("run,optimizer,step,loss,x,y")',
    "for number, (name, iterates) in enumerate(runs, 1):",
    ...indented([
      "for k, (x, y) in enumerate(iterates):",
      ...indented([
        ...(framework === "pytorch"
          ? ["value = float(loss(*torch.tensor([x, y], dtype=torch.float64)))"]
          : ['point = ops.array([x, y], "float64")', "value = float(loss(point[0], point[1]))"]),
        'print(number, name, k, value, x, y, sep=",")',
        "# Beyond these the page calls a run diverged, and ends it.",
        `if not (abs(x) <= ${most} and abs(y) <= ${most} and abs(value) <= ${mostLoss}):`,
        ...indented(["break"]),
      ]),
    ]),
  ]),
];

const calls = (spec: SurfaceSpec, framework: Framework): Block => [
  // PyTorch's NAdam keeps a product of its own in the usual precision.
  framework === "keras" ? 'keras.config.set_floatx("float64")' : "torch.set_default_dtype(torch.float64)",
  ...bracketed(
    "show([",
    spec.runs.map(({ optimizer, number }) => `(${JSON.stringify(optimizer)}, run_${number}())`),
    "])",
  ),
];
