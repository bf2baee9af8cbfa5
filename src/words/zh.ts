import type { Dictionary } from "./speak";
import type { Words } from "./words";
import { app } from "./zh/app";
import { badge } from "./zh/badge";
import { definitions } from "./zh/definitions";
import { formula } from "./zh/formula";
import { header } from "./zh/header";
import { inside } from "./zh/inside";
import { lesson } from "./zh/lesson";
import { network } from "./zh/network";
import { objective } from "./zh/objective";
import { progress } from "./zh/progress";
import { reference } from "./zh/reference";
import { ruleEditor } from "./zh/rule-editor";
import { surfaceEditor } from "./zh/surface-editor";
import { ui } from "./zh/ui";

/** All Chinese: what a part lacks, or has too much, does not compile. */
export const zh = {
  parts: {
    app,
    badge,
    formula,
    header,
    inside,
    lesson,
    network,
    objective,
    progress,
    reference,
    ruleEditor,
    surfaceEditor,
    ui,
  },
  definitions,
} satisfies Dictionary & { parts: Words };
