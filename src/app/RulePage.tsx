import { isSurfaceSpec, type ExperimentSpec } from "../experiment/spec";
import { Charts } from "../views/charts/Charts";
import { Lesson } from "../views/lesson/Lesson";
import { Playback } from "../views/playback/Playback";
import { Progress } from "../views/progress/Progress";
import { RuleEditor } from "../views/rule-editor/RuleEditor";
import { RunHead } from "../views/run-card/RunHead";
import { Stage } from "../views/stage/Stage";
import { NetworkView } from "../views/network-view/NetworkView";
import { ruleEditorWords } from "../words/en/rule-editor";

const onlyLoss = ["loss"] as const;

/** The visitor's rule, with what it does: on one map of all runs and in their losses, or on the network. */
export const RulePage = ({ spec }: { spec: ExperimentSpec }) => (
  <main className="lab-rule">
    <h2 className="visually-hidden">{ruleEditorWords().title}</h2>
    <RuleEditor
      walk={
        isSurfaceSpec(spec) ? (
          <>
            <Stage layout="overlay" empty={null} />
            <Charts quantities={onlyLoss} />
          </>
        ) : (
          <>
            <Lesson />
            <NetworkView caption={(index) => <RunHead index={index} isShort />} />
          </>
        )
      }
    />
    <Progress />
    <Playback />
  </main>
);
