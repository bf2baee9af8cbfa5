import { useSyncExternalStore } from "react";

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
  const token = (name: string) => {
    const known = cache.get(name) ?? style.getPropertyValue(name).trim();
    cache.set(name, known);
    return known;
  };
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

const darkness = "(prefers-color-scheme: dark)";

/** The theme the page is in, as a key: a component that asks for it is rendered anew when colours change. */
export const useTheme = (): string =>
  useSyncExternalStore(
    watchTheme,
    () => `${document.documentElement.dataset.theme ?? "auto"} ${matchMedia(darkness).matches}`,
  );

function watchTheme(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  const system = matchMedia(darkness);
  system.addEventListener("change", onChange);
  return () => {
    observer.disconnect();
    system.removeEventListener("change", onChange);
  };
}
