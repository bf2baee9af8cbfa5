import { isSurfaceSpec } from "../experiment/spec";
import type { Link } from "./link";
import type { Playback } from "./store";

/**
 * Where the cursor of a link stands when it is opened. A network is watched live unless the link points somewhere; a
 * surface is there at once, and rests at its end.
 */
export function cursorOf(
  { spec, step, play }: Pick<Link, "spec" | "step" | "play">,
  mayPlay: boolean,
): Pick<Playback, "step" | "playing"> {
  const playing = isSurfaceSpec(spec) ? play && mayPlay : step === undefined;
  const end = isSurfaceSpec(spec) ? spec.steps : 0;
  return { playing, step: step ?? (playing ? 0 : end) };
}
