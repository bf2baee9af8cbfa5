import type { Schedule } from "../../schedules/schedule";
import { scheduledRates } from "./scheduled-rates";
import { runWords } from "../../words/en/run";

type Props = {
  readonly schedule: Schedule;
  readonly parameters: Readonly<Record<string, number>>;
  readonly steps: number;
};

const [width, height] = [96, 22];

/** The rate over the budget as a small line, from nothing to its highest; in words where the loss decides. */
export function RateLine({ schedule, parameters, steps }: Props) {
  const rates = scheduledRates(schedule, parameters, Math.max(2, steps));
  if (!rates) return <span className="run-card-note">{runWords().asLoss}</span>;
  const points = rates.map(([at, rate]) => `${(at * width).toFixed(1)},${((1 - rate) * height).toFixed(1)}`);
  return (
    <svg
      className="run-card-rates"
      width={width}
      height={height + 2}
      viewBox={`0 -1 ${width} ${height + 2}`}
      role="img"
      aria-label={runWords().rateLine}
    >
      <path className="run-card-rates-zero" d={`M0,${height}H${width}`} />
      <path d={`M${points.join("L")}`} />
    </svg>
  );
}
