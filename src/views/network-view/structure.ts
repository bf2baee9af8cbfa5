import { isFullyConnected, parameterCount, sizesOf, type Layer } from "../../networks/layers";
import type { Network } from "../../networks/network";
import { formatCount } from "../number-format/number-format";
import { networkWords } from "../../words/en/network";

/** A network's layers in short: `784–10–10–10`, or `8 filters, pool, 16 filters, pool, 10`. */
export function structureInWords({ features }: Network, layers: readonly Layer[]): string {
  if (isFullyConnected(layers)) return sizesOf(layers).join("–");
  const words = networkWords();
  const seen = features.map((feature) =>
    feature.kind === "pool" ? words.pool : words.filters(feature.filters),
  );
  const dense = layers.filter(({ kind }) => kind === "dense").map(({ units }) => String(units));
  return [...seen, ...dense].join(words.comma);
}

/** What a layer is called where its numbers stand: the last one names the digit. */
export const layerName = (layers: readonly Layer[], layer: number): string =>
  layer === layers.length - 1 ? networkWords().output : networkWords().layer(layer + 1);

/** `8,070 parameters`. */
export const parametersInWords = (layers: readonly Layer[]): string =>
  networkWords().parameters(formatCount(parameterCount(layers)));
