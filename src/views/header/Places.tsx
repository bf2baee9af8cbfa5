import { isSurfaceSpec } from "../../experiment/spec";
import type { State } from "../../store/store";
import { Menu, MenuGroup, MenuItem } from "../../ui/Menu";
import { useMedia } from "../../ui/use-media";
import { LessonItems, Lessons } from "../lessons/Lessons";
import { useLab, useLabState } from "../store-context/store-context";

const places = { surfaces: "Surfaces", networks: "Networks", rule: "Your optimizer" };
type Place = keyof typeof places;

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
  const all = Object.entries(places) as [Place, string][];
  return (
    <nav aria-label="places">
      {isPhone ? (
        <Menu label={`${places[here]}: go elsewhere`} button={`${places[here]} ▾`}>
          {all.map(([place, word]) => (
            <MenuItem key={place} name={word} isCurrent={place === here} onChoose={() => go(place)} />
          ))}
          <MenuGroup name="Lessons">
            <LessonItems />
          </MenuGroup>
        </Menu>
      ) : (
        all.map(([place, word]) => (
          <button
            key={place}
            type="button"
            className="place"
            aria-current={place === here ? "page" : undefined}
            onClick={() => go(place)}
          >
            {word}
          </button>
        ))
      )}
      {!isPhone && <Lessons />}
    </nav>
  );
}
