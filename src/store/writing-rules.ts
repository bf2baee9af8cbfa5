import type { Refusal } from "../experiment/problem";
import { fitted, hasRate, withNumbers, type Settings } from "../experiment/changed-run";
import { renamed, without } from "../experiment/changed-rules";
import { formulaErrorOf } from "../experiment/formula-error-of";
import { freeRuleName, ownOptimizer, refusalOfName, type OwnRule } from "../experiment/own-optimizer";
import { maximumRules } from "../experiment/read-rules";
import { numbersOf, ruleStarts, type RuleStart } from "../experiment/rule-starts";
import { withLabel } from "../experiment/run-label";
import { refuse } from "../experiment/sentences";
import { freeNumber, maximumRuns, objectiveOf, type ExperimentSpec, type RunSpec } from "../experiment/spec";
import type { Editing, Store } from "./store";

const firstStart = ruleStarts[0]!;

/** A rule before another text took its place: as it stood in the editor, as it last ran, and its runs. */
export type ReplacedRule = {
  readonly text: string;
  readonly update: string;
  readonly from: string | undefined;
  readonly runs: readonly RunSpec[];
};

/** What a visitor can do while writing rules. */
export function writingRules({ getState, setState, subscribe }: Store) {
  /** What an editor that is shut would lose, by the rule's name. */
  const kept = new Map<string, { readonly draft?: string; readonly from?: string }>();
  /**
   * What names that were typed over were set to, by a run's number: whoever types `lr` again finds its value and its
   * schedule. Holds while nothing but typing has changed the spec since.
   */
  let typedOver:
    { readonly spec: ExperimentSpec; readonly settings: ReadonlyMap<number, Settings> } | undefined;
  let lastOpen: string | undefined;

  const keep = (name: string, draft?: string, from?: string) => {
    kept.set(name, { ...(draft !== undefined && { draft }), ...(from !== undefined && { from }) });
  };

  /** Puts a text into the editor and, where it can be read, into the spec, each run of the rule as `change` has it. */
  function write(
    text: string,
    from: string | undefined,
    change: (to: Pick<ExperimentSpec, "rules">, run: RunSpec) => RunSpec,
  ) {
    const { editing, spec } = getState();
    if (editing?.kind !== "rule") return;
    const { name } = editing;
    const isRead = isReadable({ name, update: text });
    keep(name, isRead ? undefined : text, from);
    const rules = spec.rules.map((rule) => (rule.name === name ? { name, update: text } : rule));
    setState({
      editing: editingOf(name, text, from),
      ...(isRead && {
        spec: {
          ...spec,
          rules,
          runs: spec.runs.map((run) => (run.optimizer === name ? change({ rules }, run) : run)),
        },
      }),
    });
  }

  subscribe((state, before) => {
    if (state.spec === before.spec || state.editing !== before.editing) return;
    const isSame = (name: string) => updateOf(state.spec, name) === updateOf(before.spec, name);
    for (const name of kept.keys()) if (!isSame(name)) kept.delete(name);
    const { editing } = state;
    if (editing?.kind !== "rule" || isSame(editing.name)) return;
    const text = updateOf(state.spec, editing.name);
    setState({ editing: text === undefined ? undefined : { ...editing, text } });
  });

  const actions = {
    /** Opens the editor on a rule of the spec. */
    editRule(name: string) {
      const { draft, from } = kept.get(name) ?? {};
      const text = draft ?? updateOf(getState().spec, name);
      if (text === undefined) return;
      lastOpen = name;
      setState({ editing: editingOf(name, text, from) });
    },
    /**
     * Opens the editor on a new rule: gradient descent, at the rate worth watching here. It takes the place of the run
     * of this index, or else has a run of its own where there is room.
     */
    newRule(place?: number) {
      const { spec } = getState();
      if (spec.rules.length >= maximumRules) return;
      const name = freeRuleName(spec.rules);
      const { update } = firstStart;
      const numbers = numbersOf(firstStart, objectiveOf(spec));
      const runBy = (run: Settings & Pick<RunSpec, "number">): RunSpec =>
        withLabel(withNumbers({ ...run, optimizer: name, convention: "pytorch" }, numbers), undefined);
      const isThere = place !== undefined && spec.runs[place] !== undefined;
      const runs = isThere
        ? spec.runs.map((run, i) => (i === place ? runBy(run) : run))
        : [...spec.runs, runBy({ hyperparameters: {}, number: freeNumber(spec.runs) })].slice(0, maximumRuns);
      kept.delete(name);
      lastOpen = name;
      setState({
        editing: editingOf(name, update),
        spec: { ...spec, rules: [...spec.rules, { name, update }], runs },
      });
    },
    /** Opens the editor where it was shut, or on the first rule, or on a new one. */
    openRules() {
      const { rules } = getState().spec;
      const rule = rules.find(({ name }) => name === lastOpen) ?? rules[0];
      if (rule) actions.editRule(rule.name);
      else actions.newRule();
    },
    /** The text of the rule being edited, after each key. */
    writeRule(text: string) {
      const { spec, editing } = getState();
      const settings = new Map(typedOver?.spec === spec ? typedOver.settings : []);
      write(text, editing?.kind === "rule" ? editing.from : undefined, (to, run) => {
        const before = settings.get(run.number);
        const all = {
          ...before,
          ...run,
          hyperparameters: { ...before?.hyperparameters, ...run.hyperparameters },
        };
        settings.set(run.number, all);
        return fitted(to, run, all);
      });
      const written = getState().spec;
      if (written !== spec) typedOver = { spec: written, settings };
    },
    /** Puts a registered rule's text, or none, in the place of the one being edited, with numbers that make it walk alike. */
    startRuleFrom(start: RuleStart | undefined) {
      const numbers = start ? numbersOf(start, objectiveOf(getState().spec)) : {};
      write(start?.update ?? "", start?.name, (to, run) => fitted(to, withNumbers(run, numbers)));
    },
    /** Puts text and numbers of the rule being edited back to what they were; all else stays as it is now. */
    putRuleBack({ text, update, from, runs }: ReplacedRule) {
      const { spec } = getState();
      write(update, from, (to, run) => {
        const before = runs.find(({ number }) => number === run.number);
        if (!before) return fitted(to, run);
        // A schedule is gone by the visitor's will, unless it went with the rate.
        return fitted(to, withNumbers(run, before.hyperparameters), hasRate(spec, run) ? undefined : before);
      });
      if (text !== update) write(text, from, fitted);
    },
    /** Gives the rule being edited another name; says why not where that cannot be. */
    renameRule(to: string): Refusal | undefined {
      const { editing, spec } = getState();
      if (editing?.kind !== "rule" || to === editing.name) return undefined;
      const { name } = editing;
      const taken = spec.rules.some((rule) => rule.name === to)
        ? refuse("there is a rule called {0} already", to)
        : undefined;
      const refusal = taken ?? refusalOfName(to);
      if (refusal) return refusal;
      kept.set(to, kept.get(name) ?? {});
      kept.delete(name);
      lastOpen = to;
      setState({ editing: { ...editing, name: to }, spec: renamed(spec, name, to) });
      return undefined;
    },
    /** Takes a rule away, and its runs with it; the editor goes on with another, if there is one. */
    removeRule(name: string) {
      const { spec, editing, hidden } = getState();
      const { rules, runs } = without(spec, name);
      const isOpen = editing?.kind === "rule" && editing.name === name;
      const stillHidden = runs.map(({ number }) => number).filter((number) => hidden.has(number));
      kept.delete(name);
      setState({
        spec: { ...spec, rules, runs },
        hidden: new Set(stillHidden.length === runs.length ? [] : stillHidden),
        ...(isOpen && { editing: undefined }),
      });
      if (isOpen && rules.length > 0) actions.openRules();
    },
  };
  return actions;
}

const isReadable = (rule: OwnRule): boolean => !formulaErrorOf(() => ownOptimizer(rule));

const editingOf = (name: string, text: string, from?: string): Editing => ({
  kind: "rule",
  name,
  text,
  ...(from !== undefined && { from }),
});

const updateOf = ({ rules }: Pick<ExperimentSpec, "rules">, name: string): string | undefined =>
  rules.find((rule) => rule.name === name)?.update;
