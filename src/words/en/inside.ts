import { inLanguage } from "../speak";

/** Words of the step taken apart: what a run does in it, its arrows, its rule line by line. */
export const insideWords = inLanguage("inside", {
  addRun: "Add a run to see inside its steps.",
  bothMaps: "both maps at one scale; ",
  toScale: "arrows to scale",
  butDownhill: ", but for −g, which ends on its circle",
  runLookedInto: "run looked into",
  map: (run: string, surface: string) =>
    `${run}: the step at the cursor on the map of ${surface}, taken apart into arrows`,
  workedOut: (run: string) => `${run}, this step worked out`,
  step: (step: number) => `step ${step}`,
  divergedAtStep: (step: number) => `diverged at step ${step}`,
  /** Before the two points, and between them. */
  from: ", from ",
  to: " to ",
  toHeard: "to",
  atStep: (step: number) => `At step ${step} `,
  stop: ".",
  lost: "is lost beyond all numbers",
  still: "stands still",
  atARate: (times: string, more: string, less: string) =>
    `, at a rate ${times} times as large for ${more} as for ${less}`,
  pulled: "is pulled to zero",
  held: "is held back by its limit",
  and: ", and ",
  remembersAlone: "follows what it remembers alone",
  seesAlone: "follows what it sees alone",
  addsAgainst: "adds what it remembers to what it sees, which pulls against it",
  adds: "adds what it remembers to what it sees",
  theStep: "the step",
  sees: "what it sees",
  remembers: "what it remembers",
  pull: "the pull to zero",
  cut: "what the limit takes back",
  ellipse: ["with a rate for each:", "the ellipse, same area"],
  circle: "with one rate for both: the circle",
  start: (place: string) => `start (${place})`,
  gradient: {
    none: "the gradient seen now",
    noise: "the gradient seen now, with its noise",
    batch: "the gradient seen now, of a mini-batch",
  },
  rates: "a rate for each coordinate",
  newPoint: "the new point",
  stepsTo: "where the rule steps to",
  nextGradient: "where the next gradient is taken",
  kinds: { direction: "a direction", size: "a size", zero: "nothing yet", mixed: "a value" },
  remembered: (kind: string) => `${kind}, remembered`,
  /** A letter with a hat, as it is read out. */
  hat: (letter: string) => `${letter} hat`,
  colon: ": ",
});
