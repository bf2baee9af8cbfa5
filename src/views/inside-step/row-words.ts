import { own } from "../../experiment/own";
import type { Assignment } from "../../formula/ast";
import { namesIn } from "../../formula/scope";
import { versionOf } from "../../formula/single-assignment";
import { modifiers } from "../../modifiers/index";
import type { Modifier } from "../../modifiers/modifier";
import type { PrintedProgram } from "./printed-program";

/** What a line of the rule does, in a few words. */
export function wordsOf({ target, value }: Assignment, program: PrintedProgram): string {
  const { name } = versionOf(target);
  const modifier = [...namesIn(value)].map((read) => own<Modifier>(modifiers, read)).find(Boolean);
  if (modifier && (name === "g" || name === "theta"))
    return modifier.name.toLowerCase().replace(/^l(?=\d)/, "L");
  if (name === "theta")
    return program.reports === "theta" ? "where the rule steps to" : "where the next gradient is taken";
  const { words = "", isState = false } = program.meanings.get(name) ?? {};
  // A visitor's names have no words: what they are is told by what becomes of them.
  if (words !== "state" && words !== "computed in each step") return words;
  const kind = { direction: "a direction", size: "a size", zero: "nothing yet", mixed: "a value" }[
    program.parities(target)
  ];
  return isState ? `${kind}, remembered` : kind;
}
