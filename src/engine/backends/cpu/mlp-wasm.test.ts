import { afterEach, expect, test, vi } from "vitest";
import { randomOf } from "../../../experiment/random";
import type { RunSpec } from "../../../experiment/spec";
import { networkSpec, runOn } from "../../../experiment/usual-spec";
import { layersOf, parameterCount } from "../../../networks/layers";
import { mnistMlp } from "../../../networks/mnist-mlp";
import { activations } from "../../../networks/settings";
import { compile, type CompiledRun } from "../../compile";
import { dropoutMask } from "../../training/dropout";
import { initialParameters } from "../../training/initial-parameters";
import { pixelScale } from "../../training/pixels";
import type { Mlp, MlpShape, Samples } from "./mlp";
import { jsMlp } from "./mlp-js";
import { wasmMlp } from "./mlp-wasm";
import { pickMlp } from "./pick-mlp";
import { hasWasmSimd } from "./wasm/modules";

// The JavaScript arithmetic, in float64, is held against a loss written out and central differences in its own test.

const [plain, standardised] = [pixelScale(false), pixelScale(true)];

afterEach(() => vi.unstubAllGlobals());

const widths = [[], [1], [3], [5], [7], [10], [33], [70, 2], [10, 10], [4, 9, 6, 5]];
const shapes = widths.flatMap((hidden) => [
  { hidden, side: 4, outputs: 3, count: 5, activation: "relu", pixels: plain, hasDropout: false } as const,
  {
    hidden,
    side: 5,
    outputs: 10,
    count: 9,
    activation: "tanh",
    pixels: standardised,
    hasDropout: true,
  } as const,
]);
const others = activations.flatMap((activation) =>
  [plain, standardised].flatMap((pixels) =>
    [false, true].map((hasDropout) => ({
      ...{ hidden: [6, 11], side: 3, outputs: 13, count: 32, activation, pixels, hasDropout },
    })),
  ),
);
type Case = (typeof shapes | typeof others)[number];

test.each<Case>([...shapes, ...others])(
  "$side x $side-$hidden-$outputs, $activation, dropout $hasDropout, $pixels.offset: loss, outputs, classes and gradients are the oracle's",
  async ({ hidden, side, outputs, count, activation, pixels, hasDropout }) => {
    const layers = layersOf({ side, features: [], outputs }, hidden);
    const [mlp, oracle] = await bothAt(
      { layers, activation, pixels, capacity: count + 2 },
      runsOf("sgd"),
      0.5,
    );
    const ink = inkOf(side, outputs, count);
    const masks = hidden.map((units, l) => dropoutMask({ share: 0.4, seed: 1 }, 3, l, count, units));
    const inputs = Float32Array.from(ink.inputs, (value) => pixels.scale * value + pixels.offset);
    // Loaded in turn, so that nothing of one may be left for the next.
    const all: Samples[] = [ink, { ...ink, ...(hasDropout && { masks }) }, { ...ink, inputs }, ink];
    for (const samples of all) {
      const read = [mlp, oracle].map((each) => {
        each.load(samples);
        const loss = each.forward(0);
        each.backward(0);
        return {
          loss: [loss],
          ...Object.fromEntries(hidden.map((_, layer) => [`outputs of ${layer}`, [...each.outputs(layer)]])),
          named: [...each.named()],
          gradient: [...each.gradient()],
          inputGradient: [...each.inputGradient()],
        } as Record<string, number[]>;
      });
      for (const [what, values] of Object.entries(read[0]!)) {
        const expected = read[1]![what]!;
        expect(values, what).toHaveLength(expected.length);
        // Sums of some dozen terms of size 1, each rounded.
        values.forEach((value, i) =>
          expect(Math.abs(value - expected[i]!), `${what} ${i}`).toBeLessThan(4e-6),
        );
      }
    }
  },
);

test("50 steps of each rule on MNIST's shape have the oracle's losses", async () => {
  const layers = layersOf(mnistMlp, mnistMlp.hidden);
  const count = 32;
  const runs = runsOf("sgd", "momentum", "nesterov", "rmsprop", "adam");
  const shape: MlpShape = { layers, activation: "relu", pixels: plain, capacity: count };
  const both = await Promise.all([wasmMlp, jsMlp].map((make) => make(shape, runs)));
  const start = initialParameters(layers, "glorot", 1);
  for (const mlp of both) runs.forEach((_, run) => mlp.stand(run, start));
  const first: number[] = [];
  for (let step = 0; step < 50; step++) {
    const samples = digitsOf(28, 10, count, step);
    const [losses, expected] = both.map((mlp) => {
      mlp.load(samples);
      return runs.map((_, run) => stepped(mlp, run, step + 1));
    });
    if (step === 0) first.push(...losses!);
    losses!.forEach((loss, run) =>
      expect(Math.abs(loss - expected![run]!), `run ${run}, step ${step}`).toBeLessThan(1e-5),
    );
    if (step === 49) losses!.forEach((loss, run) => expect(loss).toBeLessThan(0.98 * first[run]!));
  }
});

