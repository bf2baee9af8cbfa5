import { byEnglish } from "./definition-texts";
import type { Dictionary, Language } from "./speak";

/** The dictionary of a language, fetched when it is first spoken; English needs none. */
export async function loadDictionary(language: Language): Promise<Dictionary | undefined> {
  if (language !== "zh") return undefined;
  const { zh } = await import("./zh");
  const texts = new Map([...byEnglish(zh.definitions), ...Object.entries(zh.refusals)]);
  return { parts: zh.parts, texts };
}
