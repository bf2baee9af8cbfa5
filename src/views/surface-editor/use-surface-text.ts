import { useLabState } from "../store-context/store-context";

/** The surface being edited, for those who show what it is; undefined while none is. */
export const useSurfaceText = (): string | undefined =>
  useLabState(({ editing }) => (editing?.kind === "surface" ? editing.text : undefined));
