import { heightAt, type HeightField } from "./height-field";
import { tallestOf, toWindow, type Place } from "./world";

/** What lies this little below the surface still counts as on it. */
const skin = 0.012;
/** Pixels of the window between two looks along a line of sight. */
const stride = 6;

/** Whether the surface stands between the eye and a place on it. */
export function isHidden(field: HeightField, place: Place, eye: Place): boolean {
  const { viewport } = field;
  const [from, to] = [toWindow(viewport, place), toWindow(viewport, eye)];
  const distance = Math.hypot(to[0] - from[0], to[1] - from[1]);
  if (distance < stride) return false;
  const [dx, dy, dz] = [
    (to[0] - from[0]) / distance,
    (to[1] - from[1]) / distance,
    (eye[2] - place[2]) / distance,
  ];
  const tallest = tallestOf(viewport);
  for (let way = stride; way < distance; way += stride) {
    const [x, y, z] = [from[0] + dx * way, from[1] + dy * way, place[2] + dz * way];
    if (z > tallest || x < 0 || y < 0 || x > viewport.width || y > viewport.height) return false;
    if (heightAt(field, [x, y]) * tallest > z + skin) return true;
  }
  return false;
}
