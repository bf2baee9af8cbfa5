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

/** How a rule is written where people learn it; they differ in where eps and lr stand, and in their defaults. */
export const conventions = ["pytorch", "keras", "textbook"] as const;
export type Convention = (typeof conventions)[number];

/** An update rule with its hyperparameters, as one framework or one course writes it. */
export type Formulation = {
  /** Assignments in `theta`, `g`, `t`, state and hyperparameters; see formula/. */
  readonly update: string;
  /** First values of state, each an expression in `theta` and hyperparameters; 0 where none is given. */
  readonly initial?: Readonly<Record<string, string>>;
  /** The state that is the run's iterate, where that is not `theta`, at which gradients are taken. */
  readonly reports?: string;
  /**
   * On a quadratic, the learning rate from which the rule diverges: an expression in its hyperparameters and
   * `curvature`, the largest second derivative. Only where theory knows it.
   */
  readonly stableBelow?: string;
  /** In the order of the card: the first two get sliders at once, the rest behind "more". */
  readonly hyperparameters: Readonly<Record<string, Hyperparameter>>;
  /** What its state and locals are, a few words each, by name. */
  readonly words: Readonly<Record<string, string>>;
  /** The framework's own call for it, as Python; `{lr}` stands for the value of lr. Nothing where there is none. */
  readonly call?: string;
};

/** An update rule by name: in PyTorch's convention, and in others where they differ. */
export type Optimizer = Formulation & {
  readonly name: string;
  readonly reference: string;
  readonly variants?: Readonly<Partial<Record<Exclude<Convention, "pytorch">, Formulation>>>;
};

/** Types a definition; does nothing else. */
export const defineOptimizer = (optimizer: Optimizer): Optimizer => optimizer;

/** The rule as a convention writes it; throws where that convention has no way of its own. */
export function formulationOf(optimizer: Optimizer, convention: Convention): Formulation {
  const formulation = convention === "pytorch" ? optimizer : optimizer.variants?.[convention];
  if (!formulation) throw new Error(`${optimizer.name} has no convention ${convention}`);
  return formulation;
}

/** The conventions a rule is written in, PyTorch's first. */
export const conventionsOf = (optimizer: Optimizer): Convention[] =>
  conventions.filter((convention) => convention === "pytorch" || optimizer.variants?.[convention]);

/** The step size. */
export const learningRate = (value: number, most = 1): Hyperparameter => ({
  value,
  word: "learning rate",
  range: [1e-4, most],
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
  word: "stability term",
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

/** How strongly parameters are pulled to 0. A log track has no 0, so a rule without decay gets a linear one. */
export const weightDecay = (value: number): Hyperparameter => ({
  value,
  word: "weight decay",
  range: value > 0 ? [1e-4, 1] : [0, 1],
  scale: value > 0 ? "log" : "linear",
  accepts: { least: 0 },
});

/** How fast a momentum that is warmed up reaches its full value. */
export const momentumDecay = (value: number): Hyperparameter => ({
  value,
  word: "pace of the momentum's warm-up",
  range: [1e-4, 1],
  scale: "log",
  accepts: { least: 0 },
});

/** What a sum of squares starts from. */
export const firstValue = (value: number): Hyperparameter => ({
  value,
  word: "first value of the sum",
  range: [1e-4, 10],
  scale: "log",
  accepts: { least: 0 },
});
