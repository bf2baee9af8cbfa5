import { useRef, type ReactNode } from "react";
import { formatNumber } from "../number-format/number-format";
import { useFrame } from "../playback/use-frame";
import { Marker } from "../run-mark/RunMark";
import { Heading } from "./Heading";
import type { Plot } from "./layout";
import type { Quantity } from "./lines";
import type { Panel } from "./panel";
import { ScaleButton } from "./ScaleButton";
import { valueAt } from "./series";
import { Explain } from "../explain/Explain";
import { chartsWords } from "../../words/en/charts";
import { titleOf } from "./title-of";
import { writeText } from "../../ui/write";

/** Runs whose values are shown at most, and the room each takes, in pixels. */
const [mostValues, valueRoom] = [3, 75];

/** The name of a panel, and each run's value at the cursor: nothing floats over the lines. */
export function ChartTitle({ panel, plot }: { panel: Panel; plot: Plot }) {
  const { quantity, lines, minimum } = panel;
  const unit = unitOf(quantity, minimum !== 0);
  const values = useRef<HTMLDivElement>(null);
  const titleRoom = quantity === "distance" || minimum !== 0 ? 235 : 140;
  const isRoomy =
    lines.length <= Math.min(mostValues, Math.floor((plot.columnWidth - titleRoom) / valueRoom));
  const read = quantity !== "rate" && isRoomy ? lines : [];

  useFrame(({ playback }) => {
    read.forEach((line, i) => {
      const text = values.current?.children[i]?.lastElementChild;
      writeText(text, lineText(valueAt(line, playback.step)));
    });
  });

  return (
    <Heading plot={plot} title={titled(quantity, titleOf(quantity, minimum))} note={unit}>
      {quantity === "loss" && <ScaleButton />}
      <div ref={values} className="charts-values">
        {read.map(({ run, label }) => (
          <span key={`${run} ${label}`} data-run={run} title={label}>
            <Marker run={run} radius={3.6} />
            <b />
          </span>
        ))}
      </div>
    </Heading>
  );
}

/** A series of one step more than the cursor shows nothing, not a dash: the first step has no length yet. */
const lineText = (value: number) => (Number.isNaN(value) ? "" : formatNumber(value));

function unitOf(quantity: Quantity, isAboveMinimum: boolean): ReactNode {
  switch (quantity) {
    case "loss":
      return isAboveMinimum ? <><i>f</i> − <i>f</i>*</> : <i>f</i>; // prettier-ignore
    case "gradient":
      return <>|<i>g</i>|</>; // prettier-ignore
    case "step":
      return <>|Δ<i>θ</i>|</>; // prettier-ignore
    case "rate":
      return <><i>Δθ</i> / <i>g</i>{chartsWords().rateNote}</>; // prettier-ignore
    case "distance":
      return <>|<i>θ</i> − <i>θ</i>*|</>; // prettier-ignore
  }
}

/** The title, with what explains it behind its words. */
function titled(quantity: Quantity, title: string): ReactNode {
  const concept = concepts[quantity];
  return concept ? <Explain of={concept}>{title}</Explain> : title;
}

const concepts: Readonly<Record<Quantity, "loss" | "gradient" | "adaptiveRates" | undefined>> = {
  loss: "loss",
  gradient: "gradient",
  step: undefined,
  rate: "adaptiveRates",
  distance: undefined,
};
