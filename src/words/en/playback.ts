import { inLanguage } from "../speak";

/** Words of the playback, and of what a screen reader hears of the runs. */
export const playbackWords = inLanguage("playback", {
  playback: "playback",
  toStart: "to the start",
  back: "step back",
  pause: "pause",
  play: "play",
  forward: "step forward",
  speed: "speed",
  speedKeys: "Speed (< and >)",
  loop: "loop",
  loopKey: "Loop (L)",
  step: "step",
  /** Before a network's number of the step. */
  stepWord: "step ",
  of: (total: string) => `of ${total}`,
  cursor: (step: number, steps: number, runs: string) => `${step} of ${steps}. ${runs}`,
  runDiverged: (run: string, step: number) => `${run}: diverged at step ${step}.`,
  /** A network's loss is that of one batch, and not the running mean that is drawn. */
  runAt: (run: string, step: number, loss: string, isOfBatch: boolean) =>
    `${run}: step ${step}, ${isOfBatch ? "batch " : ""}loss ${loss}.`,
  epoch: (epoch: number, epochs: number, training: string) => `epoch ${epoch} of ${epochs}, ${training}`,
  training: {
    idle: "not started",
    preparing: "starting",
    running: "training",
    complete: "trained",
    cancelled: "stopped",
    failed: "stopped",
  },
  branch: "branch here",
  branchKey: "Branch here: sliders act from this step on (B)",
  branching: (step: string) => `sliders act from ${step} on`,
});
