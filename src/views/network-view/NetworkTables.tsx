import { isShown } from "../../store/store";
import { ChartTables } from "../charts/ChartTables";
import type { Span } from "../charts/span";
import { tableSteps } from "../charts/table-steps";
import { useRecorded } from "../charts/use-recorded";
import { useLabState } from "../store-context/store-context";
import type { Shown } from "./network-axes";
import { isOfSpec, namedRuns } from "./network-data";
import { networkTables } from "./network-tables";

/** The numbers behind the curves, as far as they are recorded. */
export function NetworkTables({ span: [from, to], shown }: { span: Span; shown: Shown }) {
  const recorded = useRecorded();
  const spec = useLabState((state) => state.spec);
  const hidden = useLabState((state) => state.hidden);
  const { recording } = recorded;
  if (!isOfSpec({ ...recorded, spec })) return <ChartTables tables={[]} steps={[]} />;
  const runs = namedRuns(spec, (number) => isShown({ hidden }, number));
  const newest = Math.max(from, Math.min(to, recording.frames - 1));
  return <ChartTables tables={networkTables(recording, runs, shown)} steps={tableSteps([from, newest])} />;
}
