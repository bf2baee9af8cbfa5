import type { Refusal } from "../experiment/problem";
import {
  inConvention,
  withModifier,
  withOptimizer,
  withRates,
  withSchedule,
  type Convention,
  type ModifierId,
} from "../experiment/changed-run";
import { branchedAt, withoutBranch } from "../experiment/branch";
import { renamed, withRulesOf } from "../experiment/changed-rules";
import { refusalOfLabel, tidyLabel, withLabel } from "../experiment/run-label";
import {
  freeNumber,
  isSurfaceSpec,
  maximumRuns,
  objectiveOf,
  type BackendChoice,
  type ExperimentSpec,
  type NetworkSpec,
  type RunSpec,
  type ScheduleSpec,
  type SurfaceSpec,
} from "../experiment/spec";
import {
  firstNetwork,
  movedTo,
  networkLike,
  networkSpec,
  openingSpec,
  runOn,
  surfaceSpec,
} from "../experiment/usual-spec";
import { parseLink } from "./parse-link";
import { writingOf } from "./writing";
import { isAlone, type Playback, type Store, type View } from "./store";

/** Everything a visitor can do, each as one change of the store; what is opened plays if it `mayPlay`. */
export function actionsOf(store: Store, mayPlay = true) {
  const { getState, setState } = store;
  const writing = writingOf(store);
  let leftSurface: ExperimentSpec | undefined;
  let leftNetwork: ExperimentSpec | undefined;

  const setSpec = (spec: ExperimentSpec) => setState({ spec });
  const setRuns = (runs: readonly RunSpec[]) => setSpec({ ...getState().spec, runs });
  const changeRun = (index: number, change: (run: RunSpec) => RunSpec) =>
    setRuns(getState().spec.runs.map((run, i) => (i === index ? change(run) : run)));
  const setSurfaceSpec = (change: Partial<SurfaceSpec>) => {
    const { spec } = getState();
    if (isSurfaceSpec(spec)) setSpec({ ...spec, ...change });
  };
  const setNetworkSpec = (change: Partial<NetworkSpec>) => {
    const { spec } = getState();
    if (!isSurfaceSpec(spec)) setSpec({ ...spec, ...change });
  };
  /** Steps of a surface's runs mean nothing among a network's. */
  const showAllSteps = () =>
    setState(({ view }) => (view.span ? { view: { ...view, span: undefined } } : {}));
  const setPlayback = (change: Partial<Playback>) =>
    setState(({ playback }) => ({ playback: { ...playback, ...change } }));
  const lastStep = () => Math.max(0, getState().recorded - 1);
  const seek = (step: number) =>
    setPlayback({ step: Math.min(Math.max(0, Math.round(step)), lastStep()), playing: false });

  return {
    setSpec,
    /** Opens what a link of ours says, from its start; theme, language and scale stay. */
    openLink(link: string) {
      const { spec, view } = parseLink(link);
      setState(({ view: { theme, language, scale }, playback }) => ({
        spec,
        view: { ...view, theme, language, scale },
        hidden: new Set(),
        editing: undefined,
        playback: { ...playback, step: mayPlay ? 0 : Infinity, playing: mayPlay },
      }));
    },
    setBackend: (backend: BackendChoice) => setSpec({ ...getState().spec, backend }),
    setView: (change: Partial<View>) => setState(({ view }) => ({ view: { ...view, ...change } })),
    setSurfaceSpec,
    setNetworkSpec,
    /** Holds the runs against a loss; against the usual one where none is given. */
    setGoal: (goal: number | undefined) =>
      setState(({ view }) => {
        const others: View & { goal?: number } = { ...view };
        delete others.goal;
        return { view: goal === undefined ? others : { ...others, goal } };
      }),
    setParameter(name: string, value: number) {
      const { spec } = getState();
      if (isSurfaceSpec(spec)) setSpec({ ...spec, parameters: { ...spec.parameters, [name]: value } });
    },
    setStart: (start: SurfaceSpec["start"]) => setSurfaceSpec({ start }),

    /** Changes the objective; the runs stay, each at a rate worth watching there. */
    chooseSurface(id: string) {
      const { spec } = getState();
      const budget = isSurfaceSpec(spec) ? { steps: spec.steps } : {};
      setSpec(movedTo({ ...surfaceSpec(id), ...budget }, spec));
    },
    chooseNetwork(id: string) {
      const { spec } = getState();
      setSpec(movedTo(isSurfaceSpec(spec) ? networkSpec(id) : networkLike(id, spec), spec));
    },
    /** To the surfaces, or the networks, as they were left. */
    showSurfaces() {
      const { spec } = getState();
      if (isSurfaceSpec(spec)) return;
      leftNetwork = spec;
      showAllSteps();
      setSpec(leftSurface ? withRulesOf(leftSurface, spec) : movedTo(openingSpec(), spec));
    },
    showNetworks() {
      const { spec } = getState();
      if (!isSurfaceSpec(spec)) return;
      leftSurface = spec;
      showAllSteps();
      setSpec(leftNetwork ? withRulesOf(leftNetwork, spec) : movedTo(networkSpec(firstNetwork), spec));
    },

    addRun(optimizer: string) {
      const { runs } = getState().spec;
      if (runs.length < maximumRuns)
        setRuns([...runs, runOn(objectiveOf(getState().spec), optimizer, freeNumber(runs))]);
    },
    duplicateRun(index: number) {
      const { runs } = getState().spec;
      const run = runs[index];
      if (!run || runs.length >= maximumRuns) return;
      setRuns([...runs.slice(0, index + 1), { ...run, number: freeNumber(runs) }, ...runs.slice(index + 1)]);
    },
    removeRun(index: number) {
      const { spec, hidden } = getState();
      const runs = spec.runs.filter((_, i) => i !== index);
      // Nothing hidden may be left of a run that is gone: its number is given away again.
      const stillHidden = runs.map(({ number }) => number).filter((number) => hidden.has(number));
      const isNothingShown = stillHidden.length === runs.length;
      setState({ hidden: new Set(isNothingShown ? [] : stillHidden) });
      setRuns(runs);
    },
    /** Puts a run before the one it follows, or behind the next; its number stays. */
    moveRun(index: number, by: -1 | 1) {
      const runs = [...getState().spec.runs];
      const [run, other] = [runs[index], runs[index + by]];
      if (!run || !other) return;
      [runs[index], runs[index + by]] = [other, run];
      setRuns(runs);
    },
    /** Calls a run something else; nothing gives it its optimizer's name back. */
    renameRun: (index: number, text: string) =>
      changeRun(index, (run) => withLabel(run, refusalOfLabel(text) ? undefined : tidyLabel(text))),
    /** Puts another rule in a run's place, keeping its number and what is around its rule. */
    changeOptimizer: (index: number, optimizer: string) =>
      changeRun(index, (run) => withOptimizer(getState().spec, run, optimizer)),
    setConvention: (index: number, convention: Convention) =>
      changeRun(index, (run) => inConvention(getState().spec, run, convention)),
    setSchedule: (index: number, schedule: ScheduleSpec | undefined) =>
      changeRun(index, (run) => withSchedule(run, schedule)),
    setModifier: (index: number, id: ModifierId, value: number | undefined) =>
      changeRun(index, (run) => withModifier(run, id, value)),
    /** Gives every run whose rule has a learning rate the same one. */
    setRateOfAll: (lr: number) => setSpec(withRates(getState().spec, () => lr)),
    setHyperparameter: (index: number, name: string, value: number) =>
      changeRun(index, (run) => {
        const { branchAt, spec } = getState();
        const branched = branchAt !== undefined && isSurfaceSpec(spec) ? branchedAt(run, branchAt) : run;
        return { ...branched, hyperparameters: { ...run.hyperparameters, [name]: value } };
      }),
    /** From now on a run's numbers change from the cursor's step on; once more, from its start again. */
    toggleBranch: () =>
      setState(({ branchAt, playback, spec }) => {
        const isInside = isSurfaceSpec(spec) && playback.step > 0 && playback.step < spec.steps;
        return { branchAt: branchAt === undefined && isInside ? playback.step : undefined };
      }),
    /** A run's numbers hold from its start. */
    endBranch: (index: number) => changeRun(index, withoutBranch),

    ...writing,
    /** Gives the rule being edited another name, wherever it walks; says why not where that cannot be. */
    renameRule(to: string): Refusal | undefined {
      const { editing } = getState();
      const refusal = writing.renameRule(to);
      if (refusal !== undefined || editing?.kind !== "rule" || editing.name === to) return refusal;
      if (leftSurface) leftSurface = renamed(leftSurface, editing.name, to);
      if (leftNetwork) leftNetwork = renamed(leftNetwork, editing.name, to);
      return undefined;
    },

    toggleHidden: (number: number) =>
      setState(({ hidden }) => {
        const next = new Set(hidden);
        if (!next.delete(number)) next.add(number);
        return { hidden: next };
      }),
    /** Draws one run alone; once more, all of them again. */
    toggleAlone: (number: number) =>
      setState((state) => {
        const others = state.spec.runs.map((run) => run.number).filter((other) => other !== number);
        return { hidden: new Set(isAlone(state, number) ? [] : others) };
      }),

    /** Moves the cursor to a recorded step, and rests there. */
    seek,
    stepBy: (steps: number) => seek(getState().playback.step + steps),
    /** Moves the cursor while playing on. */
    advanceTo: (step: number) => setPlayback({ step: Math.min(step, lastStep()) }),
    pause: () => setPlayback({ playing: false }),
    /** Plays on, or from the start again when the end is reached. */
    play() {
      const { playback, recording, execution } = getState();
      const isComing = execution.status === "running" || execution.status === "preparing";
      const isAtEnd = playback.step >= (isComing ? recording.steps : lastStep());
      setPlayback({ playing: true, ...(isAtEnd && { step: 0 }) });
    },
    setSpeed: (speed: number) => setPlayback({ speed }),
    /** Playing begins anew at the end, or ends there. */
    toggleLoop: () => setState(({ view }) => ({ view: { ...view, loops: !view.loops } })),
    dismissProblems: () => setState({ problems: [], fault: undefined }),
  };
}

export type Actions = ReturnType<typeof actionsOf>;
