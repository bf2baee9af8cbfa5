import { lazy, Suspense } from "react";
import { customSurface, parametersOf, surfaceOf, type SurfaceSpec } from "../../experiment/spec";
import { surfaceText } from "../../experiment/surface-text";
import { Menu, MenuGroup, MenuItem } from "../../ui/Menu";
import { NumberField } from "../../ui/NumberField";
import { Mathml } from "../formula/Mathml";
import { symbolOf } from "../../formula/emit/symbol";
import { SurfaceFormula } from "../formula/SurfaceFormula";
import { useLab } from "../store-context/store-context";
import { SurfaceEditor, useSurfaceText } from "../surface-editor/SurfaceEditor";
import { between, wholeBetween } from "./refusals";
import "./objective-line.css";

/** Loaded when it is first opened. */
const SurfacePicker = lazy(() =>
  import("../surface-picker/SurfacePicker").then((module) => ({ default: module.SurfacePicker })),
);

/** Characters from which on a formula is set smaller, to have a line to itself. */
const longFormula = 60;

/** The surface's name, formula and numbers, all to be changed where they stand. */
export function SurfaceLine({ spec }: { spec: SurfaceSpec }) {
  const { actions } = useLab();
  const surface = surfaceOf(spec);
  const parameters = parametersOf(spec);
  const [x, y] = spec.start;
  const text = useSurfaceText();
  const isOwn = spec.surface === customSurface;
  const isWritten = text !== undefined;
  const isLong = surfaceText(spec).length > longFormula;
  return (
    <section className="objective-line" aria-label="surface">
      <div className="objective-head">
        <span className="objective-change">
          <button
            type="button"
            aria-expanded={isWritten}
            aria-label={isWritten ? "done with the formula" : "edit the formula"}
            onClick={isWritten ? actions.closeEditor : actions.editSurface}
          >
            {isWritten ? "done" : "edit"}
          </button>
          <Menu align="right" button="change ▾" label="change the surface">
            <MenuGroup name="Yours">
              <MenuItem
                name="your own formula…"
                note="in x and y, with a slider for every other name"
                isCurrent={isOwn}
                onChoose={actions.chooseOwnSurface}
              />
            </MenuGroup>
            <Suspense>
              <SurfacePicker current={spec.surface} />
            </Suspense>
          </Menu>
        </span>
        <h2>{surface.name}</h2>
        <span className={`objective-formula ${isLong ? "objective-formula-long" : ""}`}>
          <SurfaceFormula surface={surface} parameters={parameters} />
        </span>
      </div>
      {isWritten && <SurfaceEditor spec={spec} text={text} />}
      <div className="objective-numbers">
        {/* While the visitor's own is written, they have sliders. */}
        {Object.entries(isOwn && isWritten ? {} : (surface.parameters ?? {})).map(
          ([name, { word, range, unit }]) => (
            <label key={name}>
              {word.length <= 10 && !isOwn ? word : <Mathml node={symbolOf(name)} label={word} />}
              <NumberField
                label={word}
                value={parameters[name]!}
                onCommit={(value) => actions.setParameter(name, value)}
                refusalOf={(name === surface.data?.batch ? wholeBetween : between)(word, ...range)}
                {...(unit !== undefined && { unit })}
              />
            </label>
          ),
        )}
        <label>
          start
          <NumberField
            label="start x"
            value={x}
            onCommit={(value) => actions.setStart([value, y])}
            refusalOf={between("x", -1e5, 1e5)}
          />
          <NumberField
            label="start y"
            value={y}
            onCommit={(value) => actions.setStart([x, value])}
            refusalOf={between("y", -1e5, 1e5)}
          />
          {(x !== surface.start[0] || y !== surface.start[1]) && (
            <button
              type="button"
              className="objective-reset"
              aria-label="reset the start"
              title="reset the start"
              onClick={() => actions.setStart(surface.start)}
            >
              ↺
            </button>
          )}
        </label>
        <label>
          noise
          <NumberField
            label="standard deviation of the gradient's noise"
            value={spec.noise}
            onCommit={(noise) => actions.setSurfaceSpec({ noise })}
            refusalOf={between("noise", 0, 1000)}
          />
        </label>
        <label>
          steps
          <NumberField
            label="steps"
            value={spec.steps}
            onCommit={(steps) => actions.setSurfaceSpec({ steps })}
            refusalOf={wholeBetween("steps", 1, 5000)}
          />
        </label>
      </div>
    </section>
  );
}
