import { expect, it } from "vitest";
import { executeSurface } from "../../engine/backends/cpu/surface";
import { compile } from "../../engine/compile";
import { createRecording } from "../../experiment/recording";
import type { SurfaceSpec } from "../../experiment/spec";
import { surfaceSpec } from "../../experiment/usual-spec";
import { panelOf, shownLines } from "./panel";
import { recordedLines, type Quantity } from "./lines";
import { drawnLine } from "./drawn-line";

const spec: SurfaceSpec = { ...surfaceSpec("ravine"), steps: 40 };
const quantities: readonly Quantity[] = ["loss", "gradient", "step", "rate", "distance"];

it("of the runs of an experiment, only the lines of the one that was changed are computed and drawn anew", () => {
  const changed = withRate(spec, 1, 0.02);
  for (const quantity of quantities) {
    const [before, after] = [spec, changed].map(
      (each) => recordedLines(quantity, recorded(each), each).lines,
    );
    const isKept = (run: number) =>
      after!.filter((line) => line.run === run).every((line) => before!.includes(line));
    expect([quantity, isKept(1), isKept(2)]).toEqual([quantity, true, false]);
  }
});

it("a setting of all runs, and a run that went another way, leave no line as it was", () => {
  const before = recordedLines("loss", recorded(spec), spec).lines;
  const noisy = { ...spec, noise: 1 };
  const other = recorded(withRate(spec, 0, 0.001));
  for (const after of [recordedLines("loss", recorded(noisy), noisy), recordedLines("loss", other, spec)])
    expect(before).not.toContain(after.lines[0]);
});

it("a line that stays is drawn again only where its axis, its plot or its steps are others", () => {
  const panel = panelOf(
    shownLines(recordedLines("loss", recorded(spec), spec), { isShown: () => true, logarithmic: true }),
  );
  const [line] = panel.lines;
  const plot = {
    left: 0,
    top: 0,
    width: 200,
    height: 100,
    columnLeft: 0,
    columnWidth: 200,
    isFirst: true,
    isLast: true,
  };
  const place = { axis: panel.axis, plot, span: [0, 40] } as const;
  const drawn = drawnLine(line!, place);
  expect(drawnLine(line!, { ...place, axis: { ...panel.axis } })).toBe(drawn);
  expect(drawnLine(line!, { ...place, span: [0, 20] }).path).not.toEqual(drawn.path);
  const axis = { ...panel.axis, domain: [1e-3, 1e3] } as const;
  expect(drawnLine(line!, { ...place, axis }).path).not.toEqual(drawn.path);
});

function recorded(spec: SurfaceSpec) {
  const experiment = compile(spec);
  if (experiment.kind !== "surface") throw new Error("a surface was asked for");
  const recording = createRecording(spec.runs.length, spec.steps, true);
  recording.append(executeSurface(experiment).walk(spec.steps + 1));
  return recording;
}

const withRate = (spec: SurfaceSpec, index: number, lr: number): SurfaceSpec => ({
  ...spec,
  runs: spec.runs.map((run, i) =>
    i === index ? { ...run, hyperparameters: { ...run.hyperparameters, lr } } : run,
  ),
});
