import { inLanguage } from "../speak";

/** Words of the page on which a visitor writes a rule. */
export const ruleEditorWords = inLanguage("ruleEditor", {
  title: "Your optimizer",
  yourOptimizer: "your optimizer",
  yourRules: "your rules",
  whatItDoes: "what it does",
  asPaper: "As a paper would print it",
  typeset: "typeset at every keystroke",
  stale: "last rule that could be read",
  asWalks: "As it walks",
  asTrains: "As it trains",
  ruleOf: (name: string) => `update rule of ${name}`,
  note: "Until this is right, the last rule that could be read keeps running.",
  nameOfRule: "name of the rule",
  startedFrom: (name: string) => `started from ${name}`,
  refused: (refusal: string, name: string) =>
    `${refusal.charAt(0).toUpperCase()}${refusal.slice(1)}. Still called ${name}.`,
  names: {
    remembered: ["Remembered", "read before assigned; start at 0"],
    passing: ["In passing", "assigned first; gone after the step"],
    given: ["Given", "parameter, gradient, step from 1"],
    yours: ["Yours to set", "never assigned; each gets a slider"],
  },
  functions: "Functions",
  nothing: "nothing",
  noRun: "No run walks by this rule.",
  full: (runs: number) => `There are ${runs} runs already: remove one to see it.`,
  runIt: "+ run it",
  startFromLabel: "start from",
  startFrom: "Start from",
  all: "all ▾",
  allStarts: "all rules to start from",
  empty: "empty",
  rulesAtMost: (rules: number) => `${rules} rules at most`,
  newRule: "+ new rule",
  putBack: "put my text back",
  notHere: (names: readonly string[]) =>
    `Not here: ${names.join("; ")}. Their state starts from something else than 0, which a text does not say.`,
  removeAsked: (name: string, runs: number) =>
    `press again to remove ${runs === 0 ? name : runs === 1 ? `${name} and its run` : `${name} and its ${runs} runs`}`,
  remove: "remove this rule",
  linkTooLong: (length: string, most: string) =>
    `The link to this has ${length} characters; only ${most} are read, so it cannot be shared or reloaded.`,
  comma: ", ",
  noise: (noise: string) => `noise ${noise}`,
  start: (place: string) => `start ${place}`,
  batch: (batch: number) => `batch ${batch}`,
  beside: "beside the other runs",
  alone: "alone so far",
  firstStep: "first step",
  toSettle: "steps to settle",
  /** Before the letter f and behind it. */
  until: ["steps until ", " stays below "],
  atStep: (steps: string) => ` at step ${steps}`,
  divergedAt: (step: string) => `diverged at step ${step}`,
});
