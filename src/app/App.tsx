import { lazy, Suspense } from "react";
import { isSurfaceSpec } from "../experiment/spec";
import type { Layout } from "../store/store";
import { Segmented } from "../ui/Segmented";
import { useAfterPaint } from "../ui/use-after-paint";
import { useMedia } from "../ui/use-media";
import { AddRun } from "../views/add-run/AddRun";
import { Badge } from "../views/badge/Badge";
import { Charts } from "../views/charts/Charts";
import { Header } from "../views/header/Header";
import { Lesson } from "../views/lesson/Lesson";
import { Notices } from "../views/notices/Notices";
import { NetworkLine } from "../views/objective-line/NetworkLine";
import { SurfaceLine } from "../views/objective-line/SurfaceLine";
import { Playback } from "../views/playback/Playback";
import { RunsInWords } from "../views/playback/RunsInWords";
import { usePlaybackKeys } from "../views/playback/use-playback";
import { Progress } from "../views/progress/Progress";
import { RunCard } from "../views/run-card/RunCard";
import { RunHead } from "../views/run-card/RunHead";
import { RunLine } from "../views/run-card/RunLine";
import { Stage } from "../views/stage/Stage";
import { LabContext, useLab, useLabState } from "../views/store-context/store-context";
import type { AppLab } from "./lab";
import "./tokens.css";
import "./app.css";

/** Loaded with the first network: the opening page has no use for it. */
const NetworkView = lazy(() =>
  import("../views/network-view/NetworkView").then((module) => ({ default: module.NetworkView })),
);

/** Which view stands where; nothing else. */
export const App = ({ lab }: { lab: AppLab }) => (
  <LabContext value={lab}>
    <div className="page">
      <Header badge={<Badge />} linkNow={lab.linkNow} />
      <Objective />
      <RunsInWords />
      <Notices />
    </div>
  </LabContext>
);

function Objective() {
  const spec = useLabState(({ spec }) => spec);
  usePlaybackKeys();
  // The first path is not to wait for four charts.
  const isPainted = useAfterPaint();
  const isCrowded = spec.runs.length > mostWithDetails;
  const isPhone = useMedia("(max-width: 700px)");
  return isSurfaceSpec(spec) ? (
    <div className="lab">
      <main className="lab-main">
        <Lesson />
        <Stage
          caption={(index, shape) =>
            isPhone ? <RunLine index={index} /> : <RunCard index={index} shape={shape} />
          }
          empty={
            <div className="invitation">
              <AddRun />
            </div>
          }
        />
        <Progress />
        <Playback />
      </main>
      {isPhone && (
        <section className="runs" aria-label="runs">
          {spec.runs.map(({ number }, index) => (
            <RunCard key={number} index={index} shape="table" />
          ))}
        </section>
      )}
      <aside className="lab-aside">
        <SurfaceLine spec={spec} />
        {isPainted ? <Charts /> : <div className="view-to-come" />}
        <div className="foot">
          <LayoutChoice />
          <AddRun />
        </div>
      </aside>
    </div>
  ) : (
    <main className="lab-network">
      <Lesson />
      <div className="lab-network-line">
        <NetworkLine spec={spec} />
        <AddRun />
      </div>
      <Suspense fallback={<div className="view-to-come" />}>
        <NetworkView
          caption={(index) => <RunHead index={index} isShort={isCrowded} />}
          {...(!isCrowded && { details: (index) => <RunCard index={index} shape="detail" /> })}
        />
      </Suspense>
      <Progress />
      <Playback />
    </main>
  );
}

/** More runs than this, and their rules and sliders would push the rows off the screen. */
const mostWithDetails = 4;

/** More maps than this would be too small to show anything. */
const mostSideBySide = 4;

const layouts: readonly { value: Layout; word: string }[] = [
  { value: "split", word: "side by side" },
  { value: "overlay", word: "overlaid" },
];

function LayoutChoice() {
  const { actions } = useLab();
  const layout = useLabState(({ view }) => view.layout);
  const isCrowded = useLabState(({ spec }) => spec.runs.length > mostSideBySide);
  if (isCrowded)
    return <span className="foot-note">overlaid: side by side is for up to {mostSideBySide} runs</span>;
  return (
    <Segmented
      label="view"
      value={layout}
      options={layouts}
      onChange={(layout) => actions.setView({ layout })}
    />
  );
}
