import { mostSurfaceSteps } from "../../experiment/budget";
import { customSurface, parametersOf, surfaceOf, type SurfaceSpec } from "../../experiment/spec";
import { surfaceText } from "../../experiment/surface-text";
import { late } from "../../ui/late";
import { Menu, MenuGroup, MenuItem } from "../../ui/Menu";
import { NumberField } from "../../ui/NumberField";
import { SideScroller } from "../../ui/SideScroller";
import { Mathml } from "../formula/Mathml";
import { symbolOf } from "../../formula/emit/symbol";
import { SurfaceFormula } from "../formula/SurfaceFormula";
import { useLab } from "../store-context/store-context";
import { useSurfaceText } from "../surface-editor/use-surface-text";
import { between, wholeBetween } from "./refusals";
import { objectiveWords } from "../../words/en/objective";
import { said } from "../../words/speak";
import { Explain } from "../explain/Explain";
import "./objective-line.css";

/** Loaded when it is first opened. */
const SurfacePicker = late(() =>
  import("../surface-picker/SurfacePicker").then(({ SurfacePicker }) => SurfacePicker),
);

/** Loaded when a formula is first edited. */
const SurfaceEditor = late(() =>
  import("../surface-editor/SurfaceEditor").then(({ SurfaceEditor }) => SurfaceEditor),
);

/** Characters from which on a formula is set smaller, to have a line to itself. */
const longFormula = 60;

/** The surface's name, formula and numbers, all to be changed where they stand. */
export function SurfaceLine({ spec }: { spec: SurfaceSpec }) {
  const { actions } = useLab();
  const words = objectiveWords();
  const surface = surfaceOf(spec);
  const parameters = parametersOf(spec);
  const [x, y] = spec.start;
  const text = useSurfaceText();
  const isOwn = spec.surface === customSurface;
  const isWritten = text !== undefined;
  const isLong = surfaceText(spec).length > longFormula;
  const formula = <SurfaceFormula surface={surface} parameters={parameters} />;
  return (
    <section className="objective-line" aria-label={words.surface}>
      <div className="objective-head">
        <span className="objective-change">
          <button
            type="button"
            aria-expanded={isWritten}
            aria-label={isWritten ? words.doneLabel : words.editLabel}
            onClick={isWritten ? actions.closeEditor : actions.editSurface}
          >
            {isWritten ? words.done : words.edit}
          </button>
          <Menu align="right" button={`${words.change} ▾`} label={words.changeSurface}>
            <MenuGroup name={words.yours}>
              <MenuItem
                name={words.ownFormula}
                note={words.ownNote}
                isCurrent={isOwn}
                onChoose={actions.chooseOwnSurface}
              />
            </MenuGroup>
            <SurfacePicker current={spec.surface} />
          </Menu>
        </span>
        <h2>{said(surface.name)}</h2>
        <Explain of={{ surface: spec.surface }} />
        {isLong ? (
          <SideScroller className="objective-formula objective-formula-long">{formula}</SideScroller>
        ) : (
          <span className="objective-formula">{formula}</span>
        )}
      </div>
      {isWritten && <SurfaceEditor spec={spec} text={text} />}
      <div className="objective-numbers">
        {/* While the visitor's own is written, they have sliders. */}
        {Object.entries(isOwn && isWritten ? {} : (surface.parameters ?? {})).map(
          ([name, { word, range, unit }]) => (
            <label key={name}>
              {word.length <= 10 && !isOwn ? said(word) : <Mathml node={symbolOf(name)} label={said(word)} />}
              <NumberField
                label={said(word)}
                value={parameters[name]!}
                onCommit={(value) => actions.setParameter(name, value)}
                refusalOf={(name === surface.data?.batch ? wholeBetween : between)(said(word), ...range)}
                {...(unit !== undefined && { unit })}
              />
            </label>
          ),
        )}
        <label>
          {words.start}
          <NumberField
            label={words.startOf("x")}
            value={x}
            onCommit={(value) => actions.setStart([value, y])}
            refusalOf={between("x", -1e5, 1e5)}
          />
          <NumberField
            label={words.startOf("y")}
            value={y}
            onCommit={(value) => actions.setStart([x, value])}
            refusalOf={between("y", -1e5, 1e5)}
          />
          {(x !== surface.start[0] || y !== surface.start[1]) && (
            <button
              type="button"
              className="objective-reset"
              aria-label={words.resetStart}
              title={words.resetStart}
              onClick={() => actions.setStart(surface.start)}
            >
              ↺
            </button>
          )}
        </label>
        <span className="objective-number">
          <Explain of="noise">{words.noise}</Explain>
          <NumberField
            label={words.noiseLabel}
            value={spec.noise}
            onCommit={(noise) => actions.setSurfaceSpec({ noise })}
            refusalOf={between(words.noise, 0, 1000)}
          />
        </span>
        <label>
          {words.steps}
          <NumberField
            label={words.steps}
            value={spec.steps}
            onCommit={(steps) => actions.setSurfaceSpec({ steps })}
            refusalOf={wholeBetween(words.steps, 1, mostSurfaceSteps)}
          />
        </label>
      </div>
    </section>
  );
}
