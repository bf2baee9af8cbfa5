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
import "./mistakes.css";

const modes = [
  { value: "wrong", word: "its mistakes" },
  { value: "differ", word: "where it differs from" },
] as const;

/** What a run takes for what: its counts, and the images themselves; or where two runs disagree. */
export function MistakesView({ spec }: { spec: NetworkSpec }) {
  const runs = useMemo(() => namedRuns(spec, () => true), [spec]);
  const [mode, setMode] = useState<(typeof modes)[number]["value"]>("wrong");
  const [chosen, setChosen] = useState<{ readonly run?: number; readonly other?: number }>({});
  const [cell, setCell] = useState<Cell>();
  const [place, setPlace] = useState<number>();
  const first = runs.find(({ number }) => number === chosen.run) ?? runs[0];
  if (!first) return <p className="network-note">A run is needed to make mistakes.</p>;
  const rest = runs.filter((candidate) => candidate !== first);
  const second = rest.find(({ number }) => number === chosen.other) ?? rest[0];
  const other = mode === "differ" ? second : undefined;
  const looked: LookedAt = { run: first, other, cell };
  return (
    <section className="network-mistakes" aria-label="mistakes">
      <div className="network-controls">
        <RunSelect
          label="run"
          runs={runs}
          value={first.number}
          onChange={(run) =>
            setChosen({ run, ...(second && { other: run === second.number ? first.number : second.number }) })
          }
        />
        <Segmented label="which images" value={mode} options={modes} onChange={setMode} />
        {other && (
          <RunSelect
            label="the run it is compared with"
            runs={rest}
            value={other.number}
            onChange={(number) => setChosen({ run: first.number, other: number })}
          />
        )}
        {mode === "differ" && !other && <span className="network-note">a second run is needed</span>}
      </div>
      <div className="network-mistakes-matrix">
        <ConfusionMatrix run={first} cell={cell} onChoose={setCell} />
        {place === undefined ? (
          <p className="network-note">
            Press a count to see its images, an image to see what every run names it.
          </p>
        ) : (
          <ImageDetail place={place} runs={runs} />
        )}
      </div>
      <div className="network-mistakes-images">
        <Summary {...looked} />
        <p className="network-note">
          {cell ? `Of these, a ${cell.truth} that is named ${cell.named}` : "Each image: what it is"}
          {other
            ? `; what ${first.label} and ${other.label} name it`
            : `; what ${first.label} names it`}.{" "}
          {cell && (
            <button type="button" onClick={() => setCell(undefined)}>
              show all
            </button>
          )}
        </p>
        <ImageTiles {...looked} onChoose={setPlace} />
      </div>
    </section>
  );
}
