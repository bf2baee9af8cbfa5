import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createRecording } from "../../experiment/recording";
import { openingSpec } from "../../experiment/usual-spec";
import { createRavineStore } from "../../store/store";
import { startAnnouncing } from "./announcements";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("while playing, the runs are told every two seconds, and at once when playing stops", () => {
  const { store, said } = announced();
  store.setState({ playback: { step: 0, playing: true, speed: 1 } });
  for (let step = 1; step <= 50; step++) {
    store.setState({ playback: { step: step % 3, playing: true, speed: 1 } });
    vi.advanceTimersByTime(100);
  }
  expect(said).toHaveLength(2);
  store.setState({ playback: { step: 2, playing: false, speed: 1 } });
  expect(said).toHaveLength(3);
  expect(said.at(-1)).toBe("Momentum: step 2, loss 1. RMSprop: step 2, loss 1.");
  vi.advanceTimersByTime(10_000);
  expect(said).toHaveLength(3);
});

it("a slider's move is told while paused, once it rests", () => {
  const { store, said } = announced();
  for (let move = 1; move <= 10; move++)
    store.setState({ spec: { ...openingSpec() }, recordedSpec: openingSpec(), recording: recordingOf(move) });
  expect(said).toEqual([]);
  vi.advanceTimersByTime(2000);
  expect(said).toEqual(["Momentum: step 0, loss 10. RMSprop: step 0, loss 10."]);
});

it("without runs nothing is told, and after the end nothing at all", () => {
  const { store, said, end } = announced();
  store.setState({ spec: { ...openingSpec(), runs: [] } });
  vi.advanceTimersByTime(2000);
  expect(said).toEqual([""]);
  store.setState({ spec: openingSpec() });
  end();
  vi.advanceTimersByTime(2000);
  expect(said).toEqual([""]);
});

function announced() {
  const store = createRavineStore();
  store.setState({ recording: recordingOf(1), recorded: 3 });
  const said: string[] = [];
  return { store, said, end: startAnnouncing(store, (words) => said.push(words)) };
}

function recordingOf(loss: number) {
  const recording = createRecording(2, 2, true);
  const points = new Float64Array(12);
  recording.append({
    ...{ first: 0, count: 3, runs: 2, checkpoints: [], theta: points, gradient: points },
    loss: new Float64Array(6).fill(loss),
  });
  return recording;
}
