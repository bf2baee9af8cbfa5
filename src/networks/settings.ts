/** How a network is begun, fed and regularised; the rules and their modifiers are the runs' own. */
export type Settings = {
  /** What follows each layer but the last. */
  readonly activation: Activation;
  readonly init: Initialisation;
  /** Training images used: the first so many. */
  readonly images: number;
  /** Whether pixels are shifted and scaled to mean 0 and deviation 1 over the training set. */
  readonly standardise: boolean;
  /** Augmentation: pixels by which each image is moved at most, along either axis. */
  readonly shift: number;
  /** Augmentation: degrees by which each image is turned at most. */
  readonly rotate: number;
  /**
   * Share of what fully connected layers take from other layers that is left out at each training step, drawn anew for each
   * image: hidden units, and where filters come first their last outputs.
   */
  readonly dropout: number;
  /** Share of the training images whose label is replaced by a random one. */
  readonly labelNoise: number;
  /** How far each pixel of [0, 1] may be moved against a run in its adversarial test; 0: no such test. */
  readonly fgsm: number;
};

export const activations = ["relu", "tanh", "sigmoid"] as const;
export type Activation = (typeof activations)[number];

export const initialisations = ["glorot", "he", "zeros"] as const;
export type Initialisation = (typeof initialisations)[number];

/** A setting as a card and the link offer it. `value` is what holds where nothing is said. */
export type Setting<T> = {
  readonly value: T;
  /** What it is called beside its control. */
  readonly word: string;
  /** What it does, in a sentence. */
  readonly hint: string;
  /** A changed one in a few words; `{}` is its value. */
  readonly said: string;
  /** Of hidden units: it says nothing of a network that has none. */
  readonly needsHidden?: true;
} & (
  | {
      readonly kind: "choice";
      readonly choices: readonly T[];
      readonly words: Readonly<Record<string, string>>;
    }
  | { readonly kind: "number"; readonly range: readonly [number, number]; readonly isWhole?: boolean }
  | { readonly kind: "switch" }
);

/** All settings by the names the link uses, in the card's order. */
export const settings: { readonly [K in keyof Settings]: Setting<Settings[K]> } = {
  activation: {
    kind: "choice",
    value: "relu",
    word: "activation",
    hint: "what a hidden unit makes of its sum",
    said: "{}",
    needsHidden: true,
    choices: activations,
    words: { relu: "ReLU", tanh: "tanh", sigmoid: "sigmoid" },
  },
  init: {
    kind: "choice",
    value: "glorot",
    word: "first weights",
    hint: "how weights are drawn: uniform after Glorot or He, or all 0, to see why not",
    said: "first weights {}",
    choices: initialisations,
    words: { glorot: "Glorot", he: "He", zeros: "zeros" },
  },
  images: {
    kind: "number",
    value: 60_000,
    word: "training images",
    hint: "few are learned by heart: the test accuracy tells",
    said: "{} images",
    range: [100, 60_000],
    isWhole: true,
  },
  standardise: {
    kind: "switch",
    value: false,
    word: "standardise pixels",
    hint: "mean 0 and deviation 1 instead of 0 to 1",
    said: "standardised pixels",
  },
  shift: {
    kind: "number",
    value: 0,
    word: "random shift, pixels",
    hint: "augmentation: each image moved by up to so many pixels, each time anew",
    said: "shifts up to {} px",
    range: [0, 8],
    isWhole: true,
  },
  rotate: {
    kind: "number",
    value: 0,
    word: "random turn, degrees",
    hint: "augmentation: each image turned by up to so many degrees, each time anew",
    said: "turns up to {}°",
    range: [0, 45],
  },
  dropout: {
    kind: "number",
    value: 0,
    word: "dropout",
    hint: "share of the hidden units, or of the last features, left out at each step; none when measured",
    said: "dropout {}",
    needsHidden: true,
    range: [0, 0.9],
  },
  labelNoise: {
    kind: "number",
    value: 0,
    word: "label noise",
    hint: "share of the training images whose label is replaced by a random one",
    said: "label noise {}",
    range: [0, 1],
  },
  fgsm: {
    kind: "number",
    value: 0,
    word: "adversarial test",
    hint: "test accuracy when each pixel is moved so far in the direction that raises the loss (FGSM)",
    said: "adversarial test {}",
    range: [0, 0.5],
  },
};

/** The settings as a card groups them. */
export const settingGroups: readonly {
  readonly name: string;
  readonly names: readonly (keyof Settings)[];
}[] = [
  { name: "Start", names: ["activation", "init"] },
  { name: "Data", names: ["images", "labelNoise", "shift", "rotate", "standardise"] },
  { name: "Against overfitting", names: ["dropout"] },
  { name: "Robustness", names: ["fgsm"] },
];

/** Settings where nothing is said. */
export const usualSettings: Settings = Object.fromEntries(
  Object.entries(settings).map(([name, { value }]) => [name, value]),
) as Settings;
