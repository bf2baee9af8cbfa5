/** The same function, computed once for the same plain arguments: a slider's move must not parse again. */
export function remember<A extends unknown[], T>(make: (...args: A) => T): (...args: A) => T {
  const made = new Map<string, T>();
  return (...args) => {
    const key = JSON.stringify(args);
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(...args);
    // Whoever types a formula leaves one behind with every key.
    if (made.size >= mostRemembered) made.delete(made.keys().next().value!);
    made.set(key, fresh);
    return fresh;
  };
}

const mostRemembered = 500;
