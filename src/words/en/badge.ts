import { inLanguage } from "../speak";

/** Words of the badge itself: who computes what is shown. */
export const badgeWords = inLanguage("badge", {
  starting: "starting",
  label: (backend: string, adapter: string, precision: string) =>
    `Computed by ${backend} on ${adapter} in ${precision}; change the backend`,
  change: "Change the backend",
  measuring: "measuring",
  stepsOfMillions: (millions: number) => `${millions} M steps/s`,
  stepsPerSecond: (steps: string) => `${steps} steps/s`,
  /** Why it is not another backend: the engine says so in English. */
  reason: (english: string) => english,
});
