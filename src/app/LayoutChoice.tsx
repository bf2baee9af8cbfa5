import { isSurfaceSpec, surfaceOf } from "../experiment/spec";
import type { Layout } from "../store/store";
import { windowSize } from "../ui/page-scale";
import { Segmented } from "../ui/Segmented";
import { aspectOf } from "../views/contour-map/viewport";
import { mostSideBySide } from "../views/stage/most-side-by-side";
import { useLab, useLabState } from "../views/store-context/store-context";
import { appWords } from "../words/en/app";

const layouts: readonly Layout[] = ["split", "overlay", "3d", "inside"];

/** Of the page beside the stage, on a narrow page: elsewhere its width decides nothing here. */
const margins = 32;

/** How the runs are shown. Where they are too many to stand side by side, the choice says so. */
export function LayoutChoice() {
  const { actions } = useLab();
  const layout = useLabState(({ view }) => view.layout);
  const most = useLabState(({ spec }) =>
    isSurfaceSpec(spec) ? mostSideBySide(aspectOf(surfaceOf(spec)), windowSize().width - margins) : Infinity,
  );
  const isCrowded = useLabState(({ spec }) => spec.runs.length > most);
  const words = appWords();
  return (
    <Segmented
      label={words.view}
      value={isCrowded && layout === "split" ? "overlay" : layout}
      options={layouts.map((value) => ({
        value,
        ...(isCrowded && value === "split"
          ? { word: words.splitUpTo(most), barred: words.crowded(most) }
          : { word: words.layouts[value] }),
      }))}
      onChange={(layout) => actions.setView({ layout })}
    />
  );
}
