import { useMemo, useRef, useState } from "react";
import { surfaceOf } from "../../experiment/spec";
import type { SurfaceMap } from "../contour-map/surface-map";
import type { Viewport } from "../contour-map/viewport";
import { useFrame } from "../playback/use-frame";
import { shownStep } from "./shown-step";
import { stepMapper } from "./step-map";
import { extentOf, spanFor, windowFor, type Extent, type MapSize } from "./step-window";
import type { StepSheets } from "./use-step-sheets";

/** What a step that is lost to where there are no numbers shows. */
const nowhere: Extent = { x: [0, 0], y: [0, 0] };

/** The maps of the runs looked into, at one scale, each about its step; moved on only when a step would leave one. */
export function useStepMaps(shown: StepSheets | undefined, size: MapSize | undefined): readonly SurfaceMap[] {
  const [windows, setWindows] = useState<readonly Viewport[]>([]);
  const span = useRef<number>(undefined);

  useFrame((state) => {
    if (!shown || !size || size.width === 0 || size.height === 0) return;
    const extents = shown.sheets.map((sheet) => {
      const step = shownStep(state, sheet);
      return step && extentOf(step.shape);
    });
    span.current = spanFor(
      extents.filter((extent) => extent !== undefined),
      size,
      span.current,
    );
    const next = extents.map((extent = nowhere, i) => windowFor(extent, span.current!, size, windows[i]));
    const isSame = next.length === windows.length && next.every((window, i) => window === windows[i]);
    if (!isSame) setWindows(next);
  });

  const surface = shown && surfaceOf(shown.spec);
  const parameters = shown?.spec.parameters;
  const mapper = useMemo(
    () => surface && size && stepMapper(surface, parameters ?? {}, size),
    [surface, parameters, size],
  );
  return useMemo(() => (mapper ? windows.map(mapper) : []), [mapper, windows]);
}
