/** A change to any rule, as lines of formula around it; its one number carries the modifier's id as its name. */
export type Modifier = {
  readonly name: string;
  readonly reference: string;
  /**
   * Assignments in `theta`, `g`, `lr`, `g_norm` (the norm of the whole gradient, penalties included) and the
   * modifier's id.
   */
  readonly lines: string;
  /** A penalty is part of the gradient that is clipped; the others stand around the rule in this order. */
  readonly place: "penalty" | "gradient" | "before" | "after";
  /** What it is called beside its symbol. */
  readonly word: string;
  /** The value it starts at when switched on. */
  readonly value: number;
  /** The slider's ends, on a log scale. */
  readonly range: readonly [number, number];
};

/** Types a definition; does nothing else. */
export const defineModifier = (modifier: Modifier): Modifier => modifier;
