import { useRef, type ReactNode } from "react";
import { useMedia } from "../../ui/use-media";
import { useSize } from "../../ui/use-size";
import { useFrame } from "../playback/use-frame";
import { runLabels } from "../run-mark/labels";
import { useLab } from "../store-context/store-context";
import { withRunAt } from "./chosen-runs";
import { InsideLesson } from "./InsideLesson";
import { RunInside } from "./RunInside";
import { isOver, shownStep } from "./shown-step";
import { useHeightBelow } from "./use-height-below";
import { useStepMaps } from "./use-step-maps";
import { useStepSheets, type StepSheets } from "./use-step-sheets";
import { insideWords } from "../../words/en/inside";
import { writeText } from "../../ui/write";
import "../contour-map/contour-map.css";
import "../lesson/lesson.css";
import "./inside-step.css";

type Props = {
  /** What stands at the foot, beside the note on the scale. */
  readonly foot: ReactNode;
  /** The invitation where there are no runs. */
  readonly empty: ReactNode;
};

/** The step at the cursor taken apart, for one run or two: its arrows on the map, its rule with its numbers. */
export function InsideStep({ foot, empty }: Props) {
  const { actions } = useLab();
  const shown = useStepSheets();
  const [cell, size] = useSize<HTMLDivElement>();
  const maps = useStepMaps(shown, size);
  const runs = shown?.spec.runs ?? [];
  const labels = shown ? runLabels(shown.spec) : [];
  const names = runs.map(({ number, optimizer }, i) => ({ number, optimizer, text: labels[i]! }));
  const sheets = shown?.sheets ?? [];
  const numbers = sheets.map(({ number }) => number);
  const below = useHeightBelow(sheets.length);
  // On a phone the runs are long, and what leads back from here is not to stand at their end.
  const isPhone = useMedia("(max-width: 700px)");
  const bar = (
    <div className="inside-foot">
      {foot}
      {shown && sheets.length > 0 && <ScaleNote shown={shown} />}
    </div>
  );
  return (
    <div className="inside">
      {shown && sheets.length > 0 ? (
        <InsideLesson shown={shown} names={names} />
      ) : (
        <p className="lesson">{shown && insideWords().addRun}</p>
      )}
      {isPhone && bar}
      <div className="inside-runs" ref={below} data-count={Math.max(1, sheets.length)}>
        {sheets.length === 0 && (
          <div className="inside-map inside-empty" ref={cell}>
            {shown && empty}
          </div>
        )}
        {sheets.map((sheet, place) => (
          <RunInside
            key={place}
            sheet={sheet}
            map={maps[place]}
            start={shown!.spec.start}
            names={names}
            width={size?.width ?? 0}
            cell={place === 0 ? cell : undefined}
            onChoose={
              runs.length > sheets.length
                ? (number) => actions.setView({ inside: withRunAt(numbers, place, number) })
                : undefined
            }
          />
        ))}
      </div>
      {!isPhone && bar}
    </div>
  );
}

/** What of the maps is to scale. */
function ScaleNote({ shown }: { shown: StepSheets }) {
  const note = useRef<HTMLParagraphElement>(null);
  useFrame((state) => {
    const hasEllipse = shown.sheets.some((sheet) => shownStep(state, sheet)?.shape.ellipse);
    const words = insideWords();
    const isOne = !shown.sheets.some((sheet) => isOver(state, sheet));
    const maps = shown.sheets.length > 1 && isOne ? words.bothMaps : "";
    const text = maps + words.toScale + (hasEllipse ? words.butDownhill : "");
    writeText(note.current, text);
  });
  return <p ref={note} className="inside-note" />;
}
