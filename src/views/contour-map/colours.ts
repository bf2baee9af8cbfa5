/** Colours and fonts of the tokens, as a canvas needs them. */
export type Colours = {
  readonly paper: string;
  readonly ink: string;
  readonly error: string;
  /** Behind numerals on the map. */
  readonly halo: string;
  readonly sans: string;
  /** By run number, from 1. */
  readonly line: (run: number) => string;
  readonly text: (run: number) => string;
};

/** Reads the tokens where an element stands. */
export function coloursAt(element: Element): Colours {
  const style = getComputedStyle(element);
  const cache = new Map<string, string>();
  return coloursOf((name) => {
    const known = cache.get(name) ?? style.getPropertyValue(name).trim();
    cache.set(name, known);
    return known;
  });
}

/** The colours that tokens say. */
export function coloursOf(token: (name: string) => string): Colours {
  return {
    paper: token("--paper"),
    ink: token("--ink"),
    error: token("--error"),
    halo: `color-mix(in oklab, ${token("--map-hi")} 40%, ${token("--map-lo")})`,
    sans: token("--sans"),
    line: (run) => token(`--line-${run}`),
    text: (run) => token(`--text-${run}`),
  };
}
