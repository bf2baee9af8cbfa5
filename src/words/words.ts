import type { appWords } from "./en/app";
import type { badgeWords } from "./en/badge";
import type { chartsWords } from "./en/charts";
import type { formulaWords } from "./en/formula";
import type { headerWords } from "./en/header";
import type { insideWords } from "./en/inside";
import type { lessonWords } from "./en/lesson";
import type { networkWords } from "./en/network";
import type { objectiveWords } from "./en/objective";
import type { playbackWords } from "./en/playback";
import type { progressWords } from "./en/progress";
import type { referenceWords } from "./en/reference";
import type { ruleEditorWords } from "./en/rule-editor";
import type { runWords } from "./en/run";
import type { stageWords } from "./en/stage";
import type { surfaceEditorWords } from "./en/surface-editor";
import type { uiWords } from "./en/ui";

/** All that the page says, part by part: what another language has to say too. */
export type Words = {
  readonly app: ReturnType<typeof appWords>;
  readonly badge: ReturnType<typeof badgeWords>;
  readonly charts: ReturnType<typeof chartsWords>;
  readonly formula: ReturnType<typeof formulaWords>;
  readonly header: ReturnType<typeof headerWords>;
  readonly inside: ReturnType<typeof insideWords>;
  readonly lesson: ReturnType<typeof lessonWords>;
  readonly network: ReturnType<typeof networkWords>;
  readonly objective: ReturnType<typeof objectiveWords>;
  readonly playback: ReturnType<typeof playbackWords>;
  readonly progress: ReturnType<typeof progressWords>;
  readonly reference: ReturnType<typeof referenceWords>;
  readonly ruleEditor: ReturnType<typeof ruleEditorWords>;
  readonly run: ReturnType<typeof runWords>;
  readonly stage: ReturnType<typeof stageWords>;
  readonly surfaceEditor: ReturnType<typeof surfaceEditorWords>;
  readonly ui: ReturnType<typeof uiWords>;
};
