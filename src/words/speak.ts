/** The languages of the page. */
export const languages = ["en", "zh"] as const;
export type Language = (typeof languages)[number];

/** A language other than English: its words part by part, and its texts for those of definitions and refusals. */
export type Dictionary = {
  readonly parts: Readonly<Record<string, unknown>>;
  /** By the English text of a definition, or sentence of a refusal. */
  readonly texts: ReadonlyMap<string, string>;
};

/**
 * The language spoken is the page's, as its locale is, and not handed through every function that says something. English
 * is part of the code that speaks it; any other language is a dictionary, loaded when it is asked for.
 */
let spoken: { readonly language: Language; readonly dictionary?: Dictionary } = { language: "en" };
const listeners = new Set<() => void>();

/** Speaks a language from now on. */
export function speak(language: Language, dictionary?: Dictionary): void {
  spoken = { language, ...(dictionary && { dictionary }) };
  for (const listener of listeners) listener();
}

/** The language that is spoken now. */
export const languageSpoken = (): Language => spoken.language;

/** Calls back when another language is spoken; returns what ends it. */
export function onSpoken(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Defines a part of the page's words by its English; what it returns gives them in the language spoken. */
export const inLanguage =
  <T>(part: string, english: T) =>
  (): T =>
    spoken.dictionary ? (spoken.dictionary.parts[part] as T) : english;

/** A definition's text, or a refusal's sentence, in the language spoken; what is neither, such as a visitor's name, stays. */
export const said = (english: string): string => spoken.dictionary?.texts.get(english) ?? english;
