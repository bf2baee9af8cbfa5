import { useMemo } from "react";
import { useRecorded } from "../charts/use-recorded";
import { formatCount, formatNumber } from "../number-format/number-format";
import { LineSample } from "../run-mark/RunMark";
import { comparisonOf } from "./comparison";
import { ruleEditorWords } from "../../words/en/rule-editor";

/** The rule's runs beside the others, by three numbers of what is recorded. */
export function Comparison({ name }: { name: string }) {
  const recorded = useRecorded();
  const words = ruleEditorWords();
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
          <th scope="col">{results.length > 1 ? words.beside : words.alone}</th>
          <th scope="col">{words.firstStep}</th>
          <th scope="col">
            {threshold === undefined ? (
              words.toSettle
            ) : (
              <>
                {words.until[0]}
                <i>f</i>
                {words.until[1]}
                {formatNumber(threshold)}
              </>
            )}
          </th>
          <th scope="col">
            <i>f</i>
            {words.atStep(steps)}
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
                {words.divergedAt(formatCount(divergedAt))}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
