import type { optimizers } from "../../optimizers/index";
import type { surfaces } from "../../surfaces/index";

/** What the page explains beside optimizers and surfaces. */
export const concepts = [
  "parameters",
  "weights",
  "layers",
  "loss",
  "gradient",
  "learningRate",
  "momentum",
  "adaptiveRates",
  "schedule",
  "gradientClipping",
  "weightClipping",
  "regularisation",
  "weightDecay",
  "dropout",
  "batch",
  "epoch",
  "noise",
  "acceleration",
] as const;
export type Concept = (typeof concepts)[number];

/** All explanations of a language, one to three sentences each. */
export type Explanations = {
  readonly optimizers: Readonly<Record<keyof typeof optimizers, string>>;
  readonly surfaces: Readonly<Record<keyof typeof surfaces, string>>;
  readonly concepts: Readonly<Record<Concept, { readonly title: string; readonly text: string }>>;
};
