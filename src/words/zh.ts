import type { Dictionary } from "./speak";
import { badge } from "./zh/badge";
import { definitions } from "./zh/definitions";
import { formula } from "./zh/formula";
import { header } from "./zh/header";
import { lesson } from "./zh/lesson";
import { network } from "./zh/network";
import { objective } from "./zh/objective";
import { progress } from "./zh/progress";
import { reference } from "./zh/reference";
import { surfaceEditor } from "./zh/surface-editor";

/** All Chinese: what a part lacks, or has too much, does not compile. */
export const zh = {
  parts: { badge, formula, header, lesson, network, objective, progress, reference, surfaceEditor },
  definitions,
} satisfies Dictionary;
