import { expect, test } from "vitest";
import { executeSurface } from "../../engine/backends/cpu/surface";
import { compile } from "../../engine/compile";
import { createRecording } from "../../experiment/recording";
import { isSurfaceSpec } from "../../experiment/spec";
import { surfaceSpec } from "../../experiment/usual-spec";
import { parseLink } from "../../store/parse-link";
import { surfaces } from "../../surfaces/index";
import { resultInWords, resultsOf } from "./results";

test("the opening's results are held against one per cent of the start's loss, its minimum being 0", () => {
  const { goal, words } = results("");
  expect(goal).toBeCloseTo(1.405, 3);
  expect(words()).toEqual([
    "loss 1.41 by step 15 · best 1.6·10⁻⁴ · path 29.4",
    "loss 1.41 by step 97 · best 1.25 · path 8.03",
  ]);
});

test("a goal the visitor chose stands for all; a run that diverges says so", () => {
  const { goal, words } = results("run=sgd(lr=0.05)&run=sgd(lr=0.01)", 0.5);
  expect(goal).toBe(0.5);
  expect(words()[0]).toMatch(/^loss 0.5 not reached · best \d+ · diverged at step \d+$/);
  expect(words()[1]).toMatch(/^loss 0.5 (by step \d+|not reached) · best [\d.]+ · path [\d.]+$/);
});

test("every surface has a usual goal between its start's loss and the lowest known", () => {
  for (const id of Object.keys(surfaces)) {
    const { goal, recording } = results(`surface=${id}`);
    expect(goal, id).toBeLessThan(recording.lossAt(0, 0));
  }
});

test("results are computed once for a recording and a goal", () => {
  const { recording, spec } = results("");
  const first = resultsOf(spec, recording, undefined);
  expect(resultsOf(spec, recording, undefined)).toBe(first);
  expect(resultsOf(spec, recording, 3)).not.toBe(first);
  expect(resultsOf(surfaceSpec("ravine"), recording, 3).goal).toBe(3);
});

function results(hash: string, chosen?: number) {
  const { spec, problems } = parseLink(hash);
  expect(problems).toEqual([]);
  if (!isSurfaceSpec(spec)) throw new Error("a surface was asked for");
  const recording = createRecording(spec.runs.length, spec.steps, true);
  recording.append(executeSurface(compile(spec)).walk(spec.steps + 1));
  const { goal, runs } = resultsOf(spec, recording, chosen);
  return { spec, recording, goal, words: () => runs.map((run) => resultInWords(run, goal)) };
}
