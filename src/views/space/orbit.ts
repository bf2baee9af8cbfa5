/** Where one looks from, in radians: `turn` about the upright axis, from the front; `tilt` above the horizon. */
export type Orbit = { readonly turn: number; readonly tilt: number; readonly zoom: number };

/** The view one begins with: from the front, a little from the left, and high enough to see into a valley. */
export const home: Orbit = { turn: -0.4, tilt: 0.86, zoom: 1 };

/** Never from below, and never straight down, where turning would spin the page. */
const [lowest, highest] = [0.12, 1.5];
const [farthest, nearest] = [0.6, 5];

const within = (value: number, from: number, to: number) => Math.min(Math.max(value, from), to);

/** The view after a turn and a tilt. */
export const turned = ({ turn, tilt, zoom }: Orbit, byTurn: number, byTilt: number): Orbit => ({
  turn: Math.atan2(Math.sin(turn + byTurn), Math.cos(turn + byTurn)),
  tilt: within(tilt + byTilt, lowest, highest),
  zoom,
});

/** The view from nearer, or from farther away. */
export const zoomed = (orbit: Orbit, factor: number): Orbit => ({
  ...orbit,
  zoom: within(orbit.zoom * factor, farthest, nearest),
});

const [keyTurn, keyZoom] = [Math.PI / 24, 1.2];

/** What a key does to the view; undefined for keys that do nothing. */
export function orbitByKey(orbit: Orbit, key: string): Orbit | undefined {
  switch (key) {
    case "ArrowLeft":
      return turned(orbit, -keyTurn, 0);
    case "ArrowRight":
      return turned(orbit, keyTurn, 0);
    case "ArrowUp":
      return turned(orbit, 0, keyTurn);
    case "ArrowDown":
      return turned(orbit, 0, -keyTurn);
    case "+":
    case "=":
      return zoomed(orbit, keyZoom);
    case "-":
      return zoomed(orbit, 1 / keyZoom);
    case "0":
    case "Home":
      return home;
    default:
      return undefined;
  }
}
