import { useEffect } from "react";
import type { NetworkSpec } from "../experiment/spec";
import { AddRun } from "../views/add-run/AddRun";
import { Lesson } from "../views/lesson/Lesson";
import { NetworkLine } from "../views/objective-line/NetworkLine";
import { Playback } from "../views/playback/Playback";
import { Progress } from "../views/progress/Progress";
import { RunCard } from "../views/run-card/RunCard";
import { keepEndings } from "../views/run-card/keep-endings";
import { useLab } from "../views/store-context/store-context";
import { RunHead } from "../views/run-card/RunHead";
import { NetworkView } from "../views/network-view/NetworkView";

/** More runs than this, and their rules and sliders would push the rows off the screen. */
const mostWithDetails = 4;

/** Runs on a network: the sentence, the curves beside the runs, the playback. */
export function NetworkPage({ spec }: { spec: NetworkSpec }) {
  const { store } = useLab();
  useEffect(() => void keepEndings(store), [store]);
  const isCrowded = spec.runs.length > mostWithDetails;
  return (
    <main className="lab-network">
      <Lesson />
      <NetworkLine spec={spec}>
        <AddRun />
      </NetworkLine>
      <NetworkView
        caption={(index) => <RunHead index={index} isShort={isCrowded} />}
        {...(!isCrowded && { details: (index) => <RunCard index={index} shape="detail" /> })}
      />
      <div className="lab-foot">
        <Progress />
        <Playback />
      </div>
    </main>
  );
}
