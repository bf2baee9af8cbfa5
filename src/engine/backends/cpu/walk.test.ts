import { expect, test } from "vitest";
import { runOn, surfaceSpec } from "../../../experiment/usual-spec";
import { surfaces } from "../../../surfaces/index";
import { compile } from "../../compile";
import { beginWalk } from "./surface";
import { closureWalker, generateWalker, type Walker } from "./walk";

test("what a walker keeps from one walk never shows in the next: other betas, other windows, other rates", () => {
  const betas = [0.9, 0.9, 0.5, 0.9];
  const runs = betas.map((beta1, i) => ({
    ...runOn(surfaces.beale, "adam", i + 1),
    hyperparameters: { beta1, lr: 0.01 * (i + 1) },
  }));
  const experiment = compile({ ...surfaceSpec("beale"), steps: 40, runs });
  const [generated, expected] = [generateWalker, closureWalker].map((make) => {
    let walker: Walker | undefined;
    const walks = experiment.runs.map((run) =>
      beginWalk(experiment, run, (objective, rule) => (walker ??= make(objective, rule))),
    );
    const frames: number[] = [];
    for (const [first, count] of [
      [0, 1],
      [1, 20],
      [21, 20],
    ] as const)
      for (const walk of walks) {
        const [loss, theta, gradient] = [count, 2 * count, 2 * count].map((size) => new Float64Array(size));
        walk({ first, count, loss: loss!, theta: theta!, gradient: gradient! });
        frames.push(...loss!, ...theta!, ...gradient!);
      }
    return frames;
  });
  expect(generated).toHaveLength(betas.length * 41 * 5);
  expect(generated).toEqual(expected);
});

test("names that a surface and a rule share mean for each what it says", () => {
  const experiment = compile({
    ...surfaceSpec("ravine"),
    steps: 20,
    runs: [runOn(surfaces.ravine, "adam", 1)],
  });
  const [run] = experiment.runs;
  const shared = experiment.objective.constants[0]!.target;
  expect(run!.rule.perStep.map(({ target }) => target)).toContain(shared);
  const [generated, expected] = [generateWalker, closureWalker].map((make) => {
    const frames = {
      loss: new Float64Array(21),
      theta: new Float64Array(42),
      gradient: new Float64Array(42),
    };
    beginWalk(experiment, run!, make)({ first: 0, count: 21, ...frames });
    return frames;
  });
  expect(generated).toEqual(expected);
});
