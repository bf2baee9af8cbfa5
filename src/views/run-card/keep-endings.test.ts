import { expect, it } from "vitest";
import { triedOf } from "../../experiment/endings";
import { createRecording } from "../../experiment/recording";
import { networkSpec, surfaceSpec } from "../../experiment/usual-spec";
import { createRavineStore } from "../../store/store";
import { keepEndings } from "./keep-endings";

const spec = { ...networkSpec("mnist-mlp"), steps: 2 };
const [momentum, rmsprop] = spec.runs;

it("a network is remembered once it is trained to its end: the loss its sentence says, and that a run diverged", () => {
  const store = createRavineStore();
  const { known, onChange } = keepEndings(store);
  let changes = 0;
  onChange(() => changes++);
  store.setState({ ...recorded(), execution: { status: "running" } });
  store.setState({ recorded: 3, execution: { status: "cancelled" } });
  expect(known()).toEqual([]);
  store.setState({ execution: { status: "complete" } });
  store.setState({ playback: { step: 1, playing: false, speed: 1 } });
  expect(triedOf(known(), spec, momentum!, "lr")).toMatchObject([{ loss: 1.25 }]);
  expect(triedOf(known(), spec, rmsprop!, "lr")).toMatchObject([{ loss: Infinity }]);
  expect(changes).toBe(1);
});

it("what ended before anybody asked counts, and a page remembers in one place", () => {
  const store = createRavineStore();
  store.setState({ ...recorded(), execution: { status: "complete" } });
  expect(keepEndings(store).known()).toHaveLength(2);
  expect(keepEndings(store)).toBe(keepEndings(store));
});

it("a surface's runs are not remembered: their sweeps are computed", () => {
  const store = createRavineStore();
  const recordedSpec = { ...surfaceSpec("ravine"), steps: 2 };
  store.setState({ ...recorded(), recordedSpec, execution: { status: "complete" } });
  expect(keepEndings(store).known()).toEqual([]);
});

/** Two runs of two steps, the second of which diverged. */
function recorded() {
  const recording = createRecording(2, 2, false);
  recording.append({
    ...{ first: 0, count: 3, runs: 2, checkpoints: [] },
    loss: Float64Array.of(3, 2, 1.25, 3, 1e30, NaN),
  });
  return { spec, recordedSpec: spec, recording, recorded: 3 };
}
