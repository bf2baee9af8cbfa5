import type { Store } from "../../store/store";
import { canScale, setPageScale } from "../../ui/page-scale";

/** How many times larger a page is drawn for who sees it from the back of a room. */
export const lectureScale = 1.25;

/** A narrower window has no room for a larger page. */
const leastWidth = 901;

/** Keeps the page at the scale that the view says; what that takes is loaded with the first scale there is. */
export function followScale(store: Store): void {
  const roomy = matchMedia(`(min-width: ${leastWidth}px)`);
  const apply = () => {
    const { scale = 1 } = roomy.matches ? store.getState().view : {};
    setPageScale(scale);
    // Without it the page is larger all the same; only its layouts stay those of the window's width.
    if (scale !== 1 && canScale())
      import("../../ui/scale-sheets").then(
        (sheets) => sheets.followScale(),
        () => undefined,
      );
  };
  apply();
  roomy.addEventListener("change", apply);
  store.subscribe((state, before) => {
    if (state.view.scale !== before.view.scale) apply();
  });
}
