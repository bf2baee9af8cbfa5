import { describe, expect, it } from "vitest";
import { blankCheckpoint } from "../../../experiment/blank-checkpoint";
import { createRecording } from "../../../experiment/recording";
import { networks } from "../../../networks/index";
import { layersOf } from "../../../networks/layers";
import { layerAxis } from "./layer-axes";
import { layerGrid } from "./layer-grid";
import { layerLines } from "./layer-lines";
import { layersInWords } from "./layers-in-words";

const layers = layersOf(networks["mnist-mlp"], [2]);
const runs = [0, 1].map((index) => ({ index, number: index + 1, label: "" }));
const recording = createRecording(2, 100, false);
recording.append({
  ...{ first: 0, count: 30, runs: 2 },
  loss: Float64Array.from({ length: 60 }, (_, i) => (i === 45 ? NaN : 1)),
  checkpoints: [0, 10, 20].map((step) =>
    blankCheckpoint(step, {
      test: new Float64Array(2),
      gradientNorms: Float64Array.of(1 + step, 2, 3, 4),
      activations: Float32Array.of(0, step, 1, 1),
      alive: Float32Array.of(0, 1, 1, 1),
    }),
  ),
});

describe("a layer's lines", () => {
  it("follow each run over the checkpoints, and end where one diverged", () => {
    const [first, second] = layerLines("gradient", recording, layers, 0, runs);
    expect(first).toMatchObject({ steps: [0, 10, 20], values: [1, 11, 21] });
    expect(second).toMatchObject({ steps: [0, 10], values: [3, 3] });
    expect(layerLines("gradient", recording, layers, 1, runs)[0]).toMatchObject({ values: [2, 2, 2] });
  });

  it("tell of hidden units what they put out, and which share is dead", () => {
    expect(layerLines("output", recording, layers, 0, runs)[0]!.values).toEqual([0, 5, 10]);
    expect(layerLines("dead", recording, layers, 0, runs).map(({ values }) => values[0])).toEqual([0.5, 0]);
    expect(layerLines("dead", recording, layers, 1, runs)[0]!.values).toEqual([]);
  });
});

it("what the charts show is told in words, run by run", () => {
  const named = runs.map((run) => ({ ...run, label: ["Adam", "SGD"][run.index]! }));
  expect(layersInWords(recording, 12, layers, named)).toBe(
    "charts of the layers, at step 10. " +
      "Adam: layer 1: gradient norm 11, mean output 5, 1 of 2 units dead; output: gradient norm 2. " +
      "SGD: layer 1: gradient norm 3, mean output 1, 0 of 2 units dead; output: gradient norm 4",
  );
  expect(layersInWords(recording, 20, layers, named)).toContain("SGD diverged at step 15");
});

it("axes stay finite whatever was measured", () => {
  const [line] = layerLines("gradient", recording, layers, 0, runs);
  for (const quantity of ["gradient", "output", "dead"] as const)
    for (const values of [[], [0, 0], [1e-8, 3], [-2, 1]]) {
      const { domain } = layerAxis(quantity, [{ ...line!, values }]);
      expect(domain.every(Number.isFinite) && domain[0] < domain[1]).toBe(true);
    }
});

it("small charts lie in rows and columns, none upon another", () => {
  const plots = layerGrid(800, 450, 3, 3, 26);
  plots.flat().forEach((plot, i, all) => {
    expect(plot.left + plot.width).toBeLessThanOrEqual(800);
    expect(plot.top + plot.height).toBeLessThanOrEqual(450 - 20);
    for (const other of all.slice(0, i))
      expect(plot.left >= other.left + other.width || plot.top >= other.top + other.height).toBe(true);
  });
});
