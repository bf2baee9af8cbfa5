import { formulaErrorOf } from "../experiment/formula-error-of";
import { ownSurface } from "../experiment/own-surface";
import {
  customSurface,
  isSurfaceSpec,
  parametersOf,
  surfaceOf,
  type ExperimentSpec,
  type SurfaceSpec,
} from "../experiment/spec";
import { surfaceText } from "../experiment/surface-text";
import { customSpec, movedTo } from "../experiment/usual-spec";
import type { Store } from "./store";

const firstFormula = "x^2 + y^2";

/** What a visitor can do while writing a surface. */
export function writingSurface({ getState, setState, subscribe }: Store) {
  let draft: string | undefined;
  /** The visitor's surface as it was left for another. */
  let leftOwn: SurfaceSpec | undefined;
  /** Numbers of names that were typed over. */
  let remembered: Readonly<Record<string, number>> = {};

  subscribe((state, before) => {
    if (state.spec === before.spec) return;
    if (isOwn(before.spec) && !isOwn(state.spec)) leftOwn = before.spec;
    if (state.editing !== before.editing || !isOtherFormula(state.spec, before.spec)) return;
    draft = undefined;
    if (state.editing?.kind !== "surface") return;
    const { spec } = state;
    setState({ editing: isSurfaceSpec(spec) ? { kind: "surface", text: surfaceText(spec) } : undefined });
  });

  function editSurface() {
    const { spec } = getState();
    if (isSurfaceSpec(spec)) setState({ editing: { kind: "surface", text: draft ?? surfaceText(spec) } });
  }

  return {
    /** Opens the field for the surface's formula: the visitor's own, or a copy of the present one. */
    editSurface,
    /** To the visitor's surface as it was left, or to a bowl to begin with, and opens the field for its formula. */
    chooseOwnSurface() {
      const { spec } = getState();
      if (!isOwn(spec)) {
        const steps = isSurfaceSpec(spec) ? spec.steps : undefined;
        const base = leftOwn ?? customSpec(firstFormula);
        setState({ spec: movedTo({ ...base, ...(steps !== undefined && { steps }) }, spec) });
      }
      editSurface();
    },
    /** The text of the surface being edited, after each key; a registered one becomes the visitor's, as it stands. */
    writeSurface(text: string) {
      const { spec } = getState();
      const editing = { kind: "surface", text } as const;
      if (!isSurfaceSpec(spec)) return;
      draft = text;
      if (formulaErrorOf(() => ownSurface(text, spec.domain))) return setState({ editing });
      draft = undefined;
      const domain = spec.surface === customSurface ? spec.domain : surfaceOf(spec).domain;
      remembered = { ...remembered, ...parametersOf(spec) };
      const { parameters: named = {} } = ownSurface(text, domain);
      const parameters = Object.fromEntries(
        Object.entries(remembered).filter(([name, value]) => named[name] && value !== named[name].value),
      );
      const written = { ...spec, surface: customSurface, value: text, parameters };
      setState({ editing, spec: { ...written, ...(domain && { domain }) } });
    },
    /** The window of the visitor's surface; shown whole. */
    setDomain(domain: NonNullable<SurfaceSpec["domain"]>) {
      const { spec, view } = getState();
      if (isOwn(spec)) setState({ spec: { ...spec, domain }, view: { ...view, window: undefined } });
    },
  };
}

const isOwn = (spec: ExperimentSpec): spec is SurfaceSpec =>
  isSurfaceSpec(spec) && spec.surface === customSurface;

const isOtherFormula = (a: ExperimentSpec, b: ExperimentSpec) =>
  !isSurfaceSpec(a) || !isSurfaceSpec(b) || a.surface !== b.surface || a.value !== b.value;
