import { isOn, spanOf, toPixel, toPlane, type Viewport } from "../contour-map/viewport";
import { limited } from "../contour-map/zoom";

/** Moves what all maps of a stage show. */
export type Camera = {
  /** Goes on with a gesture: what is drawn is moved at once, and drawn anew when there is time. */
  move(change: (viewport: Viewport) => Viewport): void;
  /** Shows something else at once. */
  jump(change: (viewport: Viewport) => Viewport): void;
  /** Tells that the maps now show this, of a surface whose whole is `home`. */
  drew(viewport: Viewport, home: Viewport): void;
  stop(): void;
};

/** Quiet after which a gesture is over, and least time between two redraws while it goes on, in milliseconds. */
const [quiet, often] = [120, 180];
/** Of the time there is while a gesture goes on, one part in so many is for drawing anew. */
const part = 4;

/** A camera for the maps on a stage; `commit` has them drawn at once, and ends in `drew`. */
export function createCamera(
  stage: HTMLElement,
  first: { readonly viewport: Viewport; readonly home: Viewport },
  commit: (viewport: Viewport) => void,
): Camera {
  let { viewport: drawn, home } = first;
  let live: Viewport | undefined;
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [drawnAt, cost] = [0, 0];

  const draw = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    [frame, timer] = [0, undefined];
    if (!live) return;
    const wanted = live;
    live = undefined;
    const before = performance.now();
    commit(wanted);
    drawnAt = performance.now();
    cost = drawnAt - before;
  };
  const onFrame = (now: number) => {
    frame = 0;
    if (now - drawnAt > Math.max(often, part * cost)) draw();
    else moveDrawn(stage, drawn, live ?? drawn);
  };
  return {
    move(change) {
      if (!live) drawnAt = Math.max(drawnAt, performance.now() - often / 2);
      live = limited(change(live ?? drawn), home);
      frame ||= requestAnimationFrame(onFrame);
      clearTimeout(timer);
      timer = setTimeout(draw, quiet);
    },
    jump(change) {
      live = limited(change(live ?? drawn), home);
      draw();
    },
    drew(viewport, ofSurface) {
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
  const [left, top] = toPixel(live, toPlane(drawn, [0, 0]));
  const scale = spanOf(drawn.x) / spanOf(live.x);
  const transform = isSame ? "" : `translate(${left}px, ${top}px) scale(${scale})`;
  for (const element of stage.querySelectorAll<HTMLElement>("[data-moving]"))
    element.style.transform = transform;
  for (const tick of stage.querySelectorAll<SVGElement>("[data-axis-value]")) {
    const [x] = toPixel(live, [Number(tick.dataset["axisValue"]), 0]);
    tick.setAttribute("transform", `translate(${x} 0)`);
    tick.style.visibility = isSame || isOn(live, [x, 0]) ? "" : "hidden";
  }
}
