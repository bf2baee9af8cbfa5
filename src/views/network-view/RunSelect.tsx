import { Marker } from "../run-mark/RunMark";
import type { NamedRun } from "./network-data";

type Props = {
  readonly label: string;
  readonly runs: readonly NamedRun[];
  /** Number of the chosen run. */
  readonly value: number;
  readonly onChange: (number: number) => void;
};

/** One of the runs, by its marker and name. */
export const RunSelect = ({ label, runs, value, onChange }: Props) => (
  <span className="network-run-select" data-run={value}>
    <Marker run={value} />
    <select aria-label={label} value={value} onChange={({ target }) => onChange(Number(target.value))}>
      {runs.map(({ number, label: name }) => (
        <option key={number} value={number}>
          {name}
        </option>
      ))}
    </select>
  </span>
);
