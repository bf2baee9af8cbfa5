import { presets } from "../../presets/index";
import type { Preset } from "../../presets/preset";
import { Menu, MenuItem } from "../../ui/Menu";
import { presetOf } from "../lesson/sentence";
import { useLab, useLabState } from "../store-context/store-context";
import { headerWords } from "../../words/en/header";
import { said } from "../../words/speak";

/** The presets, to be opened one after another. */
export const Lessons = () => (
  <Menu className="lessons" button={`${headerWords().lessons} ▾`} label={headerWords().lessonsMenu}>
    <LessonItems />
  </Menu>
);

/** The presets as choices of a menu. */
export function LessonItems() {
  const { actions } = useLab();
  const current = useLabState(({ spec }) => presetOf(spec));
  return Object.entries<Preset>(presets).map(([id, preset], i) => (
    <MenuItem
      key={id}
      name={`${i + 1}. ${said(preset.name)}`}
      isCurrent={preset === current}
      onChoose={() => actions.openLink(preset.link)}
    />
  ));
}
