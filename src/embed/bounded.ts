/** What a message may hold at most: far more than any experiment needs. */
const most = { depth: 12, values: 4000, characters: 20_000 };

/**
 * Why a value from another window is not read on, if it is not: it is no plain JSON, or too much of it. Walks no
 * deeper and no longer than its bounds, whatever it is given.
 */
export function refusalOfValue(value: unknown): string | undefined {
  let [values, characters] = [0, 0];
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most.depth) return `nested deeper than ${most.depth}`;
    const next: unknown[] = [];
    for (const each of level) {
      if (++values > most.values) return `holds more than ${most.values} values`;
      if (typeof each === "string") characters += each.length;
      else if (typeof each === "object" && each !== null) {
        if (!isPlain(each)) return "holds what is not JSON";
        const keys = Object.keys(each);
        if (values + next.length + keys.length > most.values) return `holds more than ${most.values} values`;
        for (const key of keys) {
          characters += key.length;
          next.push((each as Record<string, unknown>)[key]);
        }
      } else if (typeof each !== "number" && typeof each !== "boolean" && each != null)
        return "holds what is not JSON";
      if (characters > most.characters) return `holds more than ${most.characters} characters`;
    }
    level = next;
  }
  return undefined;
}

const isPlain = (value: object) =>
  Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value));
