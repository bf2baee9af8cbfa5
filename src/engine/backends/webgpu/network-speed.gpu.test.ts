import { expect, test } from "vitest";
import { networkSpec, runOn } from "../../../experiment/usual-spec";
import { networks } from "../../../networks/index";
import { compile } from "../../compile";
import { webgpuNetworks } from "./network";
import { idleMeasurer } from "./network-on-blots";

test("what a step of the reference network costs is printed", { timeout: 60_000 }, async () => {
  const table: string[] = [];
  for (const rules of [["adam"], ["sgd", "momentum", "nesterov", "adam", "rmsprop", "adagrad"]])
    for (const count of rules.length === 1 ? [1, 6, 64] : [6]) {
      const spec = networkSpec("mnist-mlp");
      const runs = Array.from({ length: count }, (_, i) =>
        runOn(networks["mnist-mlp"], rules[i % rules.length]!, i + 1),
      );
      const begun = performance.now();
      const execution = await webgpuNetworks({ openMeasurer: () => idleMeasurer }).prepare(
        compile({ ...spec, steps: 1000, runs }),
        {
          readFile: (path, signal) => fetch(`/data/${path}`, { signal }),
          onProgress: () => undefined,
          signal: new AbortController().signal,
        },
      );
      await execution.advance(1);
      const started = performance.now() - begun;
      const [times, scripts]: [number[], number[]] = [[], []];
      for (let i = 0; i < 12; i++) {
        const [script, from] = [execution.effort.milliseconds, performance.now()];
        const frames = count > 6 ? 3 : 20;
        const { loss } = await execution.advance(frames);
        expect(loss.every((value) => value < 10)).toBe(true);
        times.push((performance.now() - from) / frames);
        scripts.push((execution.effort.milliseconds - script) / frames);
      }
      expect(execution.effort.dispatches).toBe(4);
      execution.dispose();
      // The first ones warm up.
      table.push(
        `${count} runs of ${rules.length} rules: ${inWords(times.slice(4), 2)} a step, ` +
          `of which ${inWords(scripts.slice(4), 3)} JavaScript; first loss after ${started.toFixed(0)} ms`,
      );
    }
  console.log(table.join("\n"));
});

/** Median and least, which on a busy machine tells more. */
function inWords(values: number[], digits: number): string {
  const sorted = values.sort((a, b) => a - b);
  return `${sorted[sorted.length >> 1]!.toFixed(digits)} (least ${sorted[0]!.toFixed(digits)}) ms`;
}
