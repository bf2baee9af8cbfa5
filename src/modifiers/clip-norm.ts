import { defineModifier } from "./modifier";

/** Shortens a gradient that is longer than this, keeping its direction. */
export const clipNorm = defineModifier({
  name: "Clip by norm",
  reference: "Pascanu, Mikolov & Bengio 2013, arXiv:1211.5063",
  // Not min(1, clipNorm / g_norm): a gradient of zero is left alone without a division by it.
  lines: "g = g * clipNorm / max(g_norm, clipNorm)",
  place: "gradient",
  word: "longest gradient",
  value: 1,
  range: [1e-3, 1e3],
});
