import type { Framework } from "./python/native-call";
import { pythonCode } from "./python-code";
import type { ExperimentSpec } from "./spec";

/** A whole experiment as a script. */
export const experimentScript = (spec: ExperimentSpec, framework: Framework): string =>
  pythonCode(spec, 0, framework);
