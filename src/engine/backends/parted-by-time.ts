import type { Assignment } from "../../formula/ast";
import { namesIn } from "../../formula/scope";

/** Values per step in two parts: those that move with `t`, by themselves or through one before them, and the steady ones. */
export function partedByTime(lines: readonly Assignment[]): {
  readonly moving: readonly Assignment[];
  readonly steady: readonly Assignment[];
} {
  const timed = new Set(["t"]);
  const moving = lines.filter(({ target, value }) => {
    const isMoving = [...namesIn(value)].some((name) => timed.has(name));
    if (isMoving) timed.add(target);
    return isMoving;
  });
  return { moving, steady: lines.filter((line) => !moving.includes(line)) };
}
