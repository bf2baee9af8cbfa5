import { useEffect, useRef } from "react";
import { formulaErrorOf } from "../../experiment/formula-error-of";
import { ownSurface } from "../../experiment/own-surface";
import { customSurface, parametersOf, type SurfaceSpec } from "../../experiment/spec";
import { misspelt } from "../../formula/misspelt";
import { CodeField } from "../../ui/CodeField";
import { codeErrorOf, longestText } from "../rule-editor/code-error";
import { LinkNote } from "../rule-editor/LinkNote";
import { useLab } from "../store-context/store-context";
import { ParameterSlider } from "./ParameterSlider";
import { WindowFields } from "./WindowFields";
import { surfaceEditorWords } from "../../words/en/surface-editor";
import "./surface-editor.css";

/** The surface's formula while it is written; of the visitor's own also its window and a slider for each free name. */
export function SurfaceEditor({ spec, text }: { spec: SurfaceSpec; text: string }) {
  const { actions } = useLab();
  const root = useRef<HTMLDivElement>(null);
  const words = surfaceEditorWords();
  useEffect(() => {
    const field = root.current?.querySelector("textarea");
    field?.focus();
    field?.select();
  }, []);
  const error = formulaErrorOf(() => ownSurface(text, spec.domain));
  const isOwn = spec.surface === customSurface;
  const free = isOwn ? Object.keys(parametersOf(spec)) : [];
  return (
    <div className="surface-editor" ref={root}>
      <CodeField
        label={words.field}
        value={text}
        onChange={actions.writeSurface}
        error={codeErrorOf(error)}
        note={words.note}
        hint={misspelt(free, ["x", "y"])}
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
          {words.changeIt[0]}
          <i>x</i>
          {words.changeIt[1]}
          <i>y</i>
          {words.changeIt[2]}
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
