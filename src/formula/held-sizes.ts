import { childrenOf, withChildren, type Assignment, type Expression } from "./ast";
import { parityOf, type Parity } from "./parity";
import { namesIn } from "./scope";

/** A line whose sizes have lines of their own, to be computed before it. */
export type WithSizes = { readonly sizes: readonly Assignment[]; readonly value: Expression };

/**
 * Gives each largest part that is a size and reads something `moving` a name, #size_0, #size_1 ...: what is left of the
 * expression can be turned while its sizes are held.
 */
export function heldSizes(
  expression: Expression,
  parities: (name: string) => Parity,
  moving: (name: string) => boolean,
  first = 0,
): WithSizes {
  const sizes: Assignment[] = [];
  return { value: held(expression), sizes };

  function held(part: Expression): Expression {
    if (![...namesIn(part)].some(moving)) return part;
    if (parityOf(part, parities) !== "size") return withChildren(part, childrenOf(part).map(held));
    const target = `#size_${first + sizes.length}`;
    sizes.push({ target, value: part });
    return { kind: "name", name: target };
  }
}
