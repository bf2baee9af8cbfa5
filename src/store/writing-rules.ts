import { fitted } from "../experiment/changed-run";
import { formulaErrorOf } from "../experiment/formula-error-of";
import { freeRuleName, ownOptimizer, refusalOfName, type OwnRule } from "../experiment/own-optimizer";
import { maximumRules } from "../experiment/read-rules";
import { numbersOf, ruleStarts, type RuleStart } from "../experiment/rule-starts";
import { freeNumber, maximumRuns, objectiveOf, type ExperimentSpec, type RunSpec } from "../experiment/spec";
import type { Editing, Store } from "./store";

const firstStart = ruleStarts[0]!;

/** What a visitor can do while writing rules. */
export function writingRules({ getState, setState, subscribe }: Store) {
  /** What an editor that is shut would lose, by the rule's name. */
  const kept = new Map<string, { readonly draft?: string; readonly from?: string }>();
  /** Numbers of names that were typed over, by rule and run: whoever types `lr` again finds its value. */
  const remembered = new Map<string, Readonly<Record<string, number>>>();
  let lastOpen: string | undefined;

  const keep = (name: string, draft?: string, from?: string) => {
    kept.set(name, { ...(draft !== undefined && { draft }), ...(from !== undefined && { from }) });
  };

  /** The spec with a rule's text, its runs fitted to the names that are in it. */
  function withText(spec: ExperimentSpec, rule: OwnRule, numbers?: Readonly<Record<string, number>>) {
    const rules = spec.rules.map((each) => (each.name === rule.name ? rule : each));
    const runs = spec.runs.map((run) => {
      if (run.optimizer !== rule.name) return run;
      const key = `${run.number} ${rule.name}`;
      const all = { ...remembered.get(key), ...run.hyperparameters };
      remembered.set(key, all);
      return numbers ? { ...run, hyperparameters: numbers } : fitted({ rules }, run, all);
    });
    return { ...spec, rules, runs };
  }

  function write(text: string, from: string | undefined, numbers?: Readonly<Record<string, number>>) {
    const { editing, spec } = getState();
    if (editing?.kind !== "rule") return;
    const { kind, name } = editing;
    const runs = isReadable({ name, update: text });
    keep(name, runs ? undefined : text, from);
    setState({
      editing: { kind, name, text, ...(from !== undefined && { from }) },
      ...(runs && { spec: withText(spec, { name, update: text }, numbers) }),
    });
  }

  const startedFrom = () => {
    const { editing } = getState();
    return editing?.kind === "rule" ? editing.from : undefined;
  };

  /** Nothing to start from empties the text. */
  const startFrom = (start: RuleStart | undefined) =>
    start
      ? write(start.update, start.name, numbersOf(start, objectiveOf(getState().spec)))
      : write("", undefined);

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
    /** Opens the editor on a rule of the spec, or on a new one that starts from a text, with a run of its own. */
    editRule(name: string, update?: string) {
      const { spec } = getState();
      const known = updateOf(spec, name);
      const { draft, from } = kept.get(name) ?? {};
      const text = update ?? draft ?? known ?? firstStart.update;
      const editing: Editing = { kind: "rule", name, text, ...(from !== undefined && { from }) };
      lastOpen = name;
      if (known !== undefined) {
        setState({ editing });
        if (update !== undefined) write(update, from);
      } else if (spec.rules.length < maximumRules) {
        const run: RunSpec = {
          optimizer: name,
          convention: "pytorch",
          hyperparameters: {},
          number: freeNumber(spec.runs),
        };
        const runs = spec.runs.length < maximumRuns ? [...spec.runs, run] : spec.runs;
        const rule = { name, update: isReadable({ name, update: text }) ? text : firstStart.update };
        setState({ editing, spec: { ...spec, rules: [...spec.rules, rule], runs } });
      }
    },
    /** Opens the editor on a new rule: gradient descent, at the rate worth watching here. */
    newRule() {
      const { rules } = getState().spec;
      const name = freeRuleName(rules);
      if (rules.length >= maximumRules) return;
      kept.delete(name);
      actions.editRule(name, firstStart.update);
      write(firstStart.update, undefined, numbersOf(firstStart, objectiveOf(getState().spec)));
    },
    /** Opens the editor where it was shut, or on the first rule, or on a new one. */
    openRules() {
      const { rules } = getState().spec;
      const rule = rules.find(({ name }) => name === lastOpen) ?? rules[0];
      if (rule) actions.editRule(rule.name);
      else actions.newRule();
    },
    /** The text of the rule being edited, after each key. */
    writeRule: (text: string) => write(text, startedFrom()),
    /** Puts a registered rule's text, or none, in the place of the one being edited, with numbers that make it walk alike. */
    startRuleFrom: startFrom,
    /** Gives the rule being edited another name; says why not where that cannot be. */
    renameRule(to: string): string | undefined {
      const { editing, spec } = getState();
      if (editing?.kind !== "rule" || to === editing.name) return undefined;
      const { name } = editing;
      const taken = spec.rules.some((rule) => rule.name === to)
        ? `there is a rule called ${to} already`
        : undefined;
      const refusal = taken ?? refusalOfName(to);
      if (refusal) return refusal;
      const rules = spec.rules.map((rule) => (rule.name === name ? { ...rule, name: to } : rule));
      const runs = spec.runs.map((run) => (run.optimizer === name ? { ...run, optimizer: to } : run));
      kept.set(to, kept.get(name) ?? {});
      kept.delete(name);
      lastOpen = to;
      setState({ editing: { ...editing, name: to }, spec: { ...spec, rules, runs } });
      return undefined;
    },
    /** Takes a rule away, and its runs with it; the editor goes on with another, if there is one. */
    removeRule(name: string) {
      const { spec, editing, hidden } = getState();
      const rules = spec.rules.filter((rule) => rule.name !== name);
      const runs = spec.runs.filter((run) => run.optimizer !== name);
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

const updateOf = ({ rules }: Pick<ExperimentSpec, "rules">, name: string): string | undefined =>
  rules.find((rule) => rule.name === name)?.update;

/**
 * An experiment as it was left, with the rules as they are now; runs of rules that are gone are gone. For going back to
 * it by the visitor's will, not by the browser's history.
 */
export function withRulesOf<Spec extends ExperimentSpec>(left: Spec, { rules }: ExperimentSpec): Spec {
  if (JSON.stringify(left.rules) === JSON.stringify(rules)) return left;
  const isGone = (name: string) =>
    left.rules.some((rule) => rule.name === name) && !rules.some((rule) => rule.name === name);
  const runs = left.runs.filter(({ optimizer }) => !isGone(optimizer));
  return { ...left, rules, runs: runs.map((run) => fitted({ rules }, run)) };
}
