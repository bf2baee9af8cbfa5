import { Segmented } from "../../../ui/Segmented";
import type { NamedRun } from "../network-data";
import { RunSelect } from "../RunSelect";
import type { PlaneChoice } from "./projected-paths";
import { networkWords } from "../../../words/en/network";

/** What a visitor has chosen: the kind of plane, and the numbers of the runs whose ends it goes through if it does. */
export type ChosenPlane = {
  readonly kind: PlaneChoice["kind"];
  readonly first?: number;
  readonly second?: number;
};

type Props = {
  readonly runs: readonly NamedRun[];
  readonly chosen: ChosenPlane;
  readonly onChange: (chosen: ChosenPlane) => void;
};

const kinds = ["principal", "ends"] as const;

/** Which plane the paths are seen in. */
export function PlaneControls({ runs, chosen, onChange }: Props) {
  const { kind } = chosen;
  const ends = endsOf(chosen, runs);
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
        (!ends ? (
          <span className="network-note">{words.needsSecond}</span>
        ) : (
          <span className="network-ends">
            <RunSelect
              label={words.firstRun}
              runs={runs}
              value={ends.first.number}
              onChange={(first) => onChange({ kind, ...swapped(ends, { first }) })}
            />
            <RunSelect
              label={words.secondRun}
              runs={runs}
              value={ends.second.number}
              onChange={(second) => onChange({ kind, ...swapped(ends, { second }) })}
            />
          </span>
        ))}
    </>
  );
}

/** The plane that is looked at, for the runs shown: through two runs' ends only where there are two. */
export function planeOf(chosen: ChosenPlane, runs: readonly NamedRun[]): PlaneChoice {
  const ends = endsOf(chosen, runs);
  const among = runs.map(({ index }) => index);
  return chosen.kind === "ends" && ends
    ? { among, kind: "ends", first: ends.first.index, second: ends.second.index }
    : { among, kind: "principal" };
}

type Ends = { readonly first: NamedRun; readonly second: NamedRun };

/** The two runs chosen, or others in the place of those that are gone; undefined where there are not two. */
function endsOf(chosen: ChosenPlane, runs: readonly NamedRun[]): Ends | undefined {
  const first =
    runs.find(({ number }) => number === chosen.first) ?? runs.find(({ number }) => number !== chosen.second);
  const rest = runs.filter((run) => run !== first);
  const second = rest.find(({ number }) => number === chosen.second) ?? rest[0];
  return first && second && { first, second };
}

/** Both numbers after one was chosen: the other run's, if it was that, becomes the one that was. */
function swapped({ first, second }: Ends, chosen: { first: number } | { second: number }) {
  return "first" in chosen
    ? { ...chosen, second: chosen.first === second.number ? first.number : second.number }
    : { ...chosen, first: chosen.second === first.number ? second.number : first.number };
}
