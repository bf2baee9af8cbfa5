/** A number a visitor may turn: its default, the slider's range, and what is accepted when typed. */
export type Hyperparameter = {
  readonly value: number;
  /** What it is called beside its symbol. */
  readonly word: string;
  /** The slider's ends; a typed value may lie outside. */
  readonly range: readonly [number, number];
  /** `decay` is logarithmic in 1 - value: 0, 0.9, 0.99, 0.999 lie at even distances. */
  readonly scale: "log" | "linear" | "decay";
  /** Accepted values: from `least` (excluded if `above`), below `below` or up to `most` where given. */
  readonly accepts: {
    readonly least: number;
    readonly above?: boolean;
    readonly below?: number;
    readonly most?: number;
  };
};

/** An update rule with its hyperparameters, as one paper or framework defines it. */
export type Optimizer = {
  readonly name: string;
  readonly reference: string;
  /** Assignments in `theta`, `g`, `t`, state and hyperparameters; see formula/. PyTorch's convention. */
  readonly update: string;
  /**
   * On a quadratic, the learning rate from which the rule diverges: an expression in its hyperparameters and
   * `curvature`, the largest second derivative. Only where theory knows it.
   */
  readonly stableBelow?: string;
  /** In the order of the card: the first two get sliders at once, the rest behind "more". */
  readonly hyperparameters: Readonly<Record<string, Hyperparameter>>;
};

/** Types a definition; does nothing else. */
export const defineOptimizer = (optimizer: Optimizer): Optimizer => optimizer;

/** The step size. */
export const learningRate = (value: number): Hyperparameter => ({
  value,
  word: "learning rate",
  range: [1e-4, 1],
  scale: "log",
  accepts: { least: 0, above: true },
});

/** How much of a running sum or mean survives a step. */
export const decay = (value: number, word = "memory"): Hyperparameter => ({
  value,
  word,
  range: [0, 0.999],
  scale: "decay",
  accepts: { least: 0, below: 1 },
});

/** The small term that keeps a denominator from zero. */
export const epsilon = (value: number): Hyperparameter => ({
  value,
  word: "floor of the denominator",
  range: [1e-12, 1],
  scale: "log",
  accepts: { least: 0 },
});

/** A plain share between 0 and 1. */
export const fraction = (value: number, word: string): Hyperparameter => ({
  value,
  word,
  range: [0, 1],
  scale: "linear",
  accepts: { least: 0, most: 1 },
});
