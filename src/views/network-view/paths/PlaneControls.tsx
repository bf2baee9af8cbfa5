import { Segmented } from "../../../ui/Segmented";
import type { NamedRun } from "../network-data";
import { RunSelect } from "../RunSelect";
import type { PlaneChoice } from "./projected-paths";
import { networkWords } from "../../../words/en/network";

/** What a visitor has chosen: the kind of plane, and the runs whose ends it goes through if it does. */
export type ChosenPlane = {
  readonly kind: PlaneChoice["kind"];
  readonly first: number;
  readonly second: number;
};

type Props = {
  readonly runs: readonly NamedRun[];
  readonly chosen: ChosenPlane;
  readonly onChange: (chosen: ChosenPlane) => void;
};

const kinds = ["principal", "ends"] as const;

/** Which plane the paths are seen in. */
export function PlaneControls({ runs, chosen, onChange }: Props) {
  const { kind, first, second } = chosen;
  const words = networkWords();
  return (
    <>
      <Segmented
        label={words.plane}
        value={kind}
        options={kinds.map((value) => ({ value, word: words.planes[value] }))}
        onChange={(kind) => onChange({ ...chosen, kind })}
      />
      {kind === "ends" &&
        (runs.length < 2 ? (
          <span className="network-note">{words.needsSecond}</span>
        ) : (
          <span className="network-ends">
            <RunSelect
              label={words.firstRun}
              runs={runs}
              value={first}
              onChange={(index) =>
                onChange({ kind, first: index, second: index === second ? first : second })
              }
            />
            <RunSelect
              label={words.secondRun}
              runs={runs}
              value={second}
              onChange={(index) => onChange({ kind, first: index === first ? second : first, second: index })}
            />
          </span>
        ))}
    </>
  );
}

/** The plane that is looked at: through two runs' ends only where there are two. */
export const planeOf = ({ kind, first, second }: ChosenPlane, runs: number): PlaneChoice =>
  kind === "ends" && first !== second && Math.max(first, second) < runs
    ? { kind, first, second }
    : { kind: "principal" };
