import { MenuItem } from "../../ui/Menu";
import { languages, type Language } from "../../words/speak";
import { useLanguage } from "../language/use-language";
import { useLab } from "../store-context/store-context";

/** Each language in its own words, for who does not read the other. */
const names: Readonly<Record<Language, string>> = { en: "English", zh: "中文" };
const tags: Readonly<Record<Language, string>> = { en: "en", zh: "zh-Hans" };

/** To the other language. */
export function LanguageButton() {
  const { actions } = useLab();
  const other = useLanguage() === "en" ? "zh" : "en";
  return (
    <button
      type="button"
      className="header-language"
      lang={tags[other]}
      onClick={() => actions.setView({ language: other })}
    >
      {names[other]}
    </button>
  );
}

/** The languages as choices of a menu, where the header has no room for a button. */
export function LanguageItems() {
  const { actions } = useLab();
  const spoken = useLanguage();
  return languages.map((language) => (
    <MenuItem
      key={language}
      name={<span lang={tags[language]}>{names[language]}</span>}
      isCurrent={language === spoken}
      onChoose={() => actions.setView({ language })}
    />
  ));
}
