import { useRef } from "react";
import { formatCount, formatNumber } from "../number-format/number-format";
import { useFrame } from "../playback/use-frame";
import { Marker } from "../run-mark/RunMark";
import type { Line } from "./lines";
import type { Panel } from "./panel";
import { chartsWords } from "../../words/en/charts";
import { titleOf } from "./title-of";

/** Digits of a number in a table: who looks there asks for more than the three of the page. */
const digits = 5;

type Props = { readonly panel: Panel; readonly steps: readonly number[] };

/** What was recorded of one quantity: the step of the cursor, and every so many steps. */
export function ChartTable({ panel: { quantity, minimum, lines }, steps }: Props) {
  const cursor = useRef<HTMLTableRowElement>(null);

  useFrame(({ playback }) => {
    const [head, ...cells] = cursor.current?.children ?? [];
    if (head?.lastElementChild) head.lastElementChild.textContent = formatCount(playback.step);
    lines.forEach((line, i) => {
      if (cells[i]) cells[i].textContent = cellText(line, playback.step);
    });
  });

  return (
    <table>
      <caption>
        <span>{titleOf(quantity, minimum)}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{chartsWords().step}</th>
          {lines.map(({ run, label }) => (
            <th key={label} scope="col" data-run={run}>
              <Marker run={run} radius={3.6} /> {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr ref={cursor} className="charts-table-cursor">
          <th scope="row">
            {chartsWords().cursor} <b />
          </th>
          {lines.map(({ label }) => (
            <td key={label} />
          ))}
        </tr>
        {steps.map((step) => (
          <tr key={step}>
            <th scope="row">{formatCount(step)}</th>
            {lines.map((line) => (
              <td key={line.label}>{cellText(line, step)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What is recorded at a step, smoothed or not; nothing where a run has not begun or has ended. */
function cellText({ first, values, raw = values }: Line, step: number): string {
  const value = raw[step - first];
  return value === undefined ? "" : formatNumber(value, digits);
}
