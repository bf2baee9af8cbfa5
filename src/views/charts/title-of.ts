import { chartsWords } from "../../words/en/charts";
import type { Quantity } from "./lines";

/** The title of a panel, in a chart and over a table; `minimum` is what the loss is measured from. */
export function titleOf(quantity: Quantity, minimum: number): string {
  const { loss, lossAbove, gradient, stepLength: step, rate, distance } = chartsWords();
  return { loss: minimum === 0 ? loss : lossAbove, gradient, step, rate, distance }[quantity];
}
