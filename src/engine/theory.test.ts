import { expect, test } from "vitest";
import { createRecording } from "../experiment/recording";
import { surfaceSpec } from "../experiment/usual-spec";
import { type RunSpec } from "../experiment/spec";
import { optimizers } from "../optimizers/index";
import type { Optimizer } from "../optimizers/optimizer";
import { toClosure } from "../formula/emit/evaluate";
import { parseExpression } from "../formula/parse";
import { executeSurface } from "./backends/cpu/surface";
import { compile } from "./compile";

const kappa = 50;
const limited = Object.entries<Optimizer>(optimizers).filter(
  ([, { stableBelow }]) => stableBelow !== undefined,
);

test("the rules theory knows a limit for are listed with one", () => {
  expect(limited.map(([id]) => id)).toEqual(expect.arrayContaining(["sgd", "momentum", "nesterov"]));
});

for (const [id, { stableBelow }] of limited)
  test(`on a quadratic ${id} converges just below the listed learning rate and diverges just above`, () => {
    const values = { lr: 0, momentum: 0.9, dampening: 0, curvature: kappa };
    const limit = toClosure(parseExpression(stableBelow!), Object.keys(values))(Object.values(values));
    expect(lossAfter({ optimizer: id, lr: 0.97 * limit })).toBeLessThan(1);
    expect(lossAfter({ optimizer: id, lr: 1.03 * limit })).toBeGreaterThan(1e6);
  });

test("gradient descent, momentum and Nesterov do not mind the ravine's rotation; Adam does", () => {
  const turned = (optimizer: string, lr: number, rotate: number) => {
    const angle = (rotate * Math.PI) / 180;
    const start = [
      -9 * Math.cos(angle) - 2 * Math.sin(angle),
      -9 * Math.sin(angle) + 2 * Math.cos(angle),
    ] as const;
    return lossAfter({ optimizer, lr, steps: 60, rotate, start });
  };
  for (const [id, lr] of [
    ["sgd", 0.03],
    ["momentum", 0.015],
    ["nesterov", 0.015],
  ] as const)
    // prettier-ignore
    expect(turned(id, lr, 30)).toBeCloseTo(turned(id, lr, 0), 8);
  expect(Math.abs(turned("adam", 0.3, 45) - turned("adam", 0.3, 0))).toBeGreaterThan(0.01);
});

test("Adam's first step is lr in each coordinate, RMSprop's lr / sqrt(1 - rho)", () => {
  const step = (run: Omit<RunSpec, "number" | "convention">) => {
    const recording = record({ optimizer: run.optimizer, lr: 0.1, steps: 1 });
    const [from, to] = [recording.positionAt(0, 0), recording.positionAt(0, 1)];
    return [to[0] - from[0], to[1] - from[1]];
  };
  const adam = step({ optimizer: "adam", hyperparameters: {} });
  expect(adam[0]).toBeCloseTo(0.1, 7);
  expect(adam[1]).toBeCloseTo(-0.1, 7);
  const rmsprop = step({ optimizer: "rmsprop", hyperparameters: {} });
  expect(rmsprop[0]).toBeCloseTo(0.1 / Math.sqrt(1 - 0.99), 6);
  expect(rmsprop[1]).toBeCloseTo(-0.1 / Math.sqrt(1 - 0.99), 6);
});

type Setting = {
  optimizer: string;
  lr: number;
  steps?: number;
  rotate?: number;
  start?: readonly [number, number];
};

function record({ optimizer, lr, steps = 2000, rotate = 0, start = [-9, 2] }: Setting) {
  const run: RunSpec = { optimizer, convention: "pytorch", hyperparameters: { lr }, number: 1 };
  const spec = { ...surfaceSpec("ravine"), parameters: { kappa, rotate }, start, steps, runs: [run] };
  const recording = createRecording(1, steps, true);
  recording.append(executeSurface(compile(spec)).walk(steps + 1));
  return recording;
}

const lossAfter = (setting: Setting) => record(setting).lossAt(0, setting.steps ?? 2000);
