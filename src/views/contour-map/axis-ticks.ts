import { ticks } from "d3";
import { formatTick } from "../number-format/number-format";
import type { Interval } from "./viewport";

/** A value on an axis, and how it is written there. */
export type AxisTick = { readonly value: number; readonly text: string };

/** About so many round values of an interval, told apart by their digits however near to each other they lie. */
export function axisTicks(interval: Interval, count: number): AxisTick[] {
  const values = ticks(...interval, count);
  return values.map((value) => ({ value, text: distinctText(value, values) }));
}

/** A number as a tick is written; with all its digits where four of them would say the same of another. */
export function distinctText(value: number, others: readonly number[]): string {
  const short = formatTick(value);
  const isShared = others.some((other) => other !== value && formatTick(other) === short);
  return isShared ? String(Number(value.toPrecision(12))).replace("-", "−") : short;
}
