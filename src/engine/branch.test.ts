import { describe, expect, test } from "vitest";
import { optimizers } from "../optimizers/index";
import { parseLink } from "../store/parse-link";
import { executeSurface } from "./backends/cpu/surface";
import { closureWalker } from "./backends/cpu/walk";
import { pickBackend } from "./backends/pick";
import { compile } from "./compile";

describe("a run that branches", () => {
  const ids = Object.keys(optimizers);

  test.each(ids)("%s goes as before up to the step, and elsewhere from there", (id) => {
    const branched = pathOf(`noise=0.1&run=${id}(lr=0.02,until=40(lr=0.01))`);
    const before = pathOf(`noise=0.1&run=${id}(lr=0.01)`);
    expect(branched.slice(0, 41)).toEqual(before.slice(0, 41));
    // The way it has left is walked beside it.
    expect(pathOf(`noise=0.1&run=${id}(lr=0.02,until=40(lr=0.01))`, 1)).toEqual(before);
    // Of Rprop lr is the first step's size alone.
    if (id !== "rprop") expect(branched[41]).not.toEqual(before[41]);
  });

  test("at a rate that is one half goes on as under a schedule that halves it there", () => {
    const halved = pathOf("run=adam(lr=0.1,until=40(lr=0.2))");
    const scheduled = pathOf("run=adam(lr=0.2,schedule=step(every=0.4,factor=0.5))");
    halved.slice(0, 80).forEach((point, k) => {
      expect(point[0]).toBeCloseTo(scheduled[k]![0]!, 12);
      expect(point[1]).toBeCloseTo(scheduled[k]![1]!, 12);
    });
  });

  test("is the same in one batch and in many, in generated code and over closures", () => {
    const link = "run=rmsprop(lr=0.3,until=7(rho=0.5))&run=sgd&steps=20";
    const whole = executeSurface(surface(link)).walk(21);
    const byClosures = executeSurface(surface(link), undefined, closureWalker).walk(21);
    expect(byClosures).toEqual(whole);
    const inParts = executeSurface(surface(link));
    const parts = [1, 5, 2, 13].map((count) => inParts.walk(count));
    const joined = parts.flatMap(({ loss, count }) => [...loss.subarray(0, count)]);
    expect(joined).toEqual([...whole.loss.subarray(0, 21)]);
  });

  test("is computed by the CPU whatever is asked for, which says so", async () => {
    const { backend } = await pickBackend(surface("run=sgd(lr=0.01,until=5(lr=0.02))"), "webgpu");
    expect(backend.name).toBe("cpu");
  });
});

function surface(hash: string) {
  const { spec, problems } = parseLink(hash);
  expect(problems).toEqual([]);
  const experiment = compile(spec);
  if (experiment.kind !== "surface") throw new Error("a surface was asked for");
  return experiment;
}

/** The iterates of a run of a link, by its place among those computed. */
function pathOf(hash: string, run = 0, last = 100): number[][] {
  const { theta, count } = executeSurface(surface(hash)).walk(101);
  return Array.from({ length: last + 1 }, (_, k) => [
    ...theta!.subarray(2 * (run * count + k), 2 * (run * count + k) + 2),
  ]);
}
