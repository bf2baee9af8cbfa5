import { ackley } from "./ackley";
import { beale } from "./beale";
import { booth } from "./booth";
import { branin } from "./branin";
import { easom } from "./easom";
import { goldsteinPrice } from "./goldstein-price";
import { himmelblau } from "./himmelblau";
import { levy13 } from "./levy-13";
import { mccormick } from "./mccormick";
import { monkeySaddle } from "./monkey-saddle";
import { noisyLine } from "./noisy-line";
import { plateau } from "./plateau";
import { rastrigin } from "./rastrigin";
import { ravine } from "./ravine";
import { rosenbrock } from "./rosenbrock";
import { saddle } from "./saddle";
import { sixHumpCamel } from "./six-hump-camel";
import { styblinskiTang } from "./styblinski-tang";
import type { Surface } from "./surface";
import { threeHumpCamel } from "./three-hump-camel";
import { twoWells } from "./two-wells";

/** All surfaces, in teaching order: valleys, saddles and plains, several minima, traps, noise. */
export const surfaces = {
  ravine,
  rosenbrock,
  booth,
  beale,
  "goldstein-price": goldsteinPrice,
  saddle,
  "monkey-saddle": monkeySaddle,
  plateau,
  himmelblau,
  "two-wells": twoWells,
  "three-hump-camel": threeHumpCamel,
  "six-hump-camel": sixHumpCamel,
  branin,
  mccormick,
  "styblinski-tang": styblinskiTang,
  rastrigin,
  ackley,
  "levy-13": levy13,
  easom,
  "noisy-line": noisyLine,
} satisfies Record<string, Surface>;

/** The surface of that id; throws where there is none. */
export function resolveSurface(name: string): Surface {
  if (!Object.hasOwn(surfaces, name)) throw new Error(`unknown surface: ${name}`);
  return surfaces[name as keyof typeof surfaces];
}
