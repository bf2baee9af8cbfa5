import { fold, withChildren, type Expression } from "../../formula/ast";

/**
 * An expression as it is printed where some names are angles in degrees: `angle * pi / 180` is the angle itself,
 * since cos 45° needs no factor on paper.
 */
export const inDegrees = (expression: Expression, angles: ReadonlySet<string>): Expression =>
  fold<Expression>(expression, (node, children) => angleOf(node, angles) ?? withChildren(node, children));

function angleOf(node: Expression, angles: ReadonlySet<string>): Expression | undefined {
  if (node.kind !== "binary" || node.op !== "/" || node.right.kind !== "number" || node.right.value !== 180)
    return undefined;
  const { left } = node;
  const isAngle =
    left.kind === "binary" &&
    left.op === "*" &&
    left.left.kind === "name" &&
    angles.has(left.left.name) &&
    left.right.kind === "name" &&
    left.right.name === "pi";
  return isAngle ? left.left : undefined;
}
