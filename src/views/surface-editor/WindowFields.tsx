import { surfaceOf, type SurfaceSpec } from "../../experiment/spec";
import { NumberField } from "../../ui/NumberField";
import { useLab } from "../store-context/store-context";
import { objectiveWords } from "../../words/en/objective";
import { surfaceEditorWords } from "../../words/en/surface-editor";

const farthest = 1e5;

/** From where to where the map shows the visitor's surface. */
export function WindowFields({ spec }: { spec: SurfaceSpec }) {
  const { actions } = useLab();
  const words = surfaceEditorWords();
  const { domain } = surfaceOf(spec);
  return (
    <div className="window-fields">
      {words.window}
      {(["x", "y"] as const).map((axis) => {
        const [from, to] = domain[axis];
        const refusal = (isRising: (value: number) => boolean, reason: string) => (value: number) =>
          !(Math.abs(value) <= farthest)
            ? objectiveWords().mustLie(axis, -farthest, farthest)
            : isRising(value)
              ? undefined
              : reason;
        return (
          <span key={axis}>
            <i>{axis}</i> {words.from}
            <NumberField
              label={words.windowFrom(axis)}
              value={from}
              onCommit={(value) => actions.setDomain({ ...domain, [axis]: [value, to] })}
              refusalOf={refusal((value) => value < to, words.mustBegin(axis, to))}
            />
            {words.to}
            <NumberField
              label={words.windowTo(axis)}
              value={to}
              onCommit={(value) => actions.setDomain({ ...domain, [axis]: [from, value] })}
              refusalOf={refusal((value) => value > from, words.mustEnd(axis, from))}
            />
          </span>
        );
      })}
    </div>
  );
}
