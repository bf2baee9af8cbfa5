import type { Span } from "./span";

/** Steps a table shows of a span: both ends, and between them every k-th, k a round number, in about `rows` rows. */
export function tableSteps([from, to]: Span, rows = 20): number[] {
  const every = roundUp((to - from) / Math.max(1, rows - 1));
  const steps = [from];
  for (let step = Math.floor(from / every + 1) * every; step < to; step += every) steps.push(step);
  if (to > from) steps.push(to);
  return steps;
}

/** The least of 1, 2, 5, 10, 20, 50 and so on that is not below a number. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((round) => round >= value - 1e-9)!;
}
