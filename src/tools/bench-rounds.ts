/** One way of computing what others compute too. */
export type Contender<T = unknown> = {
  readonly name: string;
  readonly compute: () => T | Promise<T>;
  /** Done each time before the clock runs. */
  readonly prepare?: () => Promise<void>;
  /** How many times its work the whole would be, where it computes a part: 1 if not given. */
  readonly scale?: number;
};

/** A contender's result, as printed. */
export type Row = {
  readonly name: string;
  /** Median, of the whole work. */
  readonly milliseconds: number;
  /** Largest amounts in use at once: buffers on the GPU, tfjs's tensors, and the JavaScript heap with its arrays. */
  readonly memory?: { readonly gpu: number; readonly tensors: number; readonly heap: number };
};

/** What was measured in one place, side by side. */
export type Report = {
  readonly title: string;
  /** What was seen to hold before the clock ran. */
  readonly checks: readonly string[];
  readonly rows: readonly Row[];
  /** What else was found. */
  readonly facts?: readonly Fact[];
  readonly aims: readonly Aim[];
};

/** Something counted or measured; `unit` as it stands behind the number. */
export type Fact = { readonly name: string; readonly value: number; readonly unit: string };

/** What was to be reached; without a unit, the value is a ratio. */
export type Aim = {
  readonly claim: string;
  readonly value: number;
  readonly unit?: string;
  readonly isReached: boolean;
};

/** Median times of contenders that take turns, forwards and backwards: what disturbs one disturbs all. */
export async function race(contenders: readonly Contender[], rounds: number): Promise<Row[]> {
  const times = contenders.map((): number[] => []);
  const order = [...contenders.entries()];
  for (let round = 0; round < rounds; round++) {
    for (const [i, { prepare, compute, scale = 1 }] of order) {
      await prepare?.();
      const begun = performance.now();
      await compute();
      times[i]!.push(scale * (performance.now() - begun));
    }
    order.reverse();
  }
  return contenders.map(({ name }, i) => ({
    name,
    milliseconds: medianOf(times[i]!),
  }));
}

/** The value in the middle; the upper of two. */
export const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1]!;
