import type { Recording } from "../../experiment/recording";
import { isSameNumbers } from "../../experiment/same-numbers";
import { isSurfaceSpec, surfaceOf, type SurfaceSpec } from "../../experiment/spec";
import type { Point, Surface } from "../../surfaces/surface";
import type { State } from "../../store/store";
import { traceOf, type Trace } from "./trace";
import { wedgeOf, type Wedge } from "./wedge";
import { fit, type Viewport } from "./viewport";

/** A run as it is drawn at the cursor's step. */
export type DrawnRun = {
  readonly number: number;
  /** Index in the recording. */
  readonly index: number;
  readonly trace: Trace;
  /** The way it would have gone on, had it not branched, and the step it did. */
  readonly left: { readonly trace: Trace; readonly from: number } | undefined;
  /** The cursor's step, or the run's last. */
  readonly step: number;
  /** Where it left the map, while it is outside. */
  readonly wedge: Wedge | undefined;
  /** The step it diverged at and the loss there, once the cursor has come so far. */
  readonly diverged: { readonly step: number; readonly loss: number } | undefined;
};

/**
 * What of the recording is drawn on a map: the runs of those numbers, as far as they are recorded. Nothing while
 * the recording is still of another surface, on which these paths would be untrue.
 */
export function drawnRuns(state: State, numbers: readonly number[], viewport: Viewport): DrawnRun[] {
  const { recording, recordedSpec, playback } = state;
  if (!isDrawable(state) || !isSurfaceSpec(recordedSpec)) return [];
  return numbers.flatMap((number) => {
    const index = recordedSpec.runs.findIndex((run) => run.number === number);
    if (index < 0 || index >= recording.runs) return [];
    const trace = rememberedTrace(recording, recordedSpec, index, viewport);
    const step = Math.min(Math.floor(playback.step), trace.last);
    const left = leftWay(recording, recordedSpec, index, viewport);
    const divergence = recording.diverged(index);
    const diverged = divergence && step >= divergence.step ? divergence : undefined;
    return [{ number, index, trace, left, step, wedge: wedgeOf(trace, step, viewport), diverged }];
  });
}

function leftWay(recording: Recording, spec: SurfaceSpec, index: number, viewport: Viewport) {
  const { runs } = spec;
  const from = runs[index]!.until?.step;
  if (from === undefined) return undefined;
  const place = runs.slice(0, index).filter(({ until }) => until).length;
  return { trace: rememberedTrace(recording, spec, recording.runs + place, viewport), from };
}

/** The start of what is drawn. */
export function drawnStart(state: State): Point | undefined {
  const spec = isDrawable(state) ? state.recordedSpec : state.spec;
  return isSurfaceSpec(spec) ? spec.start : undefined;
}

const isDrawable = ({ recording, recordedSpec, spec }: State) =>
  isSurfaceSpec(spec) &&
  isSurfaceSpec(recordedSpec) &&
  recordedSpec.surface === spec.surface &&
  recording.frames > 0 &&
  recording.runs > 0;

type Remembered = { readonly surface: Surface; readonly path: Float64Array; readonly trace: Trace };
const traces = new WeakMap<Viewport, Map<number, Remembered>>();

/** A slider moves one of eight runs: what went the way it went before is not traced anew. */
function rememberedTrace(recording: Recording, spec: SurfaceSpec, run: number, viewport: Viewport): Trace {
  const onMap = traces.get(viewport) ?? new Map<number, Remembered>();
  traces.set(viewport, onMap);
  const path = recording.pathOf(run);
  const surface = surfaceOf(spec);
  const known = onMap.get(run);
  if (known?.surface === surface && isSameNumbers(known.path, path)) return known.trace;
  const trace = traceOf(recording, run, viewport, fit(surface, viewport.width, viewport.height));
  // A copy: a view would hold its whole recording.
  onMap.set(run, { surface, path: path.slice(), trace });
  return trace;
}
