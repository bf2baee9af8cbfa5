import type { Assignment } from "./ast";
import { renamed } from "./rename";

/** What parts a name from how often it has been assigned in a step: no formula can say it. */
const mark = "#";

/** A name as it stands after its `version`-th assignment in a step; version 0 is what the step begins with. */
export const versioned = (name: string, version: number): string => `${name}${mark}${version}`;

/** The name of a formula and the version it has there. */
export function versionOf(text: string): { readonly name: string; readonly version: number } {
  const [name = "", version = "0"] = text.split(mark);
  return { name, version: Number(version) };
}

/** A program in which every value has a name of its own. */
export type SingleAssignment = {
  readonly lines: readonly Assignment[];
  /** What each assigned name is called in the end. */
  readonly last: ReadonlyMap<string, string>;
};

/**
 * The same program with `b#1 = momentum * b#0 + g#0` for `b = momentum * b + g`: what a name means no longer depends on
 * where it stands. Only names that are assigned, or `moving`, are told apart so; the others stay.
 */
export function singleAssignment(
  program: readonly Assignment[],
  moving: readonly string[],
): SingleAssignment {
  const versions = new Map([...moving, ...program.map(({ target }) => target)].map((name) => [name, 0]));
  const named = (name: string) => {
    const version = versions.get(name);
    return version === undefined ? name : versioned(name, version);
  };
  const lines = program.map(({ target, value }) => {
    const read = renamed(value, named);
    versions.set(target, versions.get(target)! + 1);
    return { target: named(target), value: read };
  });
  return { lines, last: new Map([...versions.keys()].map((name) => [name, named(name)])) };
}
