import { NumberField } from "../../ui/NumberField";
import { leastSpan, type Span } from "./span";
import { SpanStrip } from "./SpanStrip";
import { chartsWords } from "../../words/en/charts";

type Props = {
  readonly span: Span;
  readonly steps: number;
  readonly onChange: (span: Span | undefined) => void;
};

/** The steps that are shown: typed, or chosen on a strip of all of them. */
export function SpanRow({ span, steps, onChange }: Props) {
  const [from, to] = span;
  // The strip must keep its place while it is dragged.
  const digits = String(steps).length;
  const isWhole = from === 0 && to === steps;
  const refusalOf = (isOrdered: (step: number) => boolean) => (step: number) => {
    if (!Number.isInteger(step) || step < 0 || step > steps) return chartsWords().wholeSteps(steps);
    return isOrdered(step) ? undefined : chartsWords().ordered;
  };
  return (
    <div className="charts-span" role="group" aria-label={chartsWords().zoom}>
      <label>
        {chartsWords().from}
        <NumberField
          label={chartsWords().from}
          value={from}
          digits={digits}
          onCommit={(from) => onChange([from, to])}
          refusalOf={refusalOf((step) => to - step >= leastSpan)}
        />
      </label>
      <label>
        {chartsWords().to}
        <NumberField
          label={chartsWords().to}
          value={to}
          digits={digits}
          onCommit={(to) => onChange([from, to])}
          refusalOf={refusalOf((step) => step - from >= leastSpan)}
        />
      </label>
      <SpanStrip span={span} steps={steps} onChange={onChange} />
      {/* Not disabled: the focus would be lost with the press that makes it so. */}
      <button type="button" aria-disabled={isWhole} onClick={() => onChange(undefined)}>
        {chartsWords().all}
      </button>
    </div>
  );
}
