/** An experiment worth opening, and the sentence on what to look at in it. */
export type Preset = {
  readonly name: string;
  /** The hash of its link, without `#`; "" is the opening. */
  readonly link: string;
  /** True of exactly this experiment; `{0}` stands for the first run's name, `{1}` for the second's. */
  readonly lesson: string;
};

/** Types a definition; does nothing else. */
export const definePreset = (preset: Preset): Preset => preset;
