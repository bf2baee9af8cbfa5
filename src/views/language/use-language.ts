import { useSyncExternalStore } from "react";
import { languageSpoken, onSpoken, type Language } from "../../words/speak";

/** The language that is spoken: who asks is rendered anew when it changes. */
export const useLanguage = (): Language => useSyncExternalStore(onSpoken, languageSpoken);
