import { useRef } from "react";
import { mo, mrow, type MathNode } from "../../formula/math-node";
import { Mathml } from "../formula/Mathml";
import { useFrame } from "../playback/use-frame";
import { rowLength, type RowRoom } from "./row-length";
import { RowGlyph } from "./glyphs";
import { rowInWords } from "./in-words";
import type { StepSheet } from "./step-sheet";
import { shownStep } from "./shown-step";
import { writeSlots } from "./write-slots";
import type { WorkedRow } from "./worked-rule";

type Props = { readonly sheet: StepSheet; readonly label: string; readonly width: number };

/** A rule with a step's numbers filled in, line by line: rendered once, and written into at each step. */
export function Derivation({ sheet, label, width }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const { rows } = sheet.rule;
  useFrame((state) => {
    const worked = shownStep(state, sheet);
    if (!list.current || !worked) return;
    writeSlots(list.current, worked.textOf);
    list.current.querySelectorAll(".derivation-words-heard").forEach((words, i) => {
      words.textContent = rowInWords(rows[i]!, worked.textOf);
    });
  });
  return (
    // Long lines scroll, for which a keyboard needs the focus.
    <div className="derivation-place" role="group" aria-label={`${label}, this step worked out`} tabIndex={0}>
      <ol ref={list} className="derivation">
        {rows.map((row, i) => (
          <Row key={i} row={row} room={rowLength(row, width)} />
        ))}
      </ol>
    </div>
  );
}

function Row({ row, room }: { row: WorkedRow; room: RowRoom }) {
  const { glyph, words, symbol, formula, filled, result } = row;
  return (
    <li className="derivation-row" data-room={room} data-glyph={glyph}>
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
