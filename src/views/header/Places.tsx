import { isSurfaceSpec } from "../../experiment/spec";
import type { State } from "../../store/store";
import { Menu, MenuGroup, MenuItem } from "../../ui/Menu";
import { useMedia } from "../../ui/use-media";
import { LessonItems, Lessons } from "../lessons/Lessons";
import { useLab, useLabState } from "../store-context/store-context";
import { headerWords } from "../../words/en/header";
import { LanguageItems } from "./Language";

const places = ["surfaces", "networks", "rule"] as const;
type Place = (typeof places)[number];

const placeOf = ({ spec, editing }: State): Place =>
  editing?.kind === "rule" ? "rule" : isSurfaceSpec(spec) ? "surfaces" : "networks";

/** What the page can show: in a row, or behind the name of the present one where there is no room for a row. */
export function Places() {
  const { actions } = useLab();
  const here = useLabState(placeOf);
  const isPhone = useMedia("(max-width: 700px)");
  function go(place: Place) {
    switch (place) {
      case "rule":
        return actions.openRules();
      case "surfaces":
        actions.closeEditor();
        return actions.showSurfaces();
      case "networks":
        actions.closeEditor();
        return actions.showNetworks();
      default:
        return place satisfies never;
    }
  }
  const words = headerWords();
  return (
    <nav aria-label={words.places}>
      {isPhone ? (
        <Menu label={words.goElsewhere(words[here])} button={`${words[here]} ▾`}>
          {places.map((place) => (
            <MenuItem key={place} name={words[place]} isCurrent={place === here} onChoose={() => go(place)} />
          ))}
          <MenuGroup name={words.lessons}>
            <LessonItems />
          </MenuGroup>
          <MenuGroup name={words.language}>
            <LanguageItems />
          </MenuGroup>
        </Menu>
      ) : (
        places.map((place) => (
          <button
            key={place}
            type="button"
            className="place"
            aria-current={place === here ? "page" : undefined}
            onClick={() => go(place)}
          >
            {words[place]}
          </button>
        ))
      )}
      {!isPhone && <Lessons />}
    </nav>
  );
}
