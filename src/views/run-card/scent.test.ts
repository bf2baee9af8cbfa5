import { expect, test } from "vitest";
import { momentum } from "../../optimizers/momentum";
import { rmsprop } from "../../optimizers/rmsprop";
import { ravine } from "../../surfaces/ravine";
import { rosenbrock } from "../../surfaces/rosenbrock";
import { endingAt, marksOf, scentOf, stabilityLimit } from "./scent";

test("a scent keeps to the track, and ends where the run diverges", () => {
  const values = Float64Array.of(1e-4, 1e-3, 1e-2, 1e-1, 1);
  const losses = Float64Array.of(100, 10, 0.01, 5, Infinity);
  const scent = scentOf({ run: 0, hyperparameter: "lr", values, losses }, momentum.hyperparameters.lr!);
  expect(scent.map(([position]) => position)).toEqual([0, 0.25, 0.5, 0.75].map((u) => expect.closeTo(u)));
  expect(scent.map(([, height]) => height)).toEqual([1, 0.75, 0, 0.675].map((h) => expect.closeTo(h, 2)));
});

test("a place on the track tells the swept value nearest to it, and the loss it ends in", () => {
  const values = Float64Array.of(1e-4, 1e-3, 1e-2, 1e-1, 1);
  const losses = Float64Array.of(100, 10, 0.01, 5, Infinity);
  const sweep = { run: 0, hyperparameter: "lr", values, losses };
  const told = (position: number) => endingAt(sweep, momentum.hyperparameters.lr!, position);
  expect(told(0.45)).toEqual({ at: expect.closeTo(0.5), value: 0.01, loss: 0.01 });
  expect(told(0)).toEqual({ at: 0, value: 1e-4, loss: 100 });
  expect(told(1)).toEqual({ at: 1, value: 1, loss: Infinity });
});

test("values tried of a network are marked where they lie, the least loss lowest, one that diverged without a height", () => {
  const tried = [0.001, 0.01, 0.1, 1, 50].map((value, i) => ({
    value,
    loss: [2, 0.5, 1, Infinity, 0.01][i]!,
  }));
  const marks = marksOf(tried, momentum.hyperparameters.lr!, ({ value }) => `at ${value}`);
  expect(marks.map(({ at }) => at)).toEqual([0.25, 0.5, 0.75, 1].map((u) => expect.closeTo(u)));
  expect(marks.map(({ height }) => height)).toEqual([1, 0, expect.closeTo(0.5), undefined]);
  expect(marks.map(({ text }) => text)).toEqual(["at 0.001", "at 0.01", "at 0.1", "at 1"]);
});

test("losses of a network that hardly differ are drawn so", () => {
  const tried = [0.001, 0.01].map((value, i) => ({ value, loss: 1 + 0.02 * i }));
  expect(marksOf(tried, momentum.hyperparameters.lr!, () => "")[1]!.height).toBeLessThan(0.05);
});

test("the heavy ball's limit on the ravine is 2 (1 + momentum) / kappa, and elsewhere theory is silent", () => {
  const values = { lr: 0.01, momentum: 0.9, dampening: 0 };
  expect(stabilityLimit(momentum, values, ravine, { kappa: 50, rotate: 30 })).toBeCloseTo(0.076);
  expect(stabilityLimit(momentum, values, rosenbrock, {})).toBeUndefined();
  expect(stabilityLimit(rmsprop, { lr: 0.01, rho: 0.9 }, ravine, { kappa: 50, rotate: 0 })).toBeUndefined();
});
