import { byEnglish } from "./definition-texts";
import type { Dictionary, Language } from "./speak";

/** The dictionary of a language, fetched when it is first spoken; English needs none. */
export async function loadDictionary(language: Language): Promise<Dictionary | undefined> {
  if (language !== "zh") return undefined;
  const { zh } = await import("./zh");
  return { parts: zh.parts, definitions: byEnglish(zh.definitions) };
}
