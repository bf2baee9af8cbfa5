/** One way of computing what others compute too. */
export type Contender<T = unknown> = {
  readonly name: string;
  readonly compute: () => T | Promise<T>;
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
  readonly aims: readonly Aim[];
};

export type Aim = { readonly claim: string; readonly ratio: number; readonly isReached: boolean };

/** Median times of contenders that take turns, forwards and backwards: what disturbs one disturbs all. */
export async function race(contenders: readonly Contender[], rounds: number): Promise<Row[]> {
  const times = contenders.map((): number[] => []);
  const order = [...contenders.entries()];
  for (let round = 0; round < rounds; round++) {
    for (const [i, { compute, scale = 1 }] of order) {
      const begun = performance.now();
      await compute();
      times[i]!.push(scale * (performance.now() - begun));
    }
    order.reverse();
  }
  return contenders.map(({ name }, i) => ({
    name,
    milliseconds: times[i]!.sort((a, b) => a - b)[rounds >> 1]!,
  }));
}
