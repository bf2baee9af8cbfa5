import { useMemo } from "react";
import { useRecorded } from "../charts/use-recorded";
import { formatCount, formatNumber } from "../number-format/number-format";
import { LineSample } from "../run-mark/RunMark";
import { comparisonOf } from "./comparison";

/** The rule's runs beside the others, by three numbers of what is recorded. */
export function Comparison({ name }: { name: string }) {
  const recorded = useRecorded();
  const { threshold, results } = useMemo(
    () => comparisonOf(recorded.recording, recorded.recordedSpec, name),
    [recorded, name],
  );
  if (results.length === 0) return null;
  const steps = formatCount(recorded.recording.steps);
  return (
    <table className="rule-comparison">
      <thead>
        <tr>
          <th scope="col">{results.length > 1 ? "beside the other runs" : "alone so far"}</th>
          <th scope="col">first step</th>
          <th scope="col">
            {threshold === undefined ? (
              "steps to settle"
            ) : (
              <>
                steps until <i>f</i> stays below {formatNumber(threshold)}
              </>
            )}
          </th>
          <th scope="col">
            <i>f</i> at step {steps}
          </th>
        </tr>
      </thead>
      <tbody>
        {results.map(({ number, label, firstStep, settled, lastLoss, divergedAt }) => (
          <tr key={number}>
            <th scope="row">
              <LineSample run={number} />
              {label}
            </th>
            <td>{firstStep === undefined ? "–" : formatNumber(firstStep)}</td>
            {divergedAt === undefined ? (
              <>
                <td>{settled === undefined ? `> ${steps}` : formatCount(settled)}</td>
                <td>{formatNumber(lastLoss)}</td>
              </>
            ) : (
              <td colSpan={2} className="rule-comparison-diverged">
                diverged at step {formatCount(divergedAt)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
