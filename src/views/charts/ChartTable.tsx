import { useRef } from "react";
import { formatCount } from "../number-format/number-format";
import { useFrame } from "../playback/use-frame";
import { Marker } from "../run-mark/RunMark";
import type { Table } from "./table";
import { chartsWords } from "../../words/en/charts";
import { writeText } from "../../ui/write";

type Props = { readonly table: Table; readonly steps: readonly number[] };

/** What was recorded of one quantity: the step of the cursor, and every so many steps. */
export function ChartTable({ table: { title, columns }, steps }: Props) {
  const cursor = useRef<HTMLTableRowElement>(null);

  useFrame(({ playback }) => {
    const [head, ...cells] = cursor.current?.children ?? [];
    writeText(head?.lastElementChild, formatCount(playback.step));
    columns.forEach(({ textAt }, i) => {
      writeText(cells[i], textAt(playback.step));
    });
  });

  return (
    <table>
      <caption>
        <span>{title}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{chartsWords().step}</th>
          {columns.map(({ run, label }) => (
            <th key={`${run} ${label}`} scope="col" data-run={run}>
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
          {columns.map(({ run, label }) => (
            <td key={`${run} ${label}`} />
          ))}
        </tr>
        {steps.map((step) => (
          <tr key={step}>
            <th scope="row">{formatCount(step)}</th>
            {columns.map(({ run, label, textAt }) => (
              <td key={`${run} ${label}`}>{textAt(step)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
