/** The steps a figure shows, from the first to the last; whole numbers. */
export type Span = readonly [from: number, to: number];

/** Fewest steps a figure may be zoomed to. */
export const leastSpan = 2;

/** What is shown of an experiment of so many steps; a span that has no place in it is the whole. */
export function shownSpan(asked: Span | undefined, steps: number): Span {
  if (!asked) return [0, steps];
  const [from, to] = [Math.max(0, asked[0]), Math.min(asked[1], steps)];
  return to - from >= leastSpan ? [from, to] : [0, steps];
}

/** The span between two places of a brush, in steps, in whichever order; undefined for a mere touch, or for the whole. */
export function brushedSpan(a: number, b: number, steps: number): Span | undefined {
  const clamp = (step: number) => Math.max(0, Math.min(Math.round(step), steps));
  const [from, to] = [clamp(Math.min(a, b)), clamp(Math.max(a, b))];
  return to - from < leastSpan || to - from >= steps ? undefined : [from, to];
}

/** A span moved by so many steps, as far as there are any. */
export function movedSpan([from, to]: Span, by: number, steps: number): Span {
  const moved = Math.max(-from, Math.min(Math.round(by), steps - to));
  return [from + moved, to + moved];
}

/** What is drawn for a span: the steps of two pages as long as it, of which the first lies on its plot. */
type Pages = { readonly first: Span; readonly both: Span };

/** The two pages that a span lies across. Drawn once, they are only moved while it is panned over them. */
export function pagesOf([from, to]: Span): Pages {
  const length = to - from;
  const begin = length > 0 ? from - (from % length) : from;
  return { first: [begin, begin + length], both: [begin, begin + 2 * length] };
}

/** Where a step of a span lies on a plot, in pixels of the figure; and the step of a place. */
export const scaleOf = ([from, to]: Span, { left, width }: { left: number; width: number }) => {
  const perStep = to > from ? width / (to - from) : 0;
  return {
    x: (step: number) => left + (step - from) * perStep,
    stepAt: (x: number) => (perStep > 0 ? from + (x - left) / perStep : from),
  };
};
