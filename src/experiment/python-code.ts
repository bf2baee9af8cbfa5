import { descriptionOf } from "./python/description";
import { exactKeras } from "./python/exact-keras";
import { kerasNetwork } from "./python/keras-network";
import { kerasRule } from "./python/keras-rule";
import { nativeCall, type Framework } from "./python/native-call";
import { programOf } from "./python/program";
import { surfaceCode } from "./python/surface-code";
import { kerasSurface, torchSurface } from "./python/surface-example";
import { torchNetwork } from "./python/torch-network";
import { torchRule } from "./python/torch-rule";
import { isSurfaceSpec, type ExperimentSpec } from "./spec";

export type { Framework };

/**
 * A run of a spec as Python, to be pasted: the framework's own optimizer where it does the very same, else the rule as
 * a class; with all that runs it and prints where it ends. Throws where there is no such run.
 */
export function pythonCode(spec: ExperimentSpec, index: number, framework: Framework): string {
  const run = spec.runs[index];
  if (!run) throw new Error(`unknown run: ${index}`);
  const target = framework === "pytorch" ? "torch" : "keras";
  const description = descriptionOf(spec, run);
  const ruleClass = framework === "pytorch" ? torchRule : kerasRule;
  const optimizer =
    nativeCall(spec, run, framework, description) ?? ruleClass(programOf(spec, run), description);
  const surface = isSurfaceSpec(spec) ? surfaceCode(spec, target) : undefined;
  const { onSurface, onNetwork } = examples[framework];
  const example = isSurfaceSpec(spec) ? onSurface(spec, optimizer) : onNetwork(spec, optimizer);
  const { opening, imports: others = [], definitions = [], closures = [], lines } = example;
  const blocks = [
    ...(surface?.definitions ?? []),
    ...definitions,
    ...closures,
    ...optimizer.definitions,
    lines,
  ];
  const written = blocks.map((block) => block.join("\n")).join("\n\n\n");
  const { code, helpers, notes } =
    surface && framework === "keras" ? exactKeras(written) : { code: written, helpers: [], notes: [] };
  const defined = [...new Set([...helpers, ...(surface?.helpers ?? []), ...optimizer.helpers])];
  const body = [...defined, code].join("\n\n\n");
  const imports = [
    ...(run.until
      ? [
          `# On the page other numbers hold until step ${run.until.step}; this walks with the later ones throughout.`,
        ]
      : []),
    ...(/\bmath\./.test(body) ? ["import math", ""] : []),
    ...(framework === "pytorch" ? ["import torch"] : ["import keras"]),
    ...others,
    ...(surface && /\bnumpy\./.test(body) ? ["import numpy"] : []),
    // A native call needs no operations.
    ...(framework === "keras" && /\bops\./.test(body) ? ["from keras import ops"] : []),
  ];
  return `${[...opening, ...notes, ...imports].join("\n")}\n\n\n${body}\n`;
}

const examples = {
  pytorch: { onSurface: torchSurface, onNetwork: torchNetwork },
  keras: { onSurface: kerasSurface, onNetwork: kerasNetwork },
} as const;
