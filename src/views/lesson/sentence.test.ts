import { expect, test } from "vitest";
import { presets } from "../../presets/index";
import { parseLink } from "../../store/parse-link";
import { createRecording } from "../../experiment/recording";
import { networkSpec, openingSpec, surfaceSpec } from "../../experiment/usual-spec";
import { type ExperimentSpec } from "../../experiment/spec";
import { presetOf, sentenceOf } from "./sentence";

test("a written lesson stands on its preset only, whatever computes it", () => {
  const spec = openingSpec();
  const name = (changed: ExperimentSpec) => presetOf(changed)?.name;
  expect(name(spec)).toBe("Momentum beside RMSprop");
  expect(name({ ...spec, backend: "webgpu" })).toBe("Momentum beside RMSprop");
  expect(name({ ...spec, steps: 99 })).toBeUndefined();
  expect(name({ ...spec, start: [-9, 1] })).toBeUndefined();
  const [first, ...rest] = spec.runs;
  expect(name({ ...spec, runs: [{ ...first!, hyperparameters: { lr: 0.02 } }, ...rest] })).toBeUndefined();
  expect(name(surfaceSpec("beale"))).toBeUndefined();
  expect(name(parseLink(presets["two-wells"].link).spec)).toBe("Two wells");
});

test("a written lesson names its runs in their places", () => {
  const { spec } = parseLink(presets["too-large-a-step"].link);
  expect(words(spec, createRecording(0, 0, true))).toMatch(
    /: Gradient descent η\u00a00.039 just stays below and arrives, Gradient descent η\u00a00.045 is just/,
  );
});

test("elsewhere the sentence says what the recording says", () => {
  const recording = createRecording(2, 2, true);
  const loss = Float64Array.of(3, 2, 1.25, 3, 1e30, 1e40);
  recording.append({ first: 0, count: 3, runs: 2, loss, checkpoints: [] });
  expect(words({ ...surfaceSpec("beale"), steps: 2 }, recording)).toBe(
    "Loss after 2 steps: Momentum 1.25, RMSprop diverged at step 1.",
  );
});

test("a network's sentence gives the running mean over its batches", () => {
  const recording = createRecording(2, 99, false);
  const loss = Float64Array.from({ length: 200 }, (_, i) => (i < 100 ? 0.5 : 0.25 + (i % 2) / 10));
  recording.append({ first: 0, count: 100, runs: 2, loss, checkpoints: [] });
  expect(words(networkSpec("mnist-mlp"), recording)).toBe(
    "Training loss after 99 steps: Momentum 0.5, RMSprop 0.307.",
  );
});

test("before anything is recorded it names what will run", () => {
  expect(words(networkSpec("mnist-mlp"), createRecording(0, 0, false))).toContain("Momentum and RMSprop.");
  expect(words({ ...openingSpec(), runs: [] }, createRecording(0, 0, true))).toContain("Add a run");
});

const words = (spec: ExperimentSpec, recording: Parameters<typeof sentenceOf>[1]) =>
  sentenceOf(spec, recording)
    .map((piece) => (typeof piece === "string" ? piece : piece.word))
    .join("");
