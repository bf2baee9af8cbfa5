import { useRef, type KeyboardEvent } from "react";
import { formatCount } from "../../number-format/number-format";
import { useFrame } from "../../playback/use-frame";
import { confusionOf, worstOf } from "./confusion";
import { digits, type Cell, type LookedAt } from "./looked-at";
import { divergedBy, namingAt } from "./naming";
import { networkWords } from "../../../words/en/network";

type Props = Pick<LookedAt, "run" | "cell"> & { readonly onChoose: (cell: Cell | undefined) => void };

const classes = digits.length;
/** Share of the run's colour in the cell of the commonest mistake, in percent: more, and its count could not be read. */
const deepest = 42;

/**
 * How often a run names each digit for each true one, at the cursor: a row a true digit. What is right stays quiet. One
 * cell can be chosen; arrow keys go from cell to cell.
 */
export function ConfusionMatrix({ run, cell, onChoose }: Props) {
  const body = useRef<HTMLTableSectionElement>(null);
  const drawn = useRef<readonly unknown[]>([]);

  useFrame((state) => {
    const naming = divergedBy(state, run.index) === undefined ? namingAt(state) : undefined;
    const key = [naming?.snapshot, naming?.testSet, run];
    if (!body.current || key.every((part, i) => part === drawn.current[i])) return;
    drawn.current = key;
    const counts = naming && confusionOf(naming.namedBy(run.index), naming.testSet.labels, classes);
    const worst = counts ? worstOf(counts).count : 0;
    body.current.querySelectorAll("button").forEach((button, i) => {
      const count = counts?.[i] ?? 0;
      const [truth, named] = [Math.floor(i / classes), i % classes];
      button.textContent = count > 0 ? formatCount(count) : "";
      button.setAttribute("aria-label", networkWords().cell(truth, named, count));
      const depth = truth === named || worst === 0 ? 0 : deepest * Math.sqrt(count / worst);
      button.style.setProperty("--depth", `${depth.toFixed(1)}%`);
      button.classList.toggle("network-loud", depth > deepest / 2);
    });
  });

  const move = (event: KeyboardEvent<HTMLTableElement>) => {
    const by = steps[event.key];
    const buttons = [...(body.current?.querySelectorAll("button") ?? [])];
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    if (by === undefined || at < 0) return;
    event.preventDefault();
    const [row, column] = [Math.floor(at / classes) + by[0], (at % classes) + by[1]];
    if (row < 0 || column < 0 || row >= classes || column >= classes) return;
    buttons[row * classes + column]!.focus();
  };

  const isChosen = (truth: number, named: number) => cell?.truth === truth && cell.named === named;
  const first = cell ?? { truth: 0, named: 0 };
  return (
    <table
      className="network-confusion"
      role="grid"
      aria-label={networkWords().confusion(run.label)}
      data-run={run.number}
      onKeyDown={move}
    >
      <thead>
        <tr>
          <th scope="col">
            <span>{networkWords().truth}</span>
          </th>
          {digits.map((digit) => (
            <th key={digit} scope="col">
              {digit === 0 && <span>{networkWords().named}</span>}
              {digit}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {digits.map((truth) => (
          <tr key={truth}>
            <th scope="row">{truth}</th>
            {digits.map((named) => (
              <td key={named} role="gridcell" aria-selected={isChosen(truth, named)}>
                <button
                  type="button"
                  className={truth === named ? "network-right" : ""}
                  aria-pressed={isChosen(truth, named)}
                  tabIndex={first.truth === truth && first.named === named ? 0 : -1}
                  onClick={() => onChoose(isChosen(truth, named) ? undefined : { truth, named })}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const steps: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};
