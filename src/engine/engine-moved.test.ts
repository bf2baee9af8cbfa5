import { expect, test, vi } from "vitest";
import { surfaceSpec } from "../experiment/usual-spec";
import type { ComputedBy, Execution } from "./backends/backend";
import { createEngine } from "./engine";
import type { Response } from "./protocol";

const cpu: ComputedBy = { backend: "cpu", adapter: "JavaScript", precision: "float64" };
const gpu: ComputedBy = { backend: "webgpu", adapter: "WebGPU: some", precision: "float32" };

/** Computed by whoever is named for the frame. */
const computedBy = [cpu, cpu, gpu, gpu];
vi.mock("./backends/pick", () => ({
  pickBackend: () =>
    Promise.resolve({ backend: { prepare: () => Promise.resolve(moving()) }, news: Promise.resolve() }),
}));

test("the page is told who goes on with an execution, once and before his frames", async () => {
  const posted: Response[] = [];
  let complete: () => void = () => undefined;
  const done = new Promise<void>((resolve) => (complete = resolve));
  const answer = createEngine((response) => {
    posted.push(response);
    if (response.type !== "frames") return;
    if (response.batch.first === 3) complete();
    else answer({ type: "advance", id: 1, frames: 1 });
  });
  answer({ type: "start", id: 1, spec: { ...surfaceSpec("ravine"), steps: 3 }, dataUrl: "", frames: 1 });
  await done;
  expect(posted.map(({ type }) => type)).toEqual(
    ["heard", "started", "frames", "frames", "moved", "frames", "frames"], // prettier-ignore
  );
  expect(posted[1]).toMatchObject({ computedBy: cpu });
  expect(posted[4]).toEqual({ type: "moved", id: 1, computedBy: gpu });
});

function moving(): Execution {
  let frame = 0;
  return {
    get computedBy() {
      return computedBy[Math.max(0, frame - 1)]!;
    },
    steps: 3,
    advance: () =>
      Promise.resolve({ first: frame++, count: 1, runs: 0, loss: new Float64Array(0), checkpoints: [] }),
    dispose: () => undefined,
  };
}
