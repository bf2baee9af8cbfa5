import type { Layout } from "../store/store";
import { Segmented } from "../ui/Segmented";
import { useLab, useLabState } from "../views/store-context/store-context";
import { appWords } from "../words/en/app";

/** More maps than this would be too small to show anything. */
const mostSideBySide = 4;

const layouts: readonly Layout[] = ["split", "overlay", "3d", "inside"];

/** How the runs are shown. Where they are too many to stand side by side, the choice says so. */
export function LayoutChoice() {
  const { actions } = useLab();
  const layout = useLabState(({ view }) => view.layout);
  const isCrowded = useLabState(({ spec }) => spec.runs.length > mostSideBySide);
  const words = appWords();
  return (
    <Segmented
      label={words.view}
      value={isCrowded && layout === "split" ? "overlay" : layout}
      options={layouts.map((value) => ({
        value,
        ...(isCrowded && value === "split"
          ? { word: words.splitUpTo(mostSideBySide), barred: words.crowded(mostSideBySide) }
          : { word: words.layouts[value] }),
      }))}
      onChange={(layout) => actions.setView({ layout })}
    />
  );
}
