import { ChartTable } from "./ChartTable";
import type { Table } from "./table";
import { chartsWords } from "../../words/en/charts";

type Props = { readonly tables: readonly Table[]; readonly steps: readonly number[] };

/** Keys that scroll tables too wide for their place; elsewhere they step the playback. */
const sideways: readonly string[] = ["ArrowLeft", "ArrowRight"];

/** The numbers of all charts, a table each, scrolled together; a place for the focus, so that keys can scroll it. */
export function ChartTables({ tables, steps }: Props) {
  return (
    <div
      className="charts-tables"
      role="region"
      aria-label={chartsWords().tables}
      tabIndex={0}
      onKeyDown={(event) => {
        if (sideways.includes(event.key)) event.stopPropagation();
      }}
    >
      {tables.map((table) => (
        <ChartTable key={table.title} table={table} steps={steps} />
      ))}
    </div>
  );
}
