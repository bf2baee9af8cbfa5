import type { Dictionary, Language } from "./speak";

/** The dictionary of a language, fetched when it is first spoken; English needs none. */
export const loadDictionary = async (language: Language): Promise<Dictionary | undefined> =>
  language === "zh" ? (await import("./zh")).zh : undefined;
