import { expect, it } from "vitest";
import { executeSurface } from "../../engine/backends/cpu/surface";
import { compile } from "../../engine/compile";
import { createRecording } from "../../experiment/recording";
import type { SurfaceSpec } from "../../experiment/spec";
import { surfaceSpec } from "../../experiment/usual-spec";
import { createRavineStore, type State } from "../../store/store";
import { surfaces } from "../../surfaces/index";
import { drawnRuns } from "./drawn-runs";
import { fit } from "./viewport";

const spec: SurfaceSpec = { ...surfaceSpec("ravine"), steps: 40 };
const viewport = fit(surfaces.ravine, 944, 264);

it("of the runs on a map, only the one that went another way is traced anew", () => {
  const before = tracesOf(recorded(spec));
  const after = tracesOf(recorded(withRate(spec, 1, 0.02)));
  expect(after[0]).toBe(before[0]);
  expect(after[1]!.segments).not.toEqual(before[1]!.segments);
});

it("a start that moved, or a map of another size, traces all anew", () => {
  const [before] = tracesOf(recorded(spec));
  expect(tracesOf(recorded({ ...spec, start: [1, 1] }))[0]!.segments).not.toEqual(before!.segments);
  const wider = fit(surfaces.ravine, 1200, 264);
  expect(tracesOf(recorded(spec), wider)[0]!.segments).not.toEqual(before!.segments);
});

it("the same way on a surface seen through another window is traced anew", () => {
  const own = { value: "x^2 + y^2", surface: "custom", parameters: {} };
  const [wide, narrow] = [4, 0.1].map((half) =>
    recorded({ ...spec, ...own, start: [1, 1], domain: { x: [-half, half], y: [-half, half] } }),
  );
  expect(tracesOf(narrow!)[0]).not.toBe(tracesOf(wide!)[0]);
});

const tracesOf = (state: State, on = viewport) =>
  drawnRuns(
    state,
    spec.runs.map(({ number }) => number),
    on,
  ).map(({ trace }) => trace);

function withRate(spec: SurfaceSpec, index: number, lr: number): SurfaceSpec {
  const runs = spec.runs.map((run, i) =>
    i === index ? { ...run, hyperparameters: { ...run.hyperparameters, lr } } : run,
  );
  return { ...spec, runs };
}

/** What the page knows once a spec is computed, the cursor at its end. */
function recorded(spec: SurfaceSpec): State {
  const experiment = compile(spec);
  if (experiment.kind !== "surface") throw new Error("a surface was asked for");
  const recording = createRecording(spec.runs.length, spec.steps, true);
  recording.append(executeSurface(experiment).walk(spec.steps + 1));
  const { playback, ...rest } = createRavineStore().getState();
  return {
    ...{ ...rest, spec, recordedSpec: spec, recording, recorded: recording.frames },
    playback: { ...playback, step: spec.steps },
  };
}
