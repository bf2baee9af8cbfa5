import { formulaErrorOf } from "../experiment/formula-error-of";
import { ownOptimizer, refusalOfName } from "../experiment/own-optimizer";
import { ownSurface } from "../experiment/own-surface";
import {
  customSurface,
  freeNumber,
  isSurfaceSpec,
  maximumRuns,
  type RunSpec,
  type SurfaceSpec,
} from "../experiment/spec";
import { customSpec, movedTo } from "../experiment/usual-spec";
import type { Store } from "./store";

/**
 * What a visitor can do while writing a rule or a surface. Text that can be read goes into the spec and runs; text that
 * cannot stays in `editing`, and the spec keeps the last that could.
 */
export function writingOf({ getState, setState }: Store) {
  return {
    /** Opens the editor on a rule of the spec, or on a new one that starts from a text, with a run of its own. */
    editRule(name: string, update?: string) {
      const { spec } = getState();
      const known = spec.rules.find((rule) => rule.name === name);
      const text = update ?? known?.update ?? "theta = theta - lr * g";
      setState({ editing: { kind: "rule", name, text } });
      if (!known) {
        const run: RunSpec = {
          optimizer: name,
          convention: "pytorch",
          hyperparameters: {},
          number: freeNumber(spec.runs),
        };
        const rules = [...spec.rules, { name, update: text }];
        const runs = spec.runs.length < maximumRuns ? [...spec.runs, run] : spec.runs;
        setState({ spec: { ...spec, rules, runs } });
      } else if (update !== undefined) this.writeRule(update);
    },
    /** The text of the rule being edited, after each key. */
    writeRule(text: string) {
      const { editing, spec } = getState();
      if (editing?.kind !== "rule") return;
      const { name } = editing;
      setState({ editing: { ...editing, text } });
      const rule = { name, update: text };
      if (!formulaErrorOf(() => ownOptimizer(rule)))
        setState({ spec: { ...spec, rules: spec.rules.map((each) => (each.name === name ? rule : each)) } });
    },
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
      setState({ editing: { ...editing, name: to }, spec: { ...spec, rules, runs } });
      return undefined;
    },
    /** Takes a rule away, and its runs with it. */
    removeRule(name: string) {
      const { spec, editing } = getState();
      const rules = spec.rules.filter((rule) => rule.name !== name);
      const runs = spec.runs.filter((run) => run.optimizer !== name);
      const isOpen = editing?.kind === "rule" && editing.name === name;
      setState({ spec: { ...spec, rules, runs }, ...(isOpen && { editing: undefined }) });
    },
    /** Opens the field for the surface's formula, on a copy of the present one unless it is the visitor's already. */
    editSurface: (text: string) => setState({ editing: { kind: "surface", text } }),
    /** The text of the surface being edited, after each key. */
    writeSurface(text: string) {
      const { spec } = getState();
      setState({ editing: { kind: "surface", text } });
      if (!isSurfaceSpec(spec) || formulaErrorOf(() => ownSurface(text, spec.domain))) return;
      const isOwn = spec.surface === customSurface;
      const written = customSpec(text, spec.domain);
      if (!isOwn) return setState({ spec: movedTo({ ...written, steps: spec.steps }, spec) });
      const names = Object.keys(ownSurface(text, spec.domain).parameters ?? {});
      const parameters = Object.fromEntries(
        Object.entries(spec.parameters).filter(([name]) => names.includes(name)),
      );
      setState({ spec: { ...spec, value: text, parameters } });
    },
    /** The window of the visitor's surface. */
    setDomain(domain: NonNullable<SurfaceSpec["domain"]>) {
      const { spec } = getState();
      if (isSurfaceSpec(spec) && spec.surface === customSurface) setState({ spec: { ...spec, domain } });
    },
    closeEditor: () => setState({ editing: undefined }),
  };
}