test("penalties, clipping by norm and plateaus see what the oracle's see", async () => {
  const layers = layersOf({ side: 5, features: [], outputs: 3 }, [7]);
  const sgd = runOn(mnistMlp, "sgd", 1);
  const runs = compiledRuns([
    { ...sgd, hyperparameters: { lr: 0.1, l1: 0.01, l2: 0.1, clipNorm: 0.2, clipWeights: 0.4 } },
    { ...sgd, hyperparameters: { lr: 0.3 }, schedule: { id: "plateau", parameters: {} } },
    { ...runOn(mnistMlp, "schedule-free", 1) },
  ]);
  const [mlp, oracle] = await bothAt(
    { layers, activation: "sigmoid", pixels: plain, capacity: 8 },
    runs,
    0.3,
  );
  for (let step = 0; step < 30; step++) {
    const samples = digitsOf(5, 3, 8, step);
    for (const each of [mlp, oracle]) {
      each.load(samples);
      runs.forEach((_, run) => stepped(each, run, step + 1));
    }
  }
  runs.forEach((_, run) => {
    const expected = oracle.parameters(run);
    mlp.parameters(run).forEach((value, i) => expect(Math.abs(value - expected[i]!)).toBeLessThan(1e-5));
  });
});

test("a run that is put where another stood walks on as that one does", async () => {
  const layers = layersOf({ side: 5, features: [], outputs: 3 }, [7]);
  const shape: MlpShape = { layers, activation: "relu", pixels: plain, capacity: 8 };
  const runs = runsOf("sgd", "adam", "schedule-free");
  const [[mlp], [other]] = [await bothAt(shape, runs, 0.3), await bothAt(shape, runs, 0.1)];
  const walk = (each: Mlp, from: number, to: number) => {
    for (let step = from; step < to; step++) {
      each.load(digitsOf(5, 3, 8, step));
      runs.forEach((_, run) => stepped(each, run, step + 1));
    }
  };
  walk(mlp, 0, 5);
  runs.forEach((_, run) => other.stand(run, mlp.standing(run)));
  walk(mlp, 5, 10);
  walk(other, 5, 10);
  runs.forEach((_, run) => {
    expect(other.standing(run)).toEqual(mlp.standing(run));
    expect(other.parameters(run)).toEqual(mlp.parameters(run));
  });
});

test("a run that diverges has no loss, and the others walk as if it were not there", async () => {
  const layers = layersOf({ side: 5, features: [], outputs: 3 }, [7, 6]);
  const shape: MlpShape = { layers, activation: "relu", pixels: plain, capacity: 8 };
  const sgd = runOn(mnistMlp, "sgd", 1);
  const wild: RunSpec = { ...sgd, hyperparameters: { lr: 1e38 } };
  const last = async (specs: RunSpec[]) => {
    const runs = compiledRuns(specs);
    const [mlp] = await bothAt(shape, runs, 0.3);
    let losses: number[] = [];
    for (let step = 0; step < 10; step++) {
      mlp.load(digitsOf(5, 3, 8, step));
      losses = runs.map((_, run) => stepped(mlp, run, step + 1));
    }
    return losses;
  };
  const [alone] = await last([sgd]);
  const [before, diverged, behind] = await last([sgd, wild, sgd]);
  expect(diverged! < 1e6).toBe(false);
  expect([before, behind]).toEqual([alone, alone]);
});

test("of equal scores the first is named; where a score is no number there is no loss", async () => {
  const layers = layersOf({ side: 2, features: [], outputs: 6 }, []);
  const theta = new Float32Array(parameterCount(layers));
  const [mlp] = await bothAt({ layers, activation: "relu", pixels: plain, capacity: 2 }, runsOf("sgd"), 0);
  const named = (...biases: number[]) => {
    theta.set(biases, theta.length - 6);
    mlp.stand(0, theta);
    mlp.load({ inputs: new Uint8Array(8), labels: Uint8Array.of(0, 1), count: 2 });
    const loss = mlp.forward(0);
    return { named: [...mlp.named()], loss };
  };
  expect(named(0, 0, 0, 0, 0, 0)).toEqual({ named: [0, 0], loss: expect.closeTo(Math.log(6), 6) });
  expect(named(-3, -2, -2, -2, -2, -2).named).toEqual([1, 1]);
  expect(named(0, 0, 0, 0, 0, 9).named).toEqual([5, 5]);
  // A class that is sure and wrong: no overflow.
  expect(named(0, 0, 0, 0, 0, 500).loss).toBeCloseTo(500, 4);
  expect(named(0, NaN, 0, 0, 0, 0)).toEqual({ named: [0, 0], loss: NaN });
});

