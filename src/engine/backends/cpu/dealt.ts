import { initialParameters } from "../../training/initial-parameters";
import { pixelScale } from "../../training/pixels";
import type { NetworkExperiment } from "../../compile";
import type { Share, ShareSetup } from "./share";

/** A share with the places of its runs in the experiment. */
export type Dealt = { readonly share: Share; readonly places: readonly number[] };

/** Deals an experiment's runs to shares by turns, and begins them. */
export async function deal(experiment: NetworkExperiment, open: (wanted: number) => Share[]) {
  const { layers, settings, seed, batch, runs } = experiment;
  const shares = open(runs.length);
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
  return { dealt, precision: precisions[0] ?? "float64" };
}

/** Rows of all shares in the experiment's order of runs. */
export function inOrder<T>(dealt: readonly Dealt[], rows: readonly (readonly T[])[]): T[] {
  const all: T[] = [];
  dealt.forEach(({ places }, i) => places.forEach((place, k) => (all[place] = rows[i]![k]!)));
  return all;
}
