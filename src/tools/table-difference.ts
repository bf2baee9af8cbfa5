/** How far two tables of numbers are from each other. */
export type TableDifference = {
  readonly rows: number;
  /** Of two numbers, over the larger where that is above 1. */
  readonly worst: number;
  /** The row in which it is, as the first table has it. */
  readonly at: string;
};

/** Compares two tables of the form of recording-csv.ts. Throws where they have not the same rows. */
export function differenceOf(one: string, other: string): TableDifference {
  const [ours, theirs] = [one, other].map((table) => table.trim().split(/\r?\n/));
  if (ours!.length !== theirs!.length || ours![0] !== theirs![0])
    throw new Error(
      `tables of ${ours!.length} and ${theirs!.length} lines, headed ${ours![0]} and ${theirs![0]}`,
    );
  let [worst, at] = [0, ours![1] ?? ""];
  ours!.slice(1).forEach((line, i) => {
    const [a, b] = [line, theirs![i + 1]!].map((row) => row.split(",").map(numberOf));
    a!.forEach((value, k) => {
      // A name is no number in either; Infinity has no distance to itself.
      if (Object.is(value, b![k])) return;
      const difference = Math.abs(value - b![k]!) / Math.max(1, Math.abs(value), Math.abs(b![k]!));
      if (difference <= worst || Number.isNaN(worst)) return;
      [worst, at] = [difference, line];
    });
  });
  return { rows: ours!.length - 1, worst, at };
}

/** A cell as a number; Python writes Infinity as inf. */
const numberOf = (cell: string): number => Number(cell.replace(/inf$/, "Infinity"));

/** A difference as a line of text. */
export const inWords = ({ rows, worst, at }: TableDifference): string =>
  `${rows} rows, worst difference ${worst.toExponential(1)} at ${at}`;
