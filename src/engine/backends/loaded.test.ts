import { expect, it } from "vitest";
import { surfaceSpec } from "../../experiment/usual-spec";
import { compile } from "../compile";
import { cpuSurfaces } from "./cpu/surface";
import { loaded } from "./loaded";
import { orElse } from "./or-else";
import { notFetched, part } from "./part";

it("where a backend's code does not come another computes, and says why", async () => {
  const missing = loaded("webgpu", () => part(Promise.reject(new TypeError("Failed to fetch"))));
  const execution = await orElse(missing, cpuSurfaces).prepare(compile(surfaceSpec("ravine")), {
    readFile: () => Promise.reject(new Error("a surface reads no file")),
    onProgress: () => undefined,
    signal: new AbortController().signal,
  });
  expect(execution.computedBy).toMatchObject({ backend: "cpu", note: `not on WebGPU: ${notFetched}` });
  expect((await execution.advance(5)).count).toBe(5);
});
