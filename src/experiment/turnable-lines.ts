import type { Assignment, Expression } from "../formula/ast";
import { sub } from "../formula/build";
import { toClosure, type Closure } from "../formula/emit/evaluate";
import { heldSizes } from "../formula/held-sizes";
import { paritiesOf, parityOf } from "../formula/parity";
import { namesIn } from "../formula/scope";
import { singleAssignment, versioned, versionOf } from "../formula/single-assignment";
import { addedTo } from "../formula/terms";
import type { Rule } from "./rule";

type Row = { readonly target: number; readonly compute: Closure };

/** A rule's lines over slots, ready to be computed with turned gradients; `turned` is the factor that turns them. */
export function turnableLines({ penalties, update, reports, state, initial }: Rule) {
  const program = singleAssignment([...penalties, ...update], ["theta", "g", ...state]);
  const parities = paritiesOf(program, Object.fromEntries(state.map((name, i) => [name, initial[i]!])));
  const plain = program.lines.map((line) => ({ ...line, ...movedBy(line, reports) }));
  const turns = plain.every(
    ({ moved, isCut }) => !moved || isCut || ["direction", "zero"].includes(parityOf(moved, parities)),
  );

  let count = 0;
  const held = (expression: Expression) => {
    if (!turns) return { sizes: [], value: expression };
    const found = heldSizes(expression, parities, (name) => name.includes("#"), count);
    count += found.sizes.length;
    return found;
  };
  const lines = plain.map(({ target, value, moved, isCut }) => {
    const [all, added] = [held(value), moved && held(moved)];
    const sizes: readonly Assignment[] = [...all.sizes, ...(added?.sizes ?? [])];
    return { target, value: all.value, moved: added?.value, isCut, sizes };
  });

  const first = ["theta", "g"].map((name) => versioned(name, 0));
  const names = [
    ...new Set([
      ...first,
      "g_norm",
      ...lines.flatMap(({ target, value, moved, sizes }) =>
        [target, ...namesIn(value), ...(moved ? namesIn(moved) : [])].concat(
          sizes.flatMap((size) => [size.target, ...namesIn(size.value)]),
        ),
      ),
    ]),
  ];
  const rowOf = ({ target, value }: Assignment): Row => ({
    target: names.indexOf(target),
    compute: toClosure(value, names),
  });
  return {
    names,
    turned: turns ? -1 : 0,
    isPulled: lines.some(({ value, moved, isCut }) => !isCut && readsTheta(moved ?? value)),
    norm: names.indexOf("g_norm"),
    gradient: names.indexOf(penalisedGradient(penalties.length)),
    lines: lines.map(({ moved, isCut, sizes, ...line }) => ({
      ...rowOf(line),
      sizes: sizes.map(rowOf),
      moved: moved && toClosure(moved, names),
      isCut,
    })),
  };
}

const readsTheta = (expression: Expression) =>
  [...namesIn(expression)].some((name) => versionOf(name).name === "theta");

/** Every penalty adds to the gradient. */
const penalisedGradient = (penalties: number) => versioned("g", penalties);

/** By how much a line moves the iterate, if it does, and whether as a limit: what is cut off comes of no part. */
function movedBy({ target, value }: Assignment, reports: string): { moved?: Expression; isCut: boolean } {
  const { name, version } = versionOf(target);
  if (name !== reports) return { isCut: false };
  const before = versioned(name, version - 1);
  const moved = addedTo(before, value) ?? sub(value, { kind: "name", name: before });
  return { moved, isCut: value.kind === "call" };
}
