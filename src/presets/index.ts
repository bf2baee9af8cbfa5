import { aTurnedRavine } from "./a-turned-ravine";
import { escapingASaddle } from "./escaping-a-saddle";
import { fourMinima } from "./four-minima";
import { lostOnAPlain } from "./lost-on-a-plain";
import { momentumBesideRmsprop } from "./momentum-beside-rmsprop";
import { tooLargeAStep } from "./too-large-a-step";
import { twoWells } from "./two-wells";
import { whyRatesDecay } from "./why-rates-decay";
import type { Preset } from "./preset";

/** All presets, in teaching order; the first is what the page opens on. */
export const presets = {
  "momentum-beside-rmsprop": momentumBesideRmsprop,
  "too-large-a-step": tooLargeAStep,
  "a-turned-ravine": aTurnedRavine,
  "two-wells": twoWells,
  "escaping-a-saddle": escapingASaddle,
  "four-minima": fourMinima,
  "lost-on-a-plain": lostOnAPlain,
  "why-rates-decay": whyRatesDecay,
} satisfies Record<string, Preset>;
