import { NumberField } from "../../ui/NumberField";
import { useLab } from "../store-context/store-context";
import { leastSpan, type Span } from "./span";
import { SpanStrip } from "./SpanStrip";
import { words } from "./words";

type Props = { readonly span: Span; readonly steps: number };

/** The steps that are shown: typed, or chosen on a strip of all of them. */
export function SpanRow({ span, steps }: Props) {
  const { actions } = useLab();
  const [from, to] = span;
  const set = (span: Span | undefined) => actions.setView({ span });
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
          onCommit={(from) => set([from, to])}
          refusalOf={refusalOf((step) => to - step >= leastSpan)}
        />
      </label>
      <label>
        {words.to}
        <NumberField
          label={words.to}
          value={to}
          onCommit={(to) => set([from, to])}
          refusalOf={refusalOf((step) => step - from >= leastSpan)}
        />
      </label>
      <SpanStrip span={span} steps={steps} onChange={set} />
      <button type="button" disabled={isWhole} onClick={() => set(undefined)}>
        {words.all}
      </button>
    </div>
  );
}
