import type { Settings } from "../../../networks/settings";
import type { Bindings } from "./pipeline";
import type { NetworkLayout } from "./network-layout";

/**
 * Buffers of a training, each shared by its kernels. A batch's samples are rows, filled up to whole tiles: `rows`.
 *
 * slots [runs, 1 + state, layout.size vec4s]: theta and the rule's state; ink [frames, rows, pixels / 4]: four pixels a
 * u32; inputs [frames, rows, vec4s]; feed [frames, batch + hidden layers]: labels, then dropout's bases; outputs [runs,
 * rows, layout.outputsSize vec4s]; deltas [runs, rows, layout.deltasSize]; log: see logHead, then losses [frames, runs];
 * hyperparameters and perStep [frames, runs, most of a rule]; gradient [runs, layout.size vec4s]; norms [runs, normsSize].
 */
export type BufferName =
  | "slots"
  | "ink"
  | "inputs"
  | "feed"
  | "outputs"
  | "deltas"
  | "log"
  | "hyperparameters"
  | "perStep"
  | "gradient"
  | "norms";

/** What all kernels of a training are made from: numbers in their text, so that loops have ends known to the compiler. */
export type KernelShape = Pick<Settings, "activation" | "dropout"> & {
  readonly layout: NetworkLayout;
  /** Samples of a batch. */
  readonly batch: number;
};

/** Samples that an invocation of a tiled kernel takes at once. */
export const sampleTile = 4;

/** Samples of a batch, filled up to whole tiles. */
export const rowsOf = (batch: number): number => sampleTile * Math.ceil(batch / sampleTile);

/** Numbers of a frame in the feed. */
export const feedSizeOf = ({ layout: { layers }, batch }: KernelShape): number => batch + layers.length - 1;

/** Runs that one set of buffers holds at most. */
export const mostRuns = 64;

/**
 * What the log holds before the losses, in u32s: the frame that is begun and the one after it, counted on the GPU so that
 * every step is the same commands; then for each run 0, or the bits of the loss beyond the bound, at which it stopped.
 */
export const logHead = 2 + mostRuns;

/** One program of a step. */
export type NetworkKernel = {
  readonly name: string;
  readonly code: string;
  /** What it binds behind the window, and how. */
  readonly uses: readonly BufferName[];
  readonly bindings: Bindings;
  /** Workgroups for so many runs. */
  readonly workgroups: (runs: number) => [x: number, y: number];
};

type Work = {
  /** Invocations of a run. They lie side by side along x, or `isPerRun` each run is a row of workgroups. */
  readonly invocations: number;
  readonly isPerRun?: boolean;
  readonly helpers?: string;
  /** Statements; `_run` is a run that goes on, `_item` the invocation's number in it, `_frame` the frame's in its portion. */
  readonly body: string;
};

type Uses = Readonly<
  Partial<Record<BufferName, { readonly type: "f32" | "u32" | "vec4f"; readonly writes?: boolean }>>
>;

/** A kernel that computes something of every run. Its buffers are called as they are, with a `_` before. */
export function runsKernel(name: string, uses: Uses, work: Work): NetworkKernel {
  const { invocations, isPerRun = false, helpers = "", body } = work;
  // A core of a software adapter gets whole workgroups: where there are few invocations they should not be one.
  const size = !isPerRun && invocations <= 64 ? 8 : 64;
  const code = `struct _Window {
  // Index of the portion's first frame, and of the experiment's last.
  first: u32,
  last: u32,
  runs: u32,
  // Of each run the place of its slots, and its rule.
  run: array<vec4u, ${mostRuns}>,
}
@group(0) @binding(0) var<uniform> _window: _Window;
${declared(uses, 1)}
${helpers}

@compute @workgroup_size(${size})
fn _main(@builtin(global_invocation_id) _id: vec3u) {
  ${isPerRun ? "let _item = _id.x;\n  let _run = _id.y;" : `let _item = _id.x % ${invocations}u;\n  let _run = _id.x / ${invocations}u;`}
  if (${isPerRun ? `_item >= ${invocations}u` : "_run >= _window.runs"}) { return; }
${body}
}
`;
  return {
    name,
    code,
    uses: Object.keys(uses) as BufferName[],
    bindings: ["uniform", ...bindingsOf(uses)],
    workgroups: (runs) =>
      isPerRun ? [Math.ceil(invocations / size), runs] : [Math.ceil((runs * invocations) / size), 1],
  };
}

/** Statements that end an invocation whose run has stopped. */
export const unlessStopped = "  if (_log[2u + _run] != 0u) { return; }";

/** Declarations of the buffers, from this binding on. */
export const declared = (uses: Uses, from: number): string =>
  Object.entries(uses)
    .map(
      ([buffer, { type, writes }], i) =>
        `@group(0) @binding(${from + i}) var<storage, ${writes ? "read_write" : "read"}> _${buffer}: array<${type}>;`,
    )
    .join("\n");

/** The same for the layout. */
export const bindingsOf = (uses: Uses): Bindings =>
  Object.values(uses).map(({ writes }) => (writes ? "storage" : "read-only-storage"));

/** Lines for each of 0 to count - 1. */
export const repeated = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join("\n");
