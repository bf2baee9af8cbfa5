import { afterEach, expect, test, vi } from "vitest";
import type { NetworkSpec, RunSpec } from "../../../experiment/spec";
import { runOn } from "../../../experiment/usual-spec";
import { networks } from "../../../networks/index";
import { activations } from "../../../networks/settings";
import { optimizers } from "../../../optimizers/index";
import { conventionsOf, type Optimizer } from "../../../optimizers/optimizer";
import { schedules } from "../../../schedules/index";
import { budgeted } from "../../compile";
import { createBatches } from "../../training/batches";
import { dropoutMask } from "../../training/dropout";
import { initialParameters } from "../../training/initial-parameters";
import { pixelScale } from "../../training/pixels";
import { createJsMlp } from "../cpu/mlp-js";
import type { WebgpuNetwork } from "./network-execution";
import { blots, experimentOf, runOf, startOnBlots } from "./network-on-blots";

const opened: WebgpuNetwork[] = [];
// Two cores play GPU, and may have much else to do.
vi.setConfig({ testTimeout: 60_000 });
afterEach(() => opened.splice(0).forEach((execution) => execution.dispose()));

test("fifty steps of the reference network have the losses of float64, within 1e-4", async () => {
  const ids = ["sgd", "momentum", "nesterov", "adam", "rmsprop"];
  await expectOracle({ hidden: [10, 10], batch: 32, runs: ids.map((id, i) => runOf(id, i)) }, 50, 1e-4);
});

test("every rule in every convention trains as in float64", async () => {
  const rules = Object.entries<Optimizer>(optimizers).flatMap(([id, optimizer]) =>
    conventionsOf(optimizer).map((convention) => ({ id, convention })),
  );
  const runs = rules.map(({ id, convention }, i) => runOn(networks["mnist-mlp"], id, i + 1, convention));
  await expectOracle({ runs }, 20, 1e-4);
});

test.each(activations.map((activation) => ({ activation })))(
  "$activation has its slope in float64, at any depth, narrow and wide",
  async ({ activation }) => {
    for (const hidden of [[], [7], [12, 9], [40, 6], [5, 40, 33, 6]])
      await expectOracle(
        { activation, hidden, batch: 9, runs: [runOf("momentum", 0), runOf("adam", 1)] },
        20,
        1e-4,
      );
  },
);

test("dropout leaves out the units the hash says, in narrow and in wide networks", async () => {
  for (const activation of activations)
    for (const hidden of [
      [12, 9],
      [40, 34],
    ])
      await expectOracle(
        { activation, hidden, dropout: 0.4, batch: 10, runs: [runOf("sgd", 0), runOf("adam", 1)] },
        12,
        1e-4,
      );
});

test("standardised and augmented pixels are those of float64", async () => {
  await expectOracle(
    { standardise: true, shift: 2, rotate: 10, labelNoise: 0.2, runs: [runOf("sgd", 0, { lr: 0.01 })] },
    20,
    1e-4,
  );
});

test("with every modifier and each schedule around them, rules train as in float64", async () => {
  const around = { l1: 1e-4, l2: 1e-3, clipNorm: 0.5, clip: 0.1, decay: 0.01, clipWeights: 0.09 };
  const runs = Object.keys(schedules).map((id, i): RunSpec => {
    const plain = runOf(i % 2 ? "momentum" : "adam", i, around);
    return {
      ...plain,
      schedule: { id, parameters: id === "plateau" ? { patience: 2, threshold: 0.2 } : {} },
    };
  });
  const execution = await expectOracle({ runs, steps: 30 }, 30, 1e-4);
  expect(execution.effort.dispatches).toBe(7);
  // A wide one, whose gradient has many strips.
  await expectOracle(
    { hidden: [64, 48], runs: [runOf("sgd", 0, { clipNorm: 0.3, l2: 0.01 }), runOf("sgd", 1)] },
    15,
    1e-4,
  );
});

test("rules that a visitor may type train as in float64, whatever their names", async () => {
  const rules = [
    {
      name: "a",
      update: "walk = frame * 0.5\ntheta = theta - walk * sign(g) * min(window2 + t, at + g^2 / t)",
    },
    {
      name: "b",
      update:
        "position = position + 0.01 * g\ndeltas = position\ntheta = theta - run_0 * deltas * 0 - position",
    },
    { name: "c", update: "theta = theta - 0.1 * g" },
  ];
  const hyperparameters = { frame: 0.01, window2: 0.2, at: 0.3, run_0: 1 };
  const runs = rules.map(({ name }, i) => ({ ...runOf("sgd", i), optimizer: name, hyperparameters }));
  await expectOracle({ rules, runs }, 12, 1e-4);
});

/** Losses [runs, frames] in float64 JavaScript. */
async function oracle(changes: Partial<NetworkSpec>, frames: number): Promise<Float64Array> {
  const { layers, settings, batch: size, seed, runs, stepLimit = Infinity, epochs } = experimentOf(changes);
  const batches = createBatches(blots, { ...settings, size, classes: 10, seed });
  const steps = Math.min(stepLimit, epochs * batches.perEpoch);
  const mlp = createJsMlp(
    { layers, activation: settings.activation, pixels: pixelScale(settings.standardise), capacity: size },
    runs.map((run) => budgeted(run, steps)),
  );
  const parameters = initialParameters(layers, settings.init, seed);
  runs.forEach((_, run) => mlp.stand(run, parameters));
  const losses = new Float64Array(runs.length * frames);
  for (let k = 0; k < frames; k++) {
    const { images, labels } = await batches.at(k);
    const masks = layers
      .slice(0, -1)
      .map(({ units }, layer) => dropoutMask({ share: settings.dropout, seed }, k, layer, size, units));
    mlp.load({ inputs: images, labels, count: size, ...(settings.dropout > 0 && { masks }) });
    runs.forEach((_, run) => {
      const loss = mlp.forward(run);
      losses[run * frames + k] = loss;
      mlp.backward(run);
      mlp.update(run, k + 1, loss);
    });
  }
  return losses;
}

async function expectOracle(
  changes: Partial<NetworkSpec>,
  frames: number,
  tolerance: number,
): Promise<WebgpuNetwork> {
  const execution = await startOnBlots(changes);
  const { loss } = await execution.advance(frames);
  const expected = await oracle(changes, frames);
  expect(loss).toHaveLength(expected.length);
  const errors = loss.map((value, i) => Math.abs(value - expected[i]!));
  const worst = errors.reduce(
    (most, error, i) => (error > errors[most]! || Number.isNaN(error) ? i : most),
    0,
  );
  const { optimizer } = changes.runs![Math.floor(worst / frames)]!;
  const place = `${optimizer} on [${changes.hidden}], frame ${worst % frames}: ${loss[worst]} for ${expected[worst]}`;
  expect(errors[worst], place).toBeLessThan(tolerance);
  return execution;
}
