import type { Store } from "../../store/store";
import { headerWords } from "../../words/en/header";
import { loadDictionary } from "../../words/load-language";
import { languageSpoken, speak, type Language } from "../../words/speak";

/**
 * Speaks the language that the link, or else the browser, asks for; the document says which it is. Resolves once the
 * first is spoken, so that nothing need be said twice.
 */
export function followLanguage(store: Store): Promise<void> {
  const apply = async () => {
    const { language } = store.getState().view;
    const wanted = language === "auto" ? usualLanguage(navigator.language) : language;
    // Where the words do not come, English is better than nothing.
    const dictionary = await loadDictionary(wanted).catch(() => undefined);
    if (store.getState().view.language !== language) return;
    speak(dictionary || wanted === "en" ? wanted : "en", dictionary);
    document.documentElement.lang = { en: "en", zh: "zh-Hans" }[languageSpoken()];
    document.title = headerWords().title;
  };
  store.subscribe((state, before) => {
    if (state.view.language !== before.view.language) void apply();
  });
  return apply();
}

/** The page's language for one that a browser prefers. */
export const usualLanguage = (preferred: string): Language => (/^zh\b/i.test(preferred) ? "zh" : "en");
