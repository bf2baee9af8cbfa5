import type { Panel } from "./panel";
import { ChartTable } from "./ChartTable";
import type { Span } from "./span";
import { tableSteps } from "./table-steps";
import { chartsWords } from "../../words/en/charts";

type Props = { readonly panels: readonly Panel[]; readonly span: Span };

/** Keys that scroll tables too wide for their place; elsewhere they step the playback. */
const sideways: readonly string[] = ["ArrowLeft", "ArrowRight"];

/** The numbers of all charts, a table each, scrolled together; a place for the focus, so that keys can scroll it. */
export function ChartTables({ panels, span }: Props) {
  const steps = tableSteps(span);
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
      {panels.map((panel) => (
        <ChartTable key={panel.quantity} panel={panel} steps={steps} />
      ))}
    </div>
  );
}
