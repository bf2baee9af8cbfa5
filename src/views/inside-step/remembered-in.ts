import type { Expression } from "../../formula/ast";
import { heldSizes } from "../../formula/held-sizes";
import { namesIn } from "../../formula/scope";
import { versionOf } from "../../formula/single-assignment";
import type { PrintedProgram } from "./printed-program";

/** Names of the state whose direction is carried into an expression; what only sets its size does not count. */
export function rememberedIn(
  expression: Expression,
  { lines, parities, state }: PrintedProgram,
): Set<string> {
  const found = new Set<string>();
  const seen = new Set<string>();
  const look = (part: Expression) => {
    const { value } = heldSizes(part, parities, (name) => name.includes("#"));
    for (const name of namesIn(value)) {
      if (seen.has(name)) continue;
      seen.add(name);
      const { name: base, version } = versionOf(name);
      if (version === 0 && state.includes(base)) found.add(base);
      const line = lines.find(({ target }) => target === name);
      if (line) look(line.value);
    }
  };
  look(expression);
  return found;
}
