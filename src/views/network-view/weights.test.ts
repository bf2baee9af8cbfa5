import { describe, expect, it } from "vitest";
import { networks } from "../../networks/index";
import { layersOf, type Layer } from "../../networks/layers";
import { paintWeights, sheetSize, sideOf, weightScale } from "./weights";

const colours = { negative: [0, 0, 255], zero: [255, 255, 255], positive: [255, 0, 0] } as const;
/** Two units that look at four pixels, behind three numbers of something else. */
const layer: Layer = { kind: "dense", inputs: 4, units: 2, at: 3, fanOut: 2 };

describe("weight images", () => {
  // Row i holds the weights of pixel i: that of the first unit, then that of the second.
  const parameters = Float32Array.of(9, 9, 9, 0, 1, 0, -1, 0, 5, 0, 0.5, 9, 9);
  const sheet = { side: 2, shown: 2, perRow: 2 };

  it("are paper at zero, and full at the scale, against and for", () => {
    const pixels = paintWeights(parameters, layer, sheet, 1, colours);
    const at = (x: number, y: number) => [...pixels.subarray(4 * (y * 5 + x), 4 * (y * 5 + x) + 4)];
    expect(sheetSize(sheet)).toEqual({ width: 5, height: 2 });
    expect([at(0, 0), at(1, 0), at(0, 1), at(1, 1)]).toEqual(Array(4).fill([255, 255, 255, 255]));
    expect(at(2, 0)).toEqual([0, 0, 0, 0]);
    expect([at(3, 0), at(4, 0), at(3, 1)]).toEqual([[255, 0, 0, 255], [0, 0, 255, 255], [255, 0, 0, 255]]); // prettier-ignore
    expect(at(4, 1)[1]).toBeGreaterThan(0);
    expect(at(4, 1)[1]).toBeLessThan(128);
  });

  it("go on in the next row where one is full", () => {
    const rows = { ...sheet, perRow: 1 };
    expect(sheetSize(rows)).toEqual({ width: 2, height: 5 });
    const pixels = paintWeights(parameters, layer, rows, 1, colours);
    expect([...pixels.subarray(4 * 6, 4 * 6 + 4)]).toEqual([255, 0, 0, 255]);
  });

  it("of every network on the page are squares", () => {
    for (const network of Object.values(networks)) {
      const first = layersOf(network, network.hidden)[0]!;
      expect(sideOf(first) ** 2).toBe(first.inputs);
    }
  });
});

describe("the colours' scale", () => {
  const wide: Layer = { kind: "dense", inputs: 784, units: 1, at: 0, fanOut: 1 };
  const runsOf = (...values: number[]) =>
    Float32Array.from({ length: 785 * values.length }, (_, i) => values[Math.floor(i / 785)]!);

  it("lies between the runs' own scales, and one pixel does not set it", () => {
    const weights = runsOf(0.1, 0.4);
    weights[0] = 1000;
    expect(weightScale(weights, 2, wide)).toBeCloseTo(0.2);
    expect(weightScale(weights.subarray(0, 785), 1, wide)).toBeCloseTo(0.1);
  });

  it("is not raised by a run that has blown up", () => {
    expect(weightScale(runsOf(0.1, 300), 2, wide)).toBeCloseTo(0.1);
    expect(weightScale(runsOf(300, 0.1, 0.4, 9000), 4, wide)).toBeCloseTo(0.2);
  });

  it("is of use for a network that diverged, or has no weights yet", () => {
    expect(weightScale(runsOf(NaN), 1, wide)).toBe(1);
    expect(weightScale(runsOf(0), 1, wide)).toBe(1);
    expect(weightScale(runsOf(NaN, 0.4), 2, wide)).toBeCloseTo(0.4);
  });
});
