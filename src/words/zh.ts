import type { Dictionary } from "./speak";
import { definitions } from "./zh/definitions";
import { header } from "./zh/header";

/** All Chinese: what a part lacks, or has too much, does not compile. */
export const zh = {
  parts: { header },
  definitions,
} satisfies Dictionary;
