import { clip } from "./clip";
import { clipNorm } from "./clip-norm";
import { clipWeights } from "./clip-weights";
import { decay } from "./decay";
import { l1 } from "./l1";
import { l2 } from "./l2";
import type { Modifier } from "./modifier";

/** All modifiers, in the order in which they are applied. */
export const modifiers = { l1, l2, clipNorm, clip, decay, clipWeights } satisfies Record<string, Modifier>;

export type ModifierId = keyof typeof modifiers;
