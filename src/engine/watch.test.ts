import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createWatch } from "./watch";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("silence is told once it has lasted longer than patience", () => {
  const { watch, seen } = open();
  watch.wait();
  vi.advanceTimersByTime(2900);
  expect(seen.silences).toBe(0);
  vi.advanceTimersByTime(600);
  expect(seen.silences).toBe(1);
  vi.advanceTimersByTime(60_000);
  expect(seen.silences).toBe(1);
});

test("whoever gives a sign of life may take for ever", () => {
  const { watch, seen } = open();
  seen.onPing = watch.heard;
  watch.wait();
  vi.advanceTimersByTime(600_000);
  expect(seen.silences).toBe(0);
});

test("nobody is asked for a sign of life while nothing is waited for", () => {
  const { watch, seen } = open();
  watch.wait();
  watch.rest();
  vi.advanceTimersByTime(60_000);
  expect([seen.pings, seen.silences]).toEqual([0, 0]);
});

test("the sleep of the page itself is not taken for silence", () => {
  const { watch, seen } = open();
  let slept = 0;
  const { now } = performance;
  vi.spyOn(performance, "now").mockImplementation(() => now.call(performance) + slept);
  watch.wait();
  for (let times = 0; times < 20; times++) {
    slept += 60_000;
    vi.advanceTimersByTime(500);
  }
  expect(seen.silences).toBe(0);
  vi.advanceTimersByTime(3500);
  expect(seen.silences).toBe(1);
});

function open() {
  const seen = { pings: 0, silences: 0, onPing: () => {} };
  const watch = createWatch({
    ping() {
      seen.pings++;
      seen.onPing();
    },
    onSilent: () => void seen.silences++,
    patience: () => 3000,
  });
  return { watch, seen };
}
