/** A run's dash pattern, in pixels; undefined is a solid line. Never colour alone. */
export const dashOf = (run: number): string | undefined =>
  [undefined, "9 3", "2 3", "9 3 2 3", "5 2", "12 3 2 3 2 3", "1 2.5", "14 4"][run - 1];

const polygon = (points: readonly (readonly [number, number])[]) =>
  `M${points.map(([x, y]) => `${x.toFixed(3)},${y.toFixed(3)}`).join("L")}Z`;
const around = (corners: number, radius: (i: number) => number, turn: number) =>
  polygon(
    Array.from({ length: corners }, (_, i) => {
      const angle = turn + (2 * Math.PI * i) / corners;
      return [radius(i) * Math.cos(angle), radius(i) * Math.sin(angle)] as const;
    }),
  );
const [arm, half] = [1.1, 0.35];

const shapes = [
  "M1,0A1,1 0 1 1 -1,0A1,1 0 1 1 1,0Z",
  polygon([[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]]), // prettier-ignore
  polygon([[0, -1.15], [1.05, 0.75], [-1.05, 0.75]]), // prettier-ignore
  polygon([[0, -1.25], [1.25, 0], [0, 1.25], [-1.25, 0]]), // prettier-ignore
  polygon([[0, 1.15], [1.05, -0.75], [-1.05, -0.75]]), // prettier-ignore
  polygon([
    [-half, -arm], [half, -arm], [half, -half], [arm, -half], [arm, half], [half, half],
    [half, arm], [-half, arm], [-half, half], [-arm, half], [-arm, -half], [-half, -half],
  ]), // prettier-ignore
  around(6, () => 1.1, 0),
  around(10, (i) => (i % 2 ? 0.5 : 1.25), -Math.PI / 2),
];

/** A run's marker as an SVG path of radius 1 about the origin: disc, square, triangle, diamond ... star. */
export const markerOf = (run: number): string => shapes[run - 1] ?? shapes[0]!;
