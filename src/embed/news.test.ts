import { expect, it } from "vitest";
import { problemOf } from "../experiment/problem";
import { createRecording } from "../experiment/recording";
import { createRavineStore, type State } from "../store/store";
import { newsBetween } from "./news";

const state = (change: Partial<State> = {}): State => ({ ...createRavineStore().getState(), ...change });

it("a problem is told once, with its field", () => {
  const [lr, seed] = [
    problemOf("lr", { sentence: "{0} must be above {1}", values: ["lr", 0] }),
    problemOf("seed", { sentence: "{0} must be a whole number", values: ["seed"] }),
  ];
  const before = state({ problems: [lr] });
  expect(newsBetween(before, { ...before, problems: [{ ...lr }, seed] })).toEqual([
    { method: "problem", params: { field: "seed", message: "seed must be a whole number" } },
  ]);
});

it("progress counts what is computed; the end is told once", () => {
  const recording = createRecording(1, 10, true);
  const running = state({ recording, recorded: 1, execution: { status: "running" } });
  const halfway = { ...running, recorded: 6 };
  expect(newsBetween(running, halfway)).toEqual([{ method: "progress", params: { step: 5, steps: 10 } }]);
  const complete: State = { ...halfway, recorded: 11, execution: { status: "complete" } };
  expect(newsBetween(halfway, complete)).toEqual([
    { method: "progress", params: { step: 10, steps: 10 } },
    { method: "done" },
  ]);
  expect(newsBetween(complete, { ...complete, playback: { ...complete.playback, step: 3 } })).toEqual([]);
});

it("what stops the computing is a problem", () => {
  const before = state();
  const failed: State = { ...before, execution: { status: "failed", message: "the device was lost" } };
  expect(newsBetween(before, failed)).toEqual([
    { method: "problem", params: { message: "the device was lost", field: "execution" } },
  ]);
});
