import type { Aim, Fact, Report, Row } from "./bench-rounds";

/** A report as a person reads it: a line for all that was checked, timed, found and aimed at. */
export function textOf({ title, checks, rows, facts = [], aims }: Report): string {
  const own = rows[0]?.milliseconds;
  return [
    title,
    ...checks.map((check) => `  checked  ${check}`),
    ...rows.map((row) => `  ${lineOf(row, row.milliseconds / own!)}`),
    ...facts.map((fact) => `  ${factLine(fact)}`),
    ...aims.map((aim) => `  ${verdictOn(aim)}`),
  ].join("\n");
}

function lineOf({ name, milliseconds, memory }: Row, ratio: number): string {
  const time = `${name.padEnd(32)} ${milliseconds.toFixed(3).padStart(10)} ms   x ${ratio.toFixed(2).padStart(7)}`;
  if (!memory) return time;
  const { gpu, tensors, heap } = memory;
  return `${time}   peak MB: ${megabytes(gpu)} buffers, ${megabytes(tensors)} tensors, ${megabytes(heap)} heap`;
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1).padStart(6);

const factLine = ({ name, value, unit }: Fact) => `${name.padEnd(64)} ${numberOf(value).padStart(8)} ${unit}`;

const verdictOn = ({ claim, value, unit = "", isReached }: Aim) =>
  `${isReached ? "reached " : "missed  "} ${claim}: ${`${numberOf(value)} ${unit}`.trim()}`;

/** At most three decimals: counts stay whole. */
const numberOf = (value: number) => String(Number(value.toFixed(3)));
