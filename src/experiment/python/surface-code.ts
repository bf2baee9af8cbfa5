import type { Assignment, Expression } from "../../formula/ast";
import { derive } from "../../formula/derive";
import { toPython } from "../../formula/emit/python";
import { parseExpression } from "../../formula/parse";
import { namesIn } from "../../formula/scope";
import { specialise } from "../../formula/simplify";
import { parametersOf, surfaceOf, type SurfaceSpec } from "../spec";
import { toDefaults } from "./float";
import { bracketed, comment, foldedExpression, indented, statement } from "./layout";
import { helpersOf } from "./lines";

/** A spec's surface as Python's functions of x and y: its value, and for Keras its gradient. */
export function surfaceCode(spec: SurfaceSpec, target: "torch" | "keras") {
  const { value: text, data } = surfaceOf(spec);
  const given = Object.entries(parametersOf(spec)).filter(([name]) => name !== data?.batch);
  // A surface that is not turned is written without its turning.
  const zeros = Object.fromEntries(given.filter(([, number]) => number === 0));
  const [{ value }] = specialise([{ target: "value", value: parseExpression(text) }], zeros) as [Assignment];
  const parameters = given.filter(([, number]) => number !== 0);
  const numbers = new Set(parameters.map(([name]) => name));
  const expressions = [value, ...(target === "keras" ? [derive(value, "x"), derive(value, "y")] : [])];
  const [loss, slopeX, slopeY] = expressions.map((expression) => varying(expression, target, numbers));
  const signature = (name: string) => bracketed(`def ${name}(`, ["x", "y", ...toDefaults(parameters)], "):");
  return {
    definitions: [
      [...signature("loss"), ...indented(statement("return ", loss!))],
      ...(slopeX === undefined || slopeY === undefined
        ? []
        : [
            [
              ...signature("gradient"),
              ...indented([
                ...comment("Derived: Keras differentiates otherwise on each backend."),
                "return ops.stack([",
                ...indented([...foldedExpression(`${slopeX},`), ...foldedExpression(slopeY)]),
                "])",
              ]),
            ],
          ]),
    ],
    helpers: expressions.flatMap((expression) => helpersOf(expression, target, numbers)),
  };
}

/** An expression over tensors that is one itself, though neither x nor y be in it. */
function varying(expression: Expression, target: "torch" | "keras", numbers: ReadonlySet<string>): string {
  const text = toPython(expression, target, numbers);
  const names = namesIn(expression);
  return names.has("x") || names.has("y") ? text : `0 * x + (${text})`;
}

/** What the page does to the gradients of a surface, and this program does not. */
export function omissions(spec: SurfaceSpec): string[] {
  const { data } = surfaceOf(spec);
  const batch = data && parametersOf(spec)[data.batch];
  return [
    ...(spec.noise > 0
      ? comment(
          `The page adds seeded noise of standard deviation ${spec.noise} to each gradient; this does not.`,
        )
      : []),
    ...(data
      ? comment(`The page sees ${batch} of ${data.points.length} points in each step; this sees them all.`)
      : []),
  ];
}
