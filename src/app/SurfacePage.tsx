import type { SurfaceSpec } from "../experiment/spec";
import { useMedia } from "../ui/use-media";
import { Lesson } from "../views/lesson/Lesson";
import { useFirstPath } from "../views/contour-map/use-first-path";
import { Playback } from "../views/playback/Playback";
import { Failure } from "../views/progress/Failure";
import { Stage } from "../views/stage/Stage";
import { useLabState } from "../views/store-context/store-context";
import {
  AddRun,
  cardRoom,
  Charts,
  Compare,
  InsideStep,
  LayoutChoice,
  RunCard,
  RunLine,
  Space,
  SurfaceLine,
} from "./late";
import { appWords } from "../words/en/app";

/** Runs on a surface: their maps and charts, or the step at the cursor taken apart. */
export function SurfacePage({ spec }: { spec: SurfaceSpec }) {
  const isInside = useLabState(({ view }) => view.layout === "inside");
  return isInside ? <InsidePage /> : <MapsPage spec={spec} />;
}

/** The step at the cursor taken apart, with the playback that moves it. */
const InsidePage = () => (
  <main className="lab-inside">
    <InsideStep foot={<LayoutChoice />} empty={<AddRun />} />
    <Failure />
    <Playback />
  </main>
);

/** The sentence, the maps under their cards, the playback; at the right the surface and the charts. */
function MapsPage({ spec }: { spec: SurfaceSpec }) {
  const isRecorded = useLabState(({ recorded }) => recorded > 0);
  // The first path is not to wait for cards and charts.
  const isPainted = useFirstPath(isRecorded || spec.runs.length === 0);
  const isPhone = useMedia("(max-width: 700px)");
  return (
    <div className="lab">
      <main className="lab-main">
        <Lesson />
        <Stage
          caption={(index, shape) => {
            if (!isPainted) return <div className={cardRoom(isPhone ? "line" : shape)} />;
            return isPhone ? <RunLine index={index} /> : <RunCard index={index} shape={shape} />;
          }}
          inSpace={(props) => <Space {...props} />}
          empty={
            <div className="invitation">
              <AddRun />
            </div>
          }
        />
        <Failure />
        <Playback />
      </main>
      {isPhone && (
        <>
          <div className="foot">{isPainted && <LayoutChoice />}</div>
          <section className="runs" aria-label={appWords().runs}>
            {isPainted &&
              spec.runs.map(({ number }, index) => <RunCard key={number} index={index} shape="table" />)}
          </section>
        </>
      )}
      <aside className="lab-aside">
        {isPainted ? <SurfaceLine spec={spec} /> : <div className="surface-line-to-come" />}
        {isPainted ? <Charts /> : <div className="view-to-come" />}
        <div className="foot">
          {isPainted && !isPhone && <LayoutChoice />}
          {isPainted && <AddRun />}
        </div>
        {isPainted ? <Compare /> : <div className="compare-to-come" />}
      </aside>
    </div>
  );
}
