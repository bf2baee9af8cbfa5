import { changedSettings } from "../../experiment/changed-settings";
import {
  isSurfaceSpec,
  parametersOf,
  surfaceOf,
  type ExperimentSpec,
  type NetworkSpec,
  type SurfaceSpec,
} from "../../experiment/spec";
import { resolveNetwork } from "../../networks/index";
import { symbolText } from "../formula/Symbol";
import { formatTick } from "../number-format/number-format";

/** "Ravine, κ = 50, start −9, 2": what the runs minimise, in one line. */
export const ObjectiveInWords = ({ spec }: { spec: ExperimentSpec }) => (
  <span className="rule-objective">{isSurfaceSpec(spec) ? surfaceInWords(spec) : networkInWords(spec)}</span>
);

/** "MNIST, multilayer perceptron, 10–10, batch 32, dropout 0.2". */
function networkInWords(spec: NetworkSpec): string {
  const { name, mostHidden } = resolveNetwork(spec.network);
  const hidden = mostHidden > 0 ? [spec.hidden.join("–")] : [];
  return [name, ...hidden, `batch ${spec.batch}`, ...changedSettings(spec).map(({ words }) => words)].join(
    ", ",
  );
}

function surfaceInWords(spec: SurfaceSpec): string {
  const parameters = Object.entries(parametersOf(spec))
    .filter(([, value]) => value !== 0)
    .map(([name, value]) => `${symbolText(name)} = ${formatTick(value)}`);
  const noise = spec.noise > 0 ? [`noise ${formatTick(spec.noise)}`] : [];
  const start = `start ${spec.start.map(formatTick).join(", ")}`;
  return [surfaceOf(spec).name, ...parameters, ...noise, start].join(", ");
}
