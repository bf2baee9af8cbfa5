import { divergenceBound } from "../../../experiment/recording";
import type { CompiledRun } from "../../compile";
import { dropoutMask, type Dropout } from "../../training/dropout";
import { measured } from "../../training/measure";
import type { MeasuredImages } from "../../training/measured-images";
import { keepPieces, type Pieces } from "../../training/pieces";
import type { RunMeasures } from "../../training/run-measures";
import type { Mlp, MlpFactory, MlpShape } from "./mlp";

/** The runs that one thread computes, and all it must know of their experiment. */
export type ShareSetup = {
  readonly shape: Omit<MlpShape, "capacity">;
  readonly runs: readonly CompiledRun[];
  readonly batch: number;
  /** Parameters all runs set out from. */
  readonly start: Float32Array;
  readonly dropout: Dropout | undefined;
  /** How far pixels are moved in the adversarial test; 0: there is none. */
  readonly fgsm: number;
};

/** Consecutive frames to be computed: their batches behind each other. */
export type Portion = {
  readonly first: number;
  readonly count: number;
  readonly images: Uint8Array;
  readonly labels: Uint8Array;
  /** Frames whose iterates are wanted. */
  readonly kept: readonly number[];
  /** The frame with this index is the last: it is not stepped from. */
  readonly steps: number;
};

/** Losses [runs, count], and the iterates of the frames that were to be kept, [runs] each. */
export type Trained = { readonly loss: Float64Array; readonly kept: readonly (readonly Float32Array[])[] };

/** What a thread does with its runs, one call after another. */
export interface Share {
  begin(setup: ShareSetup): Promise<Mlp["precision"]>;
  train(portion: Portion): Promise<Trained>;
  /** The images that iterates will be measured on. */
  show(images: MeasuredImages): Promise<void>;
  measure(iterates: readonly Float32Array[]): Promise<RunMeasures[]>;
  /** theta and state of each run, as `Mlp.standing`. */
  standing(): Promise<Float32Array[]>;
  /** Puts each run at what it was given as its standing. */
  stand(standings: readonly Float32Array[]): Promise<void>;
  /** Lets go of everything. */
  end(): Promise<void>;
}

/** Images that are measured together. */
const measuredTogether = 250;

/** A share that holds nothing yet; `rest` is awaited now and then, for what else its thread must do. */
export function createShare(makeMlp: MlpFactory, rest: () => Promise<void> | undefined): Share {
  let setup: ShareSetup | undefined;
  let training: Mlp | undefined;
  let measuring: Mlp | undefined;
  let pieces: Pieces | undefined;
  /** The last loss of each run that has diverged: it is not computed further. */
  let lost: (number | undefined)[] = [];

  return {
    async begin(next) {
      const { shape, runs, batch, start } = next;
      setup = next;
      pieces = measuring = undefined;
      training = await makeMlp({ ...shape, capacity: batch }, runs);
      runs.forEach((_, run) => training!.stand(run, start));
      lost = runs.map(() => undefined);
      return training.precision;
    },
    async train({ first, count, images, labels, kept, steps }) {
      const { shape, runs, batch, dropout } = setup!;
      const mlp = training!;
      const pixels = shape.layers[0]!.inputs;
      const loss = new Float64Array(runs.length * count);
      const iterates: Float32Array[][] = [];
      for (let k = 0; k < count; k++) {
        const frame = first + k;
        if (kept.includes(frame)) iterates.push(runs.map((_, run) => mlp.parameters(run)));
        mlp.load({
          inputs: images.subarray(k * batch * pixels, (k + 1) * batch * pixels),
          labels: labels.subarray(k * batch, (k + 1) * batch),
          count: batch,
          ...(dropout && { masks: masksOf(dropout, shape, frame, batch) }),
        });
        for (let run = 0; run < runs.length; run++) {
          const now = lost[run] ?? mlp.forward(run);
          loss[run * count + k] = now;
          if (!(Math.abs(now) <= divergenceBound.loss)) lost[run] = now;
          if (lost[run] !== undefined || frame === steps) continue;
          mlp.backward(run);
          mlp.update(run, frame + 1, now);
        }
        await rest();
      }
      return { loss, kept: iterates };
    },
    async show(images) {
      const { shape, runs, fgsm } = setup!;
      measuring = await makeMlp({ ...shape, capacity: measuredTogether }, runs);
      pieces = keepPieces(measuring, images, measuredTogether, fgsm);
    },
    async measure(iterates) {
      const { shape, fgsm } = setup!;
      const work = measured(measuring!, { ...shape, fgsm }, pieces!, iterates);
      for (;;) {
        const next = work.next();
        if (next.done) return next.value;
        await rest();
      }
    },
    standing: () => Promise.resolve(setup!.runs.map((_, run) => training!.standing(run))),
    stand(standings) {
      standings.forEach((standing, run) => training!.stand(run, standing));
      lost = standings.map(() => undefined);
      return Promise.resolve();
    },
    end() {
      setup = training = measuring = pieces = undefined;
      return Promise.resolve();
    },
  };
}

const masksOf = (dropout: Dropout, { layers }: Pick<MlpShape, "layers">, frame: number, samples: number) =>
  layers.slice(0, -1).map(({ units }, layer) => dropoutMask(dropout, frame, layer, samples, units));
