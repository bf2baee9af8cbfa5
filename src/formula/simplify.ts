import { fold, type Assignment } from "./ast";
import { literal, substitute } from "./build";
import { namesIn, scopeOf } from "./scope";

/**
 * A program as it reads with some hyperparameters fixed: zeros and ones fall away, and state that no longer
 * remembers anything is written where it is used. For the page; the engine runs the whole rule.
 */
export function specialise(
  program: readonly Assignment[],
  values: Readonly<Record<string, number>>,
): readonly Assignment[] {
  const bindings = new Map(Object.entries(values).map(([name, value]) => [name, literal(value)]));
  const fixed = program.map(({ target, value }) => ({ target, value: substitute(value, bindings) }));
  const remembered = new Set(scopeOf(fixed).state);
  return scopeOf(program)
    .state.filter((name) => !remembered.has(name))
    .reduce(inlined, fixed);
}

/** The program without a name that is assigned once and read at most once; otherwise as it was. */
function inlined(program: readonly Assignment[], name: string): readonly Assignment[] {
  const assignedAt = program.findIndex(({ target }) => target === name);
  const assigned = program.filter(({ target }) => target === name).length;
  const readers = program.filter(({ value }) => namesIn(value).has(name));
  const [reader] = readers;
  if (assigned !== 1 || readers.length > 1) return program;
  const definition = program[assignedAt]!;
  const rest = program.filter((line) => line !== definition);
  if (!reader) return rest;

  const readAt = program.indexOf(reader);
  const between = program.slice(assignedAt + 1, readAt);
  const isMovable = !between.some(({ target }) => namesIn(definition.value).has(target));
  if (occurrences(reader, name) > 1 || !isMovable) return program;
  const bindings = new Map([[name, definition.value]]);
  return rest.map((line) =>
    line === reader ? { target: line.target, value: substitute(line.value, bindings) } : line,
  );
}

const occurrences = ({ value }: Assignment, name: string): number =>
  fold<number>(value, (node, counts) =>
    counts.reduce((sum, count) => sum + count, node.kind === "name" && node.name === name ? 1 : 0),
  );
