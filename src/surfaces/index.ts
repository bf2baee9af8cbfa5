import { beale } from "./beale";
import { himmelblau } from "./himmelblau";
import { ravine } from "./ravine";
import { rosenbrock } from "./rosenbrock";
import { saddle } from "./saddle";
import type { Surface } from "./surface";

/** All surfaces, in teaching order. */
export const surfaces = { ravine, rosenbrock, beale, himmelblau, saddle } satisfies Record<string, Surface>;

/** The surface of that id; throws where there is none. */
export function resolveSurface(name: string): Surface {
  if (!Object.hasOwn(surfaces, name)) throw new Error(`unknown surface: ${name}`);
  return surfaces[name as keyof typeof surfaces];
}
