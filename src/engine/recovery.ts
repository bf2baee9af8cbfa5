import type { FaultKind } from "./fault";

/** What the visitor is told of a fault: `gpu-left` is one loss too many. */
export type ToldFault = FaultKind | "gpu-left";

/** What is done about faults. */
export type Recovery = {
  /** Takes note of a fault: what the visitor is told where the execution goes on; undefined where it had better not. */
  after(kind: FaultKind): ToldFault | undefined;
  /** Why the GPU is left alone now, in the badge's words; undefined where it may be asked for. */
  withoutGpu(): string | undefined;
};

/** So many losses within so many milliseconds, and the GPU is left alone for a while. */
const mostLosses = { count: 3, within: 10_000 };
/** So many deaths of the worker, and it is not started again unasked. */
const mostDeaths = { count: 4, within: 60_000 };
/** Milliseconds that the GPU is left alone: the next execution after that asks for it. */
const rest = 30_000;

/** Remembers the faults of a visit. A GPU that is too small or refuses a kernel is left alone as one that keeps going. */
export function createRecovery(now = () => performance.now()): Recovery {
  let losses: number[] = [];
  let deaths: number[] = [];
  let left: { readonly until: number; readonly note: string } | undefined;

  const leave = (note: string) => void (left = { until: now() + rest, note });
  const recent = (times: readonly number[], within: number) => times.filter((time) => now() - time < within);

  return {
    after(kind) {
      switch (kind) {
        case "gpu-lost":
          losses = [...recent(losses, mostLosses.within), now()];
          if (losses.length < mostLosses.count) return kind;
          losses = [];
          leave("the GPU was lost too often");
          return "gpu-left";
        case "gpu-memory":
          leave("the GPU has too little memory for these runs");
          return kind;
        case "gpu-refused":
          leave("the GPU refused this program");
          return kind;
        case "worker-died":
        case "worker-silent":
          deaths = [...recent(deaths, mostDeaths.within), now()];
          return deaths.length < mostDeaths.count ? kind : undefined;
      }
    },
    withoutGpu: () => (left && now() < left.until ? left.note : undefined),
  };
}
