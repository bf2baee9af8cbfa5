import { Marker } from "../run-mark/RunMark";
import type { NamedRun } from "./network-data";

type Props = {
  readonly label: string;
  readonly runs: readonly NamedRun[];
  /** Index of the chosen run. */
  readonly value: number;
  readonly onChange: (index: number) => void;
};

/** One of the runs, by its marker and name. */
export const RunSelect = ({ label, runs, value, onChange }: Props) => (
  <span className="network-run-select" data-run={runs.find(({ index }) => index === value)?.number}>
    <Marker run={runs.find(({ index }) => index === value)?.number ?? 1} />
    <select aria-label={label} value={value} onChange={({ target }) => onChange(Number(target.value))}>
      {runs.map(({ index, label: name }) => (
        <option key={index} value={index}>
          {name}
        </option>
      ))}
    </select>
  </span>
);
