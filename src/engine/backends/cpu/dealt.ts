import { initialParameters } from "../../training/initial-parameters";
import { pixelScale } from "../../training/pixels";
import type { NetworkExperiment } from "../../compile";
import type { Mlp } from "./mlp";
import type { Share, ShareSetup } from "./share";
import { shareHere } from "./shares";

/** A share with the places of its runs in the experiment. */
export type Dealt = { readonly share: Share; readonly places: readonly number[] };

type Deal = { readonly dealt: readonly Dealt[]; readonly precision: Mlp["precision"] };

/**
 * Deals an experiment's runs to threads by turns, and begins them; where there are none, or one of them does not begin, all
 * runs are computed in this thread.
 */
export async function deal(experiment: NetworkExperiment, open: (wanted: number) => Share[]): Promise<Deal> {
  const threads = open(experiment.runs.length);
  if (threads.length === 0) return begin(experiment, [shareHere()]);
  try {
    return await begin(experiment, threads);
  } catch {
    for (const thread of threads) thread.end().catch(() => undefined);
    return begin(experiment, [shareHere()]);
  }
}

async function begin(experiment: NetworkExperiment, shares: readonly Share[]): Promise<Deal> {
  const { layers, settings, seed, batch, runs } = experiment;
  const dealt = shares.map((share, i): Dealt => ({
    share,
    places: [...runs.keys()].filter((place) => place % shares.length === i),
  }));
  const common: Omit<ShareSetup, "runs"> = {
    shape: { layers, activation: settings.activation, pixels: pixelScale(settings.standardise) },
    batch,
    start: initialParameters(layers, settings.init, seed),
    dropout: settings.dropout > 0 ? { share: settings.dropout, seed } : undefined,
    fgsm: settings.fgsm,
  };
  const precisions = await Promise.all(
    dealt.map(({ share, places }) => share.begin({ ...common, runs: places.map((place) => runs[place]!) })),
  );
  return { dealt, precision: precisions[0]! };
}

/** Rows of all shares in the experiment's order of runs. */
export function inOrder<T>(dealt: readonly Dealt[], rows: readonly (readonly T[])[]): T[] {
  const all: T[] = [];
  dealt.forEach(({ places }, i) => places.forEach((place, k) => (all[place] = rows[i]![k]!)));
  return all;
}
