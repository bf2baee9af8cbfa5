import { useRef } from "react";
import type { SurfaceMap } from "../contour-map/surface-map";
import { symbolOf } from "../../formula/emit/symbol";
import { versioned } from "../../formula/single-assignment";
import type { Point } from "../../surfaces/surface";
import { Mathml } from "../formula/Mathml";
import { formatNumber } from "../number-format/number-format";
import { useFrame } from "../playback/use-frame";
import { LineSample } from "../run-mark/RunMark";
import { Derivation } from "./Derivation";
import { shownStep } from "./shown-step";
import { StepMap } from "./StepMap";
import type { StepSheet } from "./step-sheet";
import { stepSymbols } from "./step-symbols";
import { writeSlots } from "./write-slots";
import { insideWords } from "../../words/en/inside";
import { said } from "../../words/speak";
import { Explain } from "../explain/Explain";

/** A run to choose from. */
export type RunName = { readonly number: number; readonly text: string; readonly optimizer: string };

type Props = {
  readonly sheet: StepSheet;
  readonly map: SurfaceMap | undefined;
  readonly start: Point;
  readonly names: readonly RunName[];
  readonly width: number;
  readonly cell: ((element: HTMLDivElement | null) => void) | undefined;
  /** Hands in the number of the run to look into instead; absent where there is no other. */
  readonly onChoose: ((number: number) => void) | undefined;
};

/** One run's step: what it is called, the map with its arrows, its rule worked out. */
export function RunInside({ sheet, map, start, names, width, cell, onChoose }: Props) {
  const { number } = sheet;
  const named = names.find((one) => one.number === number);
  const name = named?.text ?? "";
  return (
    <section className="inside-run" data-run={number} aria-label={name}>
      <header className="inside-caption">
        <LineSample run={number} />
        {onChoose ? (
          <select
            className="inside-name"
            aria-label={insideWords().runLookedInto}
            value={number}
            onChange={(event) => onChoose(Number(event.target.value))}
          >
            {names.map((one) => (
              <option key={one.number} value={one.number}>
                {one.text}
              </option>
            ))}
          </select>
        ) : (
          <b className="inside-name">{name}</b>
        )}
        <Explain of={{ optimizer: named?.optimizer ?? "" }} />
        <Whence sheet={sheet} />
      </header>
      <div className="inside-map" ref={cell}>
        {map && (
          <StepMap
            sheet={sheet}
            map={map}
            start={start}
            label={insideWords().map(name, said(map.surface.name))}
          />
        )}
      </div>
      <Derivation sheet={sheet} label={name} width={width} />
    </section>
  );
}

/** `step 4, from θ_3 to θ_4`, and the loss before and after. */
function Whence({ sheet }: { sheet: StepSheet }) {
  const whole = useRef<HTMLDivElement>(null);
  const step = useRef<HTMLSpanElement>(null);
  const before = useRef<HTMLSpanElement>(null);
  const after = useRef<HTMLElement>(null);
  const { program, recording, run } = sheet;
  const symbol = stepSymbols(program);
  const words = insideWords();
  useFrame((state) => {
    const worked = shownStep(state, sheet);
    if (!whole.current || !worked) return;
    writeSlots(whole.current, worked.textOf);
    const divergence = recording.diverged(run);
    const isLast = divergence !== undefined && worked.step >= divergence.step;
    step.current!.textContent = isLast ? words.divergedAtStep(worked.step) : words.step(worked.step);
    before.current!.textContent = formatNumber(worked.loss[0]);
    after.current!.textContent = formatNumber(worked.loss[1]);
  });
  return (
    <div className="inside-whence" ref={whole}>
      <span>
        <span ref={step} />
        {words.from}
        <Mathml node={symbol(versioned(program.reports, 0))} />
        {words.to}
        <Mathml node={symbol(program.last.get(program.reports)!)} />
      </span>
      <span className="inside-losses">
        <Mathml node={symbolOf("loss")} /> <span ref={before} /> <span aria-hidden="true">→</span>
        <span className="visually-hidden">{words.toHeard}</span> <b ref={after} />
      </span>
    </div>
  );
}
