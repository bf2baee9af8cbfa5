import { createStore } from "zustand/vanilla";
import type { ComputedBy, Sweep, TestSet, ToldFault, TunedRun, Tuning } from "../engine/client";
import { createRecording, type Recording } from "../experiment/recording";
import { openingSpec } from "../experiment/usual-spec";
import type { Frame } from "./frame";
import type { Problem } from "../experiment/problem";
import { isSurfaceSpec, type ExperimentSpec, type SurfaceSpec } from "../experiment/spec";
import type { Language } from "../words/speak";

export type { ComputedBy, Sweep, TestSet, ToldFault, TunedRun, Tuning };

/** How the stage is laid out: one map, a map a run, the surface in space, or the step at the cursor taken apart. */
export type Layout = "overlay" | "split" | "3d" | "inside";
/** What is looked at large of a network. */
export const networkFigures = ["curves", "layers", "weights", "mistakes", "paths"] as const;
export type NetworkFigure = (typeof networkFigures)[number];
export type Theme = "auto" | "light" | "dark";
/** The language chosen; `auto` is the browser's. */
export type LanguageChoice = "auto" | Language;

/** The part of the plane that was zoomed to, and the surface it was chosen on: of another it says nothing. */
export type ZoomWindow = NonNullable<SurfaceSpec["domain"]> & { readonly surface: string };

/** What is looked at, apart from what is computed. */
export type View = {
  readonly layout: Layout;
  readonly logarithmic: boolean;
  readonly theme: Theme;
  readonly language: LanguageChoice;
  /** What is looked at large of a network; its curves where nothing is said. */
  readonly figure?: NetworkFigure;
  /** How many times larger the page is drawn, for who sees it from far. */
  readonly scale?: number | undefined;
  /** Whether playing begins anew at the end. */
  readonly loops?: boolean;
  /** The loss that runs are held against, where the visitor has chosen one. */
  readonly goal?: number;
  /** Numbers of the runs whose steps are taken apart; the first two shown where none are named. */
  readonly inside?: readonly number[];
  /** What the maps show, where that is not the whole of their surface. */
  readonly window?: ZoomWindow | undefined;
  /** Steps that the charts' lines are smoothed over; where nothing is said as recorded, a network's as suits it. */
  readonly smoothing?: number | undefined;
  /** The steps that the charts are zoomed to; all where nothing is said. */
  readonly span?: readonly [from: number, to: number] | undefined;
};

/** A cursor moved over the recording: it computes nothing. */
export type Playback = {
  readonly step: number;
  readonly playing: boolean;
  /** Factor on the usual speed. */
  readonly speed: number;
};

export type ExecutionState =
  /** Nothing asked for yet. */
  | { readonly status: "idle" }
  /** Asked for; `loaded` of `total` bytes have come, 0 of 0 where nothing is loaded. */
  | { readonly status: "preparing"; readonly loaded: number; readonly total: number }
  | { readonly status: "running" | "complete" | "cancelled" }
  | { readonly status: "failed"; readonly message: string };

export type State = {
  /** How the page stands in another's frame; undefined on a page of its own. */
  readonly frame: Frame | undefined;
  readonly spec: ExperimentSpec;
  readonly view: View;
  readonly playback: Playback;
  readonly execution: ExecutionState;
  /** Bytes of data still coming while a network trains. */
  readonly loading: { readonly loaded: number; readonly total: number } | undefined;
  readonly computedBy: ComputedBy | undefined;
  /** Steps of all runs together, a second. */
  readonly rate: number | undefined;
  /** Grows in place; `recorded` tells when. It may lag behind `spec`: what it shows is `recordedSpec`. */
  readonly recording: Recording;
  readonly recordedSpec: ExperimentSpec;
  readonly recorded: number;
  readonly sweeps: readonly Sweep[];
  /** Learning rates being tried for each run of the spec, or what came of it: the spec that has the best of them. */
  readonly tuning: { readonly of: ExperimentSpec; readonly result?: Tuning } | undefined;
  /** The images that a network's snapshots name, once they have come. */
  readonly testSet: TestSet | undefined;
  /** What a link or a field could not be used for. */
  readonly problems: readonly Problem[];
  /** What went wrong with the machine that computes, and how it went on; until the visitor has read it. */
  readonly fault: ToldFault | undefined;
  /** What the visitor is writing, which may not be readable yet. */
  readonly editing: Editing | undefined;
  /** Whether a change of the spec can be taken back, and whether one that was can be made again. */
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** The step from which on a run's numbers change, where the visitor has asked for that. */
  readonly branchAt: number | undefined;
  /** Numbers of the runs not drawn. */
  readonly hidden: ReadonlySet<number>;
};

/**
 * A formula being written: a rule of the spec, by name, or the surface; and its text as it stands. `from` is the
 * registered rule it was started from, if it was.
 */
export type Editing =
  | { readonly kind: "rule"; readonly name: string; readonly text: string; readonly from?: string }
  | { readonly kind: "surface"; readonly text: string };

export type Store = ReturnType<typeof createRavineStore>;

/** The one store of a page. */
export const createRavineStore = () =>
  createStore<State>(() => ({
    frame: undefined,
    spec: openingSpec(),
    recordedSpec: openingSpec(),
    view: { layout: "split", logarithmic: true, theme: "auto", language: "auto" },
    playback: { step: 0, playing: false, speed: 1 },
    execution: { status: "idle" },
    loading: undefined,
    computedBy: undefined,
    rate: undefined,
    recording: createRecording(0, 0, true),
    recorded: 0,
    sweeps: [],
    tuning: undefined,
    testSet: undefined,
    problems: [],
    fault: undefined,
    editing: undefined,
    canUndo: false,
    canRedo: false,
    branchAt: undefined,
    hidden: new Set(),
  }));

/** Whether a run is drawn. */
export const isShown = ({ hidden }: Pick<State, "hidden">, number: number): boolean => !hidden.has(number);

/** Whether a run is the only one drawn of several. */
export const isAlone = ({ hidden, spec }: Pick<State, "hidden" | "spec">, number: number): boolean =>
  spec.runs.length > 1 && spec.runs.every((run) => hidden.has(run.number) !== (run.number === number));

/** What the maps are zoomed to; undefined where they show the whole of their surface. */
export const shownWindow = ({ view, spec }: Pick<State, "view" | "spec">): ZoomWindow | undefined =>
  isSurfaceSpec(spec) && view.window?.surface === spec.surface ? view.window : undefined;
