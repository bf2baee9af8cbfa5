import { describe, expect, it } from "vitest";
import { compile } from "../../engine/compile";
import { executeSurface } from "../../engine/backends/cpu/surface";
import { createRecording, type Recording } from "../../experiment/recording";
import { customSpec, surfaceSpec } from "../../experiment/usual-spec";
import type { ExperimentSpec, RunSpec, SurfaceSpec } from "../../experiment/spec";
import { surfaces } from "../../surfaces/index";
import { knownMinimum } from "./known-minimum";
import { layout } from "./layout";
import { minimaOf, recordedLines, type Quantity } from "./lines";
import * as panels from "./panel";
import { linePath } from "./line-path";
import { heightOf, untilItLeaves } from "./scales";

const quantities: readonly Quantity[] = ["loss", "gradient", "step", "rate", "distance"];
const [plot] = layout(392, 684, 4, 76);
const everyone = () => true;

describe.each(Object.keys(surfaces))("%s", (id) => {
  const spec = { ...surfaceSpec(id), steps: 400 };
  const recording = recordingOf(spec);

  it.each([true, false])("has finite lines in every panel (logarithmic: %s)", (logarithmic) => {
    for (const quantity of quantities) {
      const panel = panelOf(quantity, recording, spec, everyone, logarithmic);
      expect(panel.lines.length).toBeGreaterThanOrEqual(2);
      const y = heightOf(panel.axis, plot!);
      for (const line of panel.lines) {
        const { d: path } = linePath(untilItLeaves(line, panel.axis), (step) => step, y);
        expect(path).toMatch(/^M/);
        expect(path).not.toMatch(/NaN|Infinity/);
      }
    }
  });

  it("has a loss that spans decades on a logarithmic axis, measured from its minimum", () => {
    expect(panelOf("loss", recording, spec, everyone, true).axis.isLogarithmic).toBe(true);
  });
});

it("a loss is measured from its minimum where that is negative, as the saddle's is", () => {
  for (const id of ["ravine", "rosenbrock", "beale", "himmelblau"])
    expect(knownMinimum(surfaceSpec(id)), id).toBe(0);
  expect(knownMinimum(surfaceSpec("saddle"))).toBeCloseTo(-1);
});

it("a loss is measured from zero where a run ends below the minimum known, as where McCormick's falls for ever", () => {
  const spec = { ...surfaceSpec("mccormick"), steps: 400, runs: [run("momentum", 1, { lr: 0.2 })] };
  const recording = recordingOf(spec);
  expect(recording.diverged(0)).toBeUndefined();
  expect(recording.lossesOf(0).at(-1)).toBeLessThan(-100);
  const { axis, minimum } = panelOf("loss", recording, spec, everyone, true);
  expect([axis.isLogarithmic, minimum]).toEqual([false, 0]);
});

describe("a diverged run", () => {
  const converging = surfaceSpec("ravine");
  const diverging = { ...converging, steps: 200, runs: [...converging.runs, run("sgd", 3, { lr: 0.042 })] };
  const recording = recordingOf(diverging);

  it("does not move the axis of the others", () => {
    const without = { ...diverging, runs: converging.runs };
    for (const quantity of ["loss", "gradient", "step"] as const)
      expect(panelOf(quantity, recording, diverging, everyone, true).axis).toEqual(
        panelOf(quantity, recordingOf(without), without, everyone, true).axis,
      );
  });

  it("ends where it leaves at the top", () => {
    const { axis, lines } = panelOf("loss", recording, diverging, everyone, true);
    const { divergedAt, values } = untilItLeaves(lines[2]!, axis);
    expect(divergedAt).toBe(138);
    expect(values.length).toBeLessThan(100);
    expect(values.at(-1)).toBeGreaterThan(axis.domain[1]);
    expect(heightOf(axis, plot!)(values.at(-1)!)).toBeLessThan(plot!.top);
  });

  it("alone still has an axis", () => {
    const alone = { ...diverging, runs: [run("sgd", 1, { lr: 0.042 })] };
    const { domain } = panelOf("loss", recordingOf(alone), alone, everyone, true).axis;
    expect(domain[0]).toBeLessThan(141);
    expect(domain[1]).toBeGreaterThan(141);
  });
});

it("hidden runs have no line, and a recording of other runs has none at all", () => {
  const spec = surfaceSpec("ravine");
  const recording = recordingOf(spec);
  const shown = panelOf("loss", recording, spec, (number) => number === 2, true);
  expect(shown.lines.map(({ run, label }) => [run, label])).toEqual([[2, "RMSprop"]]);
  expect(panelOf("loss", recording, { ...spec, runs: [] }, everyone, true).lines).toEqual([]);
  expect(
    panelOf("loss", createRecording(0, 0, true), { ...spec, runs: [] }, everyone, true).axis.ticks,
  ).toEqual([]);
});

it("a panel zoomed to some steps has the axis of what is recorded in them", () => {
  const spec = surfaceSpec("ravine");
  const lines = recordedLines("loss", recordingOf(spec), spec);
  const shown = panels.shownLines(lines, { isShown: everyone, logarithmic: true });
  const [whole, end] = [panels.panelOf(shown), panels.panelOf(shown, [90, 100])];
  expect(end.axis.domain[1]).toBeLessThan(whole.axis.domain[1] / 10);
  expect(panels.panelOf(shown, [0, 100]).axis).toEqual(whole.axis);
});

it("smoothing leaves the axis where it is, and what is recorded behind its mean", () => {
  const spec = surfaceSpec("ravine");
  const lines = recordedLines("loss", recordingOf(spec), spec);
  const look = { isShown: everyone, logarithmic: true };
  const [plain, mean] = [look, { ...look, smoothing: 10 as const }].map((each) =>
    panels.panelOf(panels.shownLines(lines, each)),
  );
  expect(mean!.axis).toEqual(plain!.axis);
  expect(mean!.lines[0]!.raw).toEqual(plain!.lines[0]!.values);
  expect(mean!.lines[0]!.values).not.toEqual(plain!.lines[0]!.values);
});

it("where no minimum is known there is none to measure a distance to", () => {
  expect(minimaOf(surfaceSpec("ravine"))).toEqual([[0, 0]]);
  expect(minimaOf(customSpec("x^2 + y"))).toEqual([]);
});

it("rates are told apart by coordinate only where they differ", () => {
  const spec = surfaceSpec("ravine");
  const { lines } = panelOf("rate", recordingOf(spec), spec, everyone, true);
  expect(lines.map(({ label }) => label)).toEqual(["Momentum", "RMSprop x", "RMSprop y"]);
});

function run(optimizer: string, number: number, hyperparameters: Record<string, number>): RunSpec {
  return { optimizer, number, hyperparameters, convention: "pytorch" };
}

function recordingOf(spec: SurfaceSpec) {
  const recording = createRecording(spec.runs.length, spec.steps, true);
  const experiment = compile(spec);
  if (experiment.kind === "surface") recording.append(executeSurface(experiment).walk(spec.steps + 1));
  return recording;
}

const panelOf = (
  quantity: Quantity,
  recording: Recording,
  spec: ExperimentSpec,
  isShown: (number: number) => boolean,
  logarithmic: boolean,
) => panels.panelOf(panels.shownLines(recordedLines(quantity, recording, spec), { isShown, logarithmic }));
