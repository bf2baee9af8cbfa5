import type { DefinitionTexts } from "./definition-texts";
import type { Words } from "./words";
import { app } from "./zh/app";
import { badge } from "./zh/badge";
import { badgePanel } from "./zh/badge-panel";
import { charts } from "./zh/charts";
import { definitions } from "./zh/definitions";
import { exported } from "./zh/export";
import { faults } from "./zh/faults";
import { formula } from "./zh/formula";
import { header } from "./zh/header";
import { help } from "./zh/help";
import { inside } from "./zh/inside";
import { lesson } from "./zh/lesson";
import { network } from "./zh/network";
import { notices } from "./zh/notices";
import { objective } from "./zh/objective";
import { playback } from "./zh/playback";
import { progress } from "./zh/progress";
import { reference } from "./zh/reference";
import { refusals } from "./zh/refusals";
import { run } from "./zh/run";
import { ruleEditor } from "./zh/rule-editor";
import { compare } from "./zh/compare";
import { share } from "./zh/share";
import { space } from "./zh/space";
import { stage } from "./zh/stage";
import { surfaceEditor } from "./zh/surface-editor";
import { ui } from "./zh/ui";

/** All Chinese: what a part lacks, or has too much, does not compile. */
export const zh: {
  readonly parts: Words;
  readonly definitions: DefinitionTexts;
  readonly refusals: Readonly<Record<string, string>>;
} = {
  parts: {
    app,
    badge,
    badgePanel,
    charts,
    export: exported,
    faults,
    formula,
    header,
    help,
    inside,
    lesson,
    network,
    notices,
    objective,
    playback,
    progress,
    reference,
    run,
    ruleEditor,
    compare,
    share,
    space,
    stage,
    surfaceEditor,
    ui,
  },
  definitions,
  refusals,
};
