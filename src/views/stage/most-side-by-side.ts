import { planOf } from "./plan";

/** How many maps of a domain of that aspect stand side by side at most, on a stage of that width. */
export const mostSideBySide = (aspect: number, width: number): number =>
  [4, 3, 2].find((maps) => planOf(maps, aspect, width, "split").kind === "split") ?? 1;
