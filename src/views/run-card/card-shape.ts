/** Over a wide lane, over a square one, one of more than two beneath a map of all, in a list, beneath the head of a network's row. */
export type CardShape = "wide" | "square" | "row" | "table" | "detail";
