import { createRoot } from "react-dom/client";
import { executeSurface } from "../../../src/engine/backends/cpu/surface";
import { compile } from "../../../src/engine/compile";
import { createRecording } from "../../../src/experiment/recording";
import type { SurfaceSpec } from "../../../src/experiment/spec";
import { surfaceSpec } from "../../../src/experiment/usual-spec";
import { actionsOf } from "../../../src/store/actions";
import type { History } from "../../../src/store/history";
import type { Session } from "../../../src/store/session";
import { createRendered } from "../../../src/store/rendered";
import { createRavineStore } from "../../../src/store/store";
import type { Report } from "../../../src/tools/bench-rounds";
import { Charts } from "../../../src/views/charts/Charts";
import { LabContext } from "../../../src/views/store-context/store-context";
import { frameTimes, percentile } from "./frames";

const steps = 10_000;
/** Frames of each drag: four seconds at best. */
const frames = 240;
/** Milliseconds a frame may take. */
const aim = 33;

declare global {
  interface Window {
    /** Called by the runner, src/tools/bench-page.ts. */
    reportCharts: () => Promise<Report>;
    /** Given by the runner: processor time of the whole browser so far. */
    cpuSeconds: () => Promise<number>;
  }
}

/** Eight rules on the ravine for longer than the page lets them walk, in the charts as the page has them. */
window.reportCharts = async () => {
  const spec = eightRuns();
  const store = createRavineStore();
  const actions = actionsOf(store);
  const recording = createRecording(spec.runs.length, steps, true);
  const experiment = compile(spec);
  if (experiment.kind !== "surface") throw new Error("the ravine is a surface");
  recording.append(executeSurface(experiment).walk(steps + 1));
  store.setState({
    ...{ spec, recordedSpec: spec, recording, recorded: recording.frames },
    playback: { step: steps / 2, playing: false, speed: 1 },
  });
  const root = createRoot(document.querySelector("main")!);
  root.render(
    // Nothing in the charts takes a change back, or asks the worker for something.
    <LabContext
      value={{
        store,
        rendered: createRendered(store),
        actions,
        history: {} as History,
        session: {} as Session,
      }}
    >
      <Charts />
    </LabContext>,
  );
  const until = (isThere: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => (isThere() ? resolve() : requestAnimationFrame(look));
      look();
    });
  await until(() => document.querySelectorAll(".charts-panel").length === 5);

  const figure = document.querySelector<SVGSVGElement>(".charts-figure")!;
  const hover = await dragged(figure, (share) => 60 + 250 * share);
  actions.setView({ smoothing: 100 });
  const smoothHover = await dragged(figure, (share) => 60 + 250 * share);
  actions.setView({ smoothing: 1, span: [0, steps / 2] });
  await until(() => document.querySelector(".charts-strip svg") !== null);
  const strip = document.querySelector<SVGSVGElement>(".charts-strip svg")!;
  const { width } = strip.getBoundingClientRect();
  const pan = await dragged(strip, (share) => width / 4 + (share * width) / 2);
  const { span } = store.getState().view;
  if (!span || span[0] < 0.45 * steps) throw new Error(`the span was not dragged to its end, but to ${span}`);
  root.unmount();

  const facts = (name: string, { times, cpu }: Drag) => [
    { name: `${name}, median frame`, value: percentile(times, 0.5), unit: "ms" },
    { name: `${name}, processor time a frame, all threads`, value: cpu, unit: "ms" },
  ];
  const reached = (claim: string, { times }: Drag) => {
    const value = percentile(times, 0.95);
    return {
      claim: `${claim}, p95 of ${times.length} frames below ${aim}`,
      value,
      unit: "ms",
      isReached: value < aim,
    };
  };
  return {
    title: `Charts of ${spec.runs.length} runs x ${steps.toLocaleString("en")} steps on the ravine, five panels, 392 x 712`,
    checks: [],
    rows: [],
    facts: [
      ...facts("cursor dragged", hover),
      ...facts("cursor dragged, lines smoothed", smoothHover),
      ...facts("steps panned", pan),
    ],
    aims: [
      reached("cursor dragged", hover),
      reached("cursor dragged, lines smoothed", smoothHover),
      reached("steps panned", pan),
    ],
  };
};

function eightRuns(): SurfaceSpec {
  const rates = { sgd: 0.02, momentum: 0.005, nesterov: 0.005, adagrad: 0.5, rmsprop: 0.01, adam: 0.05, adamax: 0.05, lion: 0.01 }; // prettier-ignore
  const runs = Object.entries(rates).map(([optimizer, lr], i) => ({
    ...{ optimizer, number: i + 1, convention: "pytorch" as const },
    hyperparameters: { lr },
  }));
  // Noise keeps the lines from coming to rest: every pixel column has something to show.
  return { ...surfaceSpec("ravine"), noise: 1, steps, runs };
}

/** Milliseconds of each frame of a drag, and of processor time a frame: that does not depend on what else is running. */
type Drag = { readonly times: readonly number[]; readonly cpu: number };

/** A drag across an element, one move a frame. */
async function dragged(element: Element, xAt: (share: number) => number): Promise<Drag> {
  const { left, top, height } = element.getBoundingClientRect();
  const send = (type: string, x: number) =>
    element.dispatchEvent(
      new PointerEvent(type, {
        ...{ bubbles: true, button: 0, pointerId: 1, isPrimary: true },
        ...{ clientX: left + x, clientY: top + height / 2 },
      }),
    );
  // No pointer of that id is down: there is nothing to be captured.
  Object.assign(element, { setPointerCapture: () => undefined });
  send("pointerdown", xAt(0));
  const before = await window.cpuSeconds();
  const times = await frameTimes(frames, (i) => send("pointermove", xAt(i / (frames - 1))));
  const cpu = (1000 * ((await window.cpuSeconds()) - before)) / frames;
  send("pointerup", xAt(1));
  return { times, cpu };
}