test("where WebAssembly or its vectors are missing, or compiling is forbidden, one is told so", async () => {
  const layers = layersOf({ side: 2, features: [], outputs: 77 }, []);
  const shape: MlpShape = { layers, activation: "relu", pixels: plain, capacity: 1 };
  expect(hasWasmSimd()).toBe(true);
  vi.stubGlobal("WebAssembly", { validate: () => false });
  expect(hasWasmSimd()).toBe(false);
  vi.stubGlobal("WebAssembly", undefined);
  expect(hasWasmSimd()).toBe(false);
  expect((await pickMlp(shape, runsOf("sgd"))).precision).toBe("float64");
  vi.unstubAllGlobals();
  const refusal = new Error("Refused to compile or instantiate WebAssembly module");
  vi.stubGlobal("WebAssembly", { Memory: WebAssembly.Memory, compile: () => Promise.reject(refusal) });
  await expect(wasmMlp(shape, runsOf("sgd"))).rejects.toThrow(refusal);
  vi.unstubAllGlobals();
  // It was not remembered as what the module is.
  await expect(wasmMlp(shape, runsOf("sgd"))).resolves.toBeDefined();
});

test("what was kept is loaded as it was, in the middle of other samples", async () => {
  const layers = layersOf({ side: 5, features: [], outputs: 3 }, [7]);
  const [mlp] = await bothAt(
    { layers, activation: "relu", pixels: standardised, capacity: 5 },
    runsOf("sgd"),
    0.5,
  );
  const ink = inkOf(5, 3, 5);
  const inputs = Float32Array.from(ink.inputs, (value) => value / 7);
  const kept = [mlp.keep(ink), mlp.keep({ ...ink, inputs })];
  const lossOn = (samples: Parameters<Mlp["load"]>[0]) => {
    mlp.load(samples);
    return mlp.forward(0);
  };
  const expected = [lossOn(ink), lossOn({ ...ink, inputs })];
  const masks = [dropoutMask({ share: 0.5, seed: 2 }, 0, 0, 5, 7)];
  expect(lossOn({ ...ink, masks })).not.toBe(expected[0]);
  expect(kept.map(lossOn)).toEqual(expected);
});

const compiledRuns = (runs: RunSpec[]): readonly CompiledRun[] =>
  compile({ ...networkSpec("mnist-mlp"), runs }).runs;

const runsOf = (...ids: string[]) => compiledRuns(ids.map((id) => runOn(mnistMlp, id, 1)));

/** WebAssembly and its oracle, all runs at the same random parameters of this deviation. */
async function bothAt(shape: MlpShape, runs: readonly CompiledRun[], deviation: number): Promise<[Mlp, Mlp]> {
  const random = randomOf(3, "parameters");
  const theta = Float32Array.from(
    { length: parameterCount(shape.layers) },
    () => deviation * random.normal(),
  );
  const [mlp, oracle] = await Promise.all([wasmMlp, jsMlp].map((make) => make(shape, runs)));
  for (const each of [mlp!, oracle!]) runs.forEach((_, run) => each.stand(run, theta));
  return [mlp!, oracle!];
}

/** One step of a run on what is loaded; the loss it set out from. */
function stepped(mlp: Mlp, run: number, t: number): number {
  const loss = mlp.forward(run);
  mlp.backward(run);
  mlp.update(run, t, loss);
  return loss;
}

/** Images of which a third is paper; the first is all paper. */
function inkOf(side: number, classes: number, count: number): Samples {
  const random = randomOf(2, "images");
  const ink = (_: unknown, i: number) =>
    i < side * side || random.uniform() < 1 / 3 ? 0 : Math.floor(256 * random.uniform());
  return {
    inputs: Uint8Array.from({ length: count * side * side }, ink),
    labels: Uint8Array.from({ length: count }, (_, i) => i % classes),
    count,
  };
}

/** Images one can learn: each class has pixels of its own, among others by chance. */
function digitsOf(side: number, classes: number, count: number, step: number): Samples {
  const random = randomOf(step, "digits");
  const labels = Uint8Array.from({ length: count }, () => Math.floor(classes * random.uniform()));
  const inputs = Uint8Array.from({ length: count * side * side }, (_, i) => {
    const isOfClass = (i % (side * side)) % classes === labels[Math.floor(i / (side * side))];
    return random.uniform() < (isOfClass ? 0.6 : 0.1) ? Math.floor(256 * random.uniform()) : 0;
  });
  return { inputs, labels, count };
}
