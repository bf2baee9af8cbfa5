import {
  isSurfaceSpec,
  parametersOf,
  surfaceOf,
  type ExperimentSpec,
  type SurfaceSpec,
} from "../../experiment/spec";
import { resolveNetwork } from "../../networks/index";
import { symbolText } from "../formula/Symbol";
import { formatTick } from "../number-format/number-format";

/** "Ravine, κ = 50, start −9, 2": what the runs minimise, in one line. */
export const ObjectiveInWords = ({ spec }: { spec: ExperimentSpec }) => (
  <span className="rule-objective">
    {isSurfaceSpec(spec) ? surfaceInWords(spec) : resolveNetwork(spec.network).name}
  </span>
);

function surfaceInWords(spec: SurfaceSpec): string {
  const parameters = Object.entries(parametersOf(spec))
    .filter(([, value]) => value !== 0)
    .map(([name, value]) => `${symbolText(name)} = ${formatTick(value)}`);
  const noise = spec.noise > 0 ? [`noise ${formatTick(spec.noise)}`] : [];
  const start = `start ${spec.start.map(formatTick).join(", ")}`;
  return [surfaceOf(spec).name, ...parameters, ...noise, start].join(", ");
}
