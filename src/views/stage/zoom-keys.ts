import type { Point } from "../../surfaces/surface";

/** What a key asks of the maps. */
export type ZoomKey =
  | { readonly kind: "zoom"; readonly factor: number }
  | { readonly kind: "pan"; readonly by: Point }
  | { readonly kind: "whole" };

type Key = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** How much closer one press brings the map. */
export const stepOfZoom = 1.5;
/** Pixels that one press moves the picture by. */
const stepOfPan = 60;

/** What a key means: plus, minus and 0 on the stage; the arrows with Shift, where the focus is on a map. */
export function zoomKey(key: Key, isOnMap: boolean): ZoomKey | undefined {
  if (key.ctrlKey || key.metaKey || key.altKey) return undefined;
  switch (key.key) {
    case "+":
    case "=":
      return { kind: "zoom", factor: stepOfZoom };
    case "-":
      return { kind: "zoom", factor: 1 / stepOfZoom };
    case "0":
      return { kind: "whole" };
  }
  if (!isOnMap || !key.shiftKey) return undefined;
  // Who goes to the right sees what lies there: the picture moves to the left.
  switch (key.key) {
    case "ArrowLeft":
      return { kind: "pan", by: [stepOfPan, 0] };
    case "ArrowRight":
      return { kind: "pan", by: [-stepOfPan, 0] };
    case "ArrowUp":
      return { kind: "pan", by: [0, stepOfPan] };
    case "ArrowDown":
      return { kind: "pan", by: [0, -stepOfPan] };
    default:
      return undefined;
  }
}
