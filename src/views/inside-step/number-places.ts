import type { Assignment, Expression } from "../../formula/ast";
import { column, type MathNode } from "../../formula/math-node";
import { namesIn } from "../../formula/scope";
import { versionOf } from "../../formula/single-assignment";
import type { NumberKind } from "./step-numbers";
import { slotted, stepName } from "./step-symbols";

/** A number on the page: a value of the program, in one coordinate, and how it is told. */
export type NumberSlot = { readonly name: string; readonly axis: 0 | 1; readonly kind: NumberKind };

/** Where numbers are to stand, and what they are computed from. */
export type NumberPlaces = {
  /** By the number an element's `data-slot` carries. */
  readonly slots: readonly NumberSlot[];
  /** What is shown and has no name in the program. */
  readonly lines: readonly Assignment[];
  /** The name of an expression's value. */
  named(expression: Expression): Expression;
  /** Whether a name has a value for each coordinate. */
  isColumn(name: string): boolean;
  /** The place of a named value: two numbers in a column, or one. */
  placeOf(name: string): MathNode;
};

/** What is known of names. */
type Known = {
  readonly isVector: (name: string) => boolean;
  /** Whether its value is a point of the surface. */
  readonly isPoint: (name: string) => boolean;
  /** Whether its value was set by hand. */
  readonly isTyped: (name: string) => boolean;
};

/** Collects the numbers that rows show. */
export function numberPlaces({ isVector, isPoint, isTyped }: Known): NumberPlaces {
  const slots: NumberSlot[] = [];
  const lines: Assignment[] = [];
  const columns = new Set<string>();
  const isColumn = (name: string) => isVector(name) || columns.has(name);

  function kindOf(name: string): NumberKind {
    if (name === stepName) return "step";
    if (isColumn(name)) return isPoint(versionOf(name).name) ? "point" : "plain";
    return isTyped(name) ? "typed" : "scalar";
  }

  return {
    slots,
    lines,
    isColumn,
    named(expression) {
      if (expression.kind === "name") return expression;
      const target = `#number_${lines.length}`;
      lines.push({ target, value: expression });
      if ([...namesIn(expression)].some(isColumn)) columns.add(target);
      return { kind: "name", name: target };
    },
    placeOf(name) {
      const kind = kindOf(name);
      const nodes = (isColumn(name) ? ([0, 1] as const) : ([0] as const)).map((axis) =>
        slotted(String(slots.push({ name, axis, kind }) - 1)),
      );
      return nodes.length === 1 ? nodes[0]! : column(nodes);
    },
  };
}
