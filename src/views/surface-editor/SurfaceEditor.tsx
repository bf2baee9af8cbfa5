import { useEffect, useRef } from "react";
import { formulaErrorOf } from "../../experiment/formula-error-of";
import { ownSurface } from "../../experiment/own-surface";
import { customSurface, parametersOf, type SurfaceSpec } from "../../experiment/spec";
import { CodeField } from "../../ui/CodeField";
import { codeErrorOf, longestText } from "../rule-editor/code-error";
import { LinkNote } from "../rule-editor/LinkNote";
import { useLab, useLabState } from "../store-context/store-context";
import { ParameterSlider } from "./ParameterSlider";
import { WindowFields } from "./WindowFields";
import "./surface-editor.css";

/** The surface's formula while it is written; of the visitor's own also its window and a slider for each free name. */
export function SurfaceEditor({ spec, text }: { spec: SurfaceSpec; text: string }) {
  const { actions } = useLab();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const field = root.current?.querySelector("textarea");
    field?.focus();
    field?.select();
  }, []);
  const error = formulaErrorOf(() => ownSurface(text, spec.domain));
  const isOwn = spec.surface === customSurface;
  return (
    <div className="surface-editor" ref={root}>
      <CodeField
        label="the surface's formula, in x and y"
        value={text}
        onChange={actions.writeSurface}
        error={codeErrorOf(error)}
        note="Until this is right, the last surface that could be read is shown."
        maxLength={longestText}
      />
      <LinkNote spec={spec} />
      {isOwn ? (
        <>
          <WindowFields spec={spec} />
          <Parameters spec={spec} />
        </>
      ) : (
        <p className="surface-editor-note">
          Change it and it is yours. Any name beside <i>x</i> and <i>y</i> gets a slider.
        </p>
      )}
    </div>
  );
}

function Parameters({ spec }: { spec: SurfaceSpec }) {
  const values = Object.entries(parametersOf(spec));
  if (values.length === 0) return null;
  return (
    <div className="surface-editor-sliders">
      {values.map(([name, value]) => (
        <ParameterSlider key={name} name={name} value={value} />
      ))}
    </div>
  );
}

/** The surface being edited, for those who show what it is; undefined while none is. */
export const useSurfaceText = (): string | undefined =>
  useLabState(({ editing }) => (editing?.kind === "surface" ? editing.text : undefined));
