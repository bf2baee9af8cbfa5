import type { State } from "../../store/store";
import type { Inks } from "./inks";
import type { Picture } from "./sheet";
/** Charts. */
export function chartsPicture(state: State, inks: Inks): Picture {
  void inks;
  return { width: state.recorded, height: 1, label: "", paint: () => undefined };
}
