/** A place: on a surface, or in pixels on its map. */
export type Point = readonly [x: number, y: number];

/** A window: the range of each coordinate. */
export type Domain = { readonly x: readonly [number, number]; readonly y: readonly [number, number] };

/** A number that changes the surface itself: a condition number, an angle. */
type SurfaceParameter = {
  readonly value: number;
  readonly word: string;
  /** Accepted values, both ends included. */
  readonly range: readonly [number, number];
  readonly unit?: string;
};

/** A line v = x u + y through points: the surface is the mean squared residual over all of them, halved. */
export type LineData = {
  /** [u, v] each. */
  readonly points: readonly Point[];
  /** The surface's parameter that says how many of them a gradient sees. */
  readonly batch: string;
};

/** What surfaces teach, in teaching order: they are sorted by it. */
export const subjects = ["valleys", "saddles and plains", "several minima", "traps", "noise"] as const;
export type Subject = (typeof subjects)[number];

/** An objective of two variables, with all that is known about it. */
export type Surface = {
  readonly name: string;
  /** Of a visitor's own, nothing is known. */
  readonly teaches?: Subject;
  readonly reference: string;
  /** An expression in `x`, `y` and the parameters' names; see formula/. */
  readonly value: string;
  readonly parameters?: Readonly<Record<string, SurfaceParameter>>;
  /** The window that shows what it teaches. */
  readonly domain: Domain;
  readonly minima: readonly Point[];
  readonly saddles?: readonly Point[];
  readonly start: Point;
  /** Points [u, v] of a data set; given these, each gradient is that of a mini-batch. */
  readonly data?: LineData;
  /** Of a quadratic: its largest second derivative, an expression in the parameters. */
  readonly curvature?: string;
  /** Learning rates worth watching here, by optimizer id; elsewhere the optimizer's default holds. */
  readonly rates: Readonly<Record<string, number>>;
};

/** Types a definition; does nothing else. */
export const defineSurface = (surface: Surface): Surface => surface;
