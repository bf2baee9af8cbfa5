import type { Trace } from "../contour-map/trace";
import type { Sight } from "./camera";
import type { HeightField } from "./height-field";
import { lift, type LiftedPath } from "./lifted-path";
import { seenFrom, type SeenPath } from "./seen-path";

/** Paths on one surface as they are seen: each is laid on it once, and seen once from each place. */
export function seenPaths(field: HeightField): (trace: Trace, sight: Sight) => SeenPath {
  const lifted = new WeakMap<Trace, LiftedPath>();
  const seen = new WeakMap<Trace, { readonly sight: Sight; readonly path: SeenPath }>();
  return (trace, sight) => {
    const known = seen.get(trace);
    if (known?.sight === sight) return known.path;
    const onGround = lifted.get(trace) ?? lift(trace, field);
    lifted.set(trace, onGround);
    const path = seenFrom(onGround, field, sight);
    seen.set(trace, { sight, path });
    return path;
  };
}
