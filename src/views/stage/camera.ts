import { isOn, toPixel, type Viewport } from "../contour-map/viewport";
import { blended, pictureMove } from "../contour-map/gesture-moves";
import { limited } from "../contour-map/zoom";
import { writeAttribute } from "../../ui/write";

/** Moves what all maps of a stage show. */
export type Camera = {
  /** Goes on with a gesture: what is drawn is moved at once, and drawn anew when there is time. */
  move(change: (viewport: Viewport) => Viewport): void;
  /** Goes to something else, in a moment that lets one see where it lies. */
  go(change: (viewport: Viewport) => Viewport): void;
  /** Tells that the maps now show this, of a surface whose whole is `home`. */
  drew(viewport: Viewport, home: Viewport): void;
  stop(): void;
};

/** Quiet after which a gesture is over, and least time between two redraws while it goes on, in milliseconds. */
const [quiet, often] = [120, 180];
/** Of the time there is while a gesture goes on, one part in so many is for drawing anew. */
const part = 6;
/** A redraw is not taken to last longer than this, in milliseconds, whatever came between. */
const longest = 250;
/** How long the way to something else is, in milliseconds. */
const way = 240;

/** A camera for the maps on a stage; `commit` has them drawn, which ends in `drew`. */
export function createCamera(
  stage: HTMLElement,
  first: { readonly viewport: Viewport; readonly home: Viewport },
  commit: (viewport: Viewport) => void,
): Camera {
  let { viewport: drawn, home } = first;
  let live: Viewport | undefined;
  let trip: { readonly from: Viewport; readonly to: Viewport; readonly begun: number } | undefined;
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [asked, drawnAt, cost] = [-Infinity, -Infinity, 0];

  const draw = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    [frame, timer, trip] = [0, undefined, undefined];
    if (!live) return;
    const wanted = live;
    live = undefined;
    asked = performance.now();
    commit(wanted);
    // What is shown already is not drawn anew, and stands at rest.
    moveDrawn(stage, drawn, drawn);
  };
  const onFrame = (now: number) => {
    frame = 0;
    if (trip) {
      const share = Math.min(1, Math.max(0, (now - trip.begun) / way));
      live = share < 1 ? blended(trip.from, trip.to, 1 - (1 - share) ** 3) : trip.to;
      if (share === 1) return draw();
      frame = requestAnimationFrame(onFrame);
    } else if (now - drawnAt > Math.max(often, part * Math.min(cost, longest))) return draw();
    moveDrawn(stage, drawn, live ?? drawn);
  };
  return {
    move(change) {
      live = limited(change(trip?.to ?? live ?? drawn), home);
      trip = undefined;
      frame ||= requestAnimationFrame(onFrame);
      clearTimeout(timer);
      timer = setTimeout(draw, quiet);
    },
    go(change) {
      const to = limited(change(trip?.to ?? live ?? drawn), home);
      clearTimeout(timer);
      if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
        live = to;
        return draw();
      }
      trip = { from: live ?? drawn, to, begun: performance.now() };
      frame ||= requestAnimationFrame(onFrame);
    },
    drew(viewport, ofSurface) {
      if (viewport !== drawn) {
        drawnAt = performance.now();
        cost = drawnAt - asked;
      }
      [drawn, home] = [viewport, ofSurface];
      moveDrawn(stage, drawn, live ?? drawn);
    },
    stop() {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    },
  };
}

/** Puts what was drawn of one viewport where it lies in another: maps as pictures, ticks one by one. */
function moveDrawn(stage: HTMLElement, drawn: Viewport, live: Viewport): void {
  const isSame = drawn === live;
  const { by, scale } = pictureMove(drawn, live);
  const transform = isSame ? "" : `translate(${by[0]}px, ${by[1]}px) scale(${scale})`;
  for (const { style } of stage.querySelectorAll<HTMLElement>("[data-moving]")) {
    style.transform = transform;
    // The browser then moves a picture, and does not draw every contour anew for each frame.
    style.willChange = isSame ? "" : "transform";
  }
  for (const tick of stage.querySelectorAll<SVGElement>("[data-axis-value]")) {
    const [x] = toPixel(live, [Number(tick.dataset["axisValue"]), 0]);
    writeAttribute(tick, "transform", `translate(${x} 0)`);
    tick.style.visibility = isSame || isOn(live, [x, 0]) ? "" : "hidden";
  }
}
