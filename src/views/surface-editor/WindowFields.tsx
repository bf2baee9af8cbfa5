import { surfaceOf, type SurfaceSpec } from "../../experiment/spec";
import { NumberField } from "../../ui/NumberField";
import { useLab } from "../store-context/store-context";

const farthest = 1e5;

/** From where to where the map shows the visitor's surface. */
export function WindowFields({ spec }: { spec: SurfaceSpec }) {
  const { actions } = useLab();
  const { domain } = surfaceOf(spec);
  return (
    <div className="window-fields">
      window
      {(["x", "y"] as const).map((axis) => {
        const [from, to] = domain[axis];
        const refusal = (isRising: (value: number) => boolean, words: string) => (value: number) =>
          !(Math.abs(value) <= farthest)
            ? `${axis} must be a number from ${-farthest} to ${farthest}`
            : isRising(value)
              ? undefined
              : `${axis} must ${words}`;
        return (
          <span key={axis}>
            <i>{axis}</i> from
            <NumberField
              label={`window: ${axis} from`}
              value={from}
              onCommit={(value) => actions.setDomain({ ...domain, [axis]: [value, to] })}
              refusalOf={refusal((value) => value < to, `begin below ${to}`)}
            />
            to
            <NumberField
              label={`window: ${axis} to`}
              value={to}
              onCommit={(value) => actions.setDomain({ ...domain, [axis]: [from, value] })}
              refusalOf={refusal((value) => value > from, `end above ${from}`)}
            />
          </span>
        );
      })}
    </div>
  );
}
