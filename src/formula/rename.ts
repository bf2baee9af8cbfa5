import { fold, withChildren, type Assignment, type Expression } from "./ast";
import { constantOf } from "./vocabulary";

/** The same expression with other names; constants keep theirs. */
export const renamed = (expression: Expression, nameOf: (name: string) => string): Expression =>
  fold<Expression>(expression, (node, children) =>
    node.kind === "name" && constantOf(node.name) === undefined
      ? { kind: "name", name: nameOf(node.name) }
      : withChildren(node, children),
  );

/** The same program with other names, read and assigned. */
export const renamedProgram = (
  program: readonly Assignment[],
  nameOf: (name: string) => string,
): Assignment[] =>
  program.map(({ target, value }) => ({ target: nameOf(target), value: renamed(value, nameOf) }));
