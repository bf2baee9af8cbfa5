import { useLayoutEffect, useRef } from "react";
import { boxOf } from "../../ui/page-scale";
import { mo, mrow, type MathNode } from "../../formula/math-node";
import { Mathml } from "../formula/Mathml";
import { useFrame } from "../playback/use-frame";
import { RowGlyph } from "./glyphs";
import { rowInWords } from "./in-words";
import { rowRooms, type RowWidths } from "./row-rooms";
import type { StepSheet } from "./step-sheet";
import { shownStep } from "./shown-step";
import { writeSlots } from "./write-slots";
import type { WorkedRow } from "./worked-rule";
import { insideWords } from "../../words/en/inside";

/** Pixels a row's sample and words take at least, and the gaps between its columns. */
const besideMath = 38 + 118 + 16;

type Props = { readonly sheet: StepSheet; readonly label: string; readonly width: number };

/** A rule with a step's numbers filled in, line by line: rendered once, and written into at each step. */
export function Derivation({ sheet, label, width }: Props) {
  const list = useRef<HTMLOListElement>(null);
  /** Characters of the longest numbers so far: rows are given room anew where there are more. */
  const longest = useRef(0);
  const { rows } = sheet.rule;
  useLayoutEffect(() => {
    longest.current = 0;
  }, [sheet, width]);
  useFrame((state) => {
    const worked = shownStep(state, sheet);
    if (!list.current || !worked) return;
    const length = writeSlots(list.current, worked.textOf);
    if (length > longest.current) {
      longest.current = length;
      giveRoom(list.current);
    }
    // Nobody hears sixty sentences a second.
    if (state.playback.playing) return;
    list.current.querySelectorAll(".derivation-words-heard").forEach((words, i) => {
      words.textContent = rowInWords(rows[i]!, worked.textOf);
    });
  });
  return (
    // Long lines scroll, for which a keyboard needs the focus.
    <div className="derivation-place" role="group" aria-label={insideWords().workedOut(label)} tabIndex={0}>
      <ol ref={list} className="derivation">
        {rows.map((row, i) => (
          <Row key={i} row={row} />
        ))}
      </ol>
    </div>
  );
}

/** Measures what the rows need, and sets each on as many lines as it takes. */
function giveRoom(list: HTMLElement): void {
  const all = [...list.querySelectorAll<HTMLElement>(".derivation-row")];
  const widths = all.map((row) =>
    [...row.querySelectorAll(".derivation-math > span")].map(({ firstElementChild: math }) =>
      math ? boxOf(math).width : 0,
    ),
  );
  const available = list.clientWidth - besideMath;
  rowRooms(widths as unknown as RowWidths[], available).forEach(
    (room, i) => (all[i]!.dataset["room"] = room),
  );
}

function Row({ row }: { row: WorkedRow }) {
  const { glyph, words, symbol, formula, filled, result } = row;
  return (
    <li className="derivation-row" data-room="line" data-glyph={glyph}>
      <span className="visually-hidden derivation-words-heard" />
      <span className="derivation-glyph" aria-hidden="true">
        {glyph && <RowGlyph glyph={glyph} />}
      </span>
      <span className="derivation-words" aria-hidden="true">
        {words}
      </span>
      <span className="derivation-math" aria-hidden="true">
        <span className="derivation-symbol">
          <Mathml node={symbol} />
        </span>
        <Part name="formula" node={formula} />
        {filled ? <Part name="filled" node={filled} /> : <span />}
        <Part name="result" node={result} />
      </span>
    </li>
  );
}

const Part = ({ name, node }: { name: string; node: MathNode }) => (
  <span className={`derivation-${name}`}>
    <Mathml node={mrow(mo("=", { form: "infix" }), node)} />
  </span>
);
