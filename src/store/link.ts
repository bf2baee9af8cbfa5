import type { ExperimentSpec } from "../experiment/spec";
import type { Frame } from "./frame";
import type { View } from "./store";

/** All that a link says: what to compute, how to look at it, where the cursor stands. */
export type Link = {
  readonly spec: ExperimentSpec;
  readonly view: View;
  /** Cursor; undefined is the last step. */
  readonly step: number | undefined;
  readonly play: boolean;
  /** Undefined on a page of its own. */
  readonly frame?: Frame | undefined;
};
