import { isSurfaceSpec } from "../../experiment/spec";
import { isShown, type State } from "../../store/store";
import type { Point } from "../../surfaces/surface";
import type { Path } from "../contour-map/paths-window";

/** The paths on the maps, to their recorded ends, and their start; undefined where none are drawn. */
export function drawnPaths(
  state: State,
): { readonly paths: readonly Path[]; readonly start: Point } | undefined {
  const { recording, recordedSpec, spec } = state;
  if (!isSurfaceSpec(spec) || !isSurfaceSpec(recordedSpec) || recording.frames === 0) return undefined;
  if (recordedSpec.surface !== spec.surface) return undefined;
  const paths = recordedSpec.runs.slice(0, recording.runs).flatMap(({ number }, run): Path[] => {
    if (!isShown(state, number)) return [];
    const points = Array.from({ length: recording.lastStep(run) + 1 }, (_, step) =>
      recording.positionAt(run, step),
    );
    return [{ points, isDiverged: recording.diverged(run) !== undefined }];
  });
  return { paths, start: recordedSpec.start };
}
