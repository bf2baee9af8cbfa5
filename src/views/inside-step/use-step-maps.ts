import { useMemo, useState } from "react";
import { surfaceOf } from "../../experiment/spec";
import type { SurfaceMap } from "../contour-map/surface-map";
import type { Viewport } from "../contour-map/viewport";
import { useFrame } from "../playback/use-frame";
import { isOver, shownStep } from "./shown-step";
import { stepMapper } from "./step-map";
import { extentOf, windowsFor, type MapSize } from "./step-window";
import type { StepSheets } from "./use-step-sheets";

/** The maps of the runs looked into, at one scale, each about its step; moved on only when a step would leave one. */
export function useStepMaps(shown: StepSheets | undefined, size: MapSize | undefined): readonly SurfaceMap[] {
  const [windows, setWindows] = useState<readonly Viewport[]>([]);

  useFrame((state) => {
    if (!shown || !size || size.width === 0 || size.height === 0) return;
    const steps = shown.sheets.map((sheet) => {
      const step = shownStep(state, sheet);
      return { extent: step && extentOf(step.shape), isOver: isOver(state, sheet) };
    });
    const next = windowsFor(steps, size, windows);
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
