import { parametersOf, surfaceOf, type SurfaceSpec } from "../../experiment/spec";
import { surfaces } from "../../surfaces/index";
import { Menu, MenuItem } from "../../ui/Menu";
import { NumberField } from "../../ui/NumberField";
import { Mathml } from "../formula/Mathml";
import { symbolOf } from "../../formula/emit/symbol";
import { SurfaceFormula } from "../formula/SurfaceFormula";
import { authorsOf } from "../reference/authors";
import { useLab } from "../store-context/store-context";
import "./objective-line.css";

/** The surface's name, formula and numbers, all to be changed where they stand. */
export function SurfaceLine({ spec }: { spec: SurfaceSpec }) {
  const { actions } = useLab();
  const surface = surfaceOf(spec);
  const parameters = parametersOf(spec);
  const [x, y] = spec.start;
  return (
    <section className="objective-line" aria-label="surface">
      <div className="objective-head">
        <h2>{surface.name}</h2>
        <span className={`objective-formula ${parameters.rotate ? "objective-formula-long" : ""}`}>
          <SurfaceFormula surface={surface} parameters={parameters} />
        </span>
        <Menu className="objective-change" align="right" button="change ▾" label="Change the surface">
          {Object.entries(surfaces).map(([id, { name, reference }]) => (
            <MenuItem
              key={id}
              name={name}
              note={authorsOf(reference)}
              isCurrent={id === spec.surface}
              onChoose={() => actions.chooseSurface(id)}
            />
          ))}
        </Menu>
      </div>
      <div className="objective-numbers">
        {Object.entries(surface.parameters ?? {}).map(([name, { word, range, unit }]) => (
          <label key={name}>
            {word.length <= 8 ? word : <Mathml node={symbolOf(name)} label={word} />}
            <NumberField
              label={word}
              value={parameters[name]!}
              onCommit={(value) => actions.setParameter(name, value)}
              refusalOf={between(word, ...range)}
              {...(unit !== undefined && { unit })}
            />
          </label>
        ))}
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

const between = (name: string, least: number, most: number) => (value: number) =>
  value >= least && value <= most ? undefined : `${name} must be a number from ${least} to ${most}`;

const wholeBetween = (name: string, least: number, most: number) => (value: number) =>
  Number.isInteger(value) ? between(name, least, most)(value) : `${name} must be a whole number`;
