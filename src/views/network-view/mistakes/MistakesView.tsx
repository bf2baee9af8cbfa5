import { useMemo, useState } from "react";
import type { NetworkSpec } from "../../../experiment/spec";
import { Segmented } from "../../../ui/Segmented";
import { namedRuns } from "../network-data";
import { RunSelect } from "../RunSelect";
import { ConfusionMatrix } from "./ConfusionMatrix";
import { ImageDetail } from "./ImageDetail";
import { ImageTiles } from "./ImageTiles";
import type { Cell, LookedAt } from "./looked-at";
import { Summary } from "./Summary";
import { networkWords } from "../../../words/en/network";
import "./mistakes.css";

const modes = ["wrong", "differ"] as const;

/** What a run takes for what: its counts, and the images themselves; or where two runs disagree. */
export function MistakesView({ spec }: { spec: NetworkSpec }) {
  const runs = useMemo(() => namedRuns(spec, () => true), [spec]);
  const [mode, setMode] = useState<(typeof modes)[number]>("wrong");
  const [chosen, setChosen] = useState<{ readonly run?: number; readonly other?: number }>({});
  const [cell, setCell] = useState<Cell>();
  const [place, setPlace] = useState<number>();
  const words = networkWords();
  const first = runs.find(({ number }) => number === chosen.run) ?? runs[0];
  if (!first) return <p className="network-note">{words.needsRunForMistakes}</p>;
  const rest = runs.filter((candidate) => candidate !== first);
  const second = rest.find(({ number }) => number === chosen.other) ?? rest[0];
  const other = mode === "differ" ? second : undefined;
  const looked: LookedAt = { run: first, other, cell };
  return (
    <section className="network-mistakes" aria-label={words.mistakesLabel}>
      <div className="network-controls">
        <RunSelect
          label={words.run}
          runs={runs}
          value={first.number}
          onChange={(run) =>
            setChosen({ run, ...(second && { other: run === second.number ? first.number : second.number }) })
          }
        />
        <Segmented
          label={words.whichImages}
          value={mode}
          options={modes.map((value) => ({ value, word: words.modes[value] }))}
          onChange={setMode}
        />
        {other && (
          <RunSelect
            label={words.comparedWith}
            runs={rest}
            value={other.number}
            onChange={(number) => setChosen({ run: first.number, other: number })}
          />
        )}
        {mode === "differ" && !other && <span className="network-note">{words.needsSecond}</span>}
      </div>
      <div className="network-mistakes-matrix">
        <ConfusionMatrix run={first} cell={cell} onChoose={setCell} />
        {place === undefined ? (
          <p className="network-note">{words.pressCount}</p>
        ) : (
          <ImageDetail place={place} runs={runs} />
        )}
      </div>
      <div className="network-mistakes-images">
        <Summary {...looked} />
        <p className="network-note">
          {cell ? words.ofThese(cell.truth, cell.named) : words.eachImage}
          {other ? words.whatTwoName(first.label, other.label) : words.whatOneNames(first.label)}
          {cell && (
            <button type="button" onClick={() => setCell(undefined)}>
              {words.showAll}
            </button>
          )}
        </p>
        <ImageTiles {...looked} onChoose={setPlace} />
      </div>
    </section>
  );
}
