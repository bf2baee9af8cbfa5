import { NumberField } from "../../ui/NumberField";
import { leastSpan, type Span } from "./span";
import { SpanStrip } from "./SpanStrip";
import { words } from "./words";

type Props = {
  readonly span: Span;
  readonly steps: number;
  readonly onChange: (span: Span | undefined) => void;
};

/** The steps that are shown: typed, or chosen on a strip of all of them. */
export function SpanRow({ span, steps, onChange }: Props) {
  const [from, to] = span;
  const isWhole = from === 0 && to === steps;
  const refusalOf = (isOrdered: (step: number) => boolean) => (step: number) => {
    if (!Number.isInteger(step) || step < 0 || step > steps) return words.wholeSteps(steps);
    return isOrdered(step) ? undefined : words.ordered;
  };
  return (
    <div className="charts-span" role="group" aria-label={words.zoom}>
      <label>
        {words.from}
        <NumberField
          label={words.from}
          value={from}
          onCommit={(from) => onChange([from, to])}
          refusalOf={refusalOf((step) => to - step >= leastSpan)}
        />
      </label>
      <label>
        {words.to}
        <NumberField
          label={words.to}
          value={to}
          onCommit={(to) => onChange([from, to])}
          refusalOf={refusalOf((step) => step - from >= leastSpan)}
        />
      </label>
      <SpanStrip span={span} steps={steps} onChange={onChange} />
      {/* Not disabled: the focus would be lost with the press that makes it so. */}
      <button type="button" aria-disabled={isWhole} onClick={() => onChange(undefined)}>
        {words.all}
      </button>
    </div>
  );
}
