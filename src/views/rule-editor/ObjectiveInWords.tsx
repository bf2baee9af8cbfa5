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
import { ruleEditorWords } from "../../words/en/rule-editor";
import { said } from "../../words/speak";
import { changedInWords } from "../objective-line/changed-in-words";

/** "Ravine, κ = 50, start −9, 2": what the runs minimise, in one line. */
export const ObjectiveInWords = ({ spec }: { spec: ExperimentSpec }) => (
  <span className="rule-objective">{isSurfaceSpec(spec) ? surfaceInWords(spec) : networkInWords(spec)}</span>
);

/** "MNIST, multilayer perceptron, 10–10, batch 32, dropout 0.2". */
function networkInWords(spec: NetworkSpec): string {
  const words = ruleEditorWords();
  const { name, mostHidden } = resolveNetwork(spec.network);
  const hidden = mostHidden > 0 ? [spec.hidden.join("–")] : [];
  return [
    said(name),
    ...hidden,
    words.batch(spec.batch),
    ...changedInWords(spec).map(({ words }) => words),
  ].join(words.comma);
}

function surfaceInWords(spec: SurfaceSpec): string {
  const words = ruleEditorWords();
  const parameters = Object.entries(parametersOf(spec))
    .filter(([, value]) => value !== 0)
    .map(([name, value]) => `${symbolText(name)} = ${formatTick(value)}`);
  const noise = spec.noise > 0 ? [words.noise(formatTick(spec.noise))] : [];
  const start = words.start(spec.start.map(formatTick).join(", "));
  return [said(surfaceOf(spec).name), ...parameters, ...noise, start].join(words.comma);
}
