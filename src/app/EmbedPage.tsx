import { isSurfaceSpec, type NetworkSpec, type SurfaceSpec } from "../experiment/spec";
import type { FramePart } from "../store/frame";
import { Boundary } from "../ui/Boundary";
import { useMedia } from "../ui/use-media";
import { LinkInFull } from "../views/frame/LinkInFull";
import { RateSliders } from "../views/frame/RateSliders";
import { Notices } from "../views/notices/Notices";
import { useFirstPath } from "../views/contour-map/use-first-path";
import { Playback } from "../views/playback/Playback";
import { RunsInWords } from "../views/playback/RunsInWords";
import { usePlaybackKeys } from "../views/playback/use-playback";
import { Progress } from "../views/progress/Progress";
import { LaneCaption } from "../views/run-card/LaneCaption";
import { Stage } from "../views/stage/Stage";
import { LabContext, useLabState } from "../views/store-context/store-context";
import type { AppLab } from "./lab";
import { Charts, InsideStep, NetworkCurves } from "./late";
import "./tokens.css";
import "./app.css";
import "./embed.css";

/** The page in another's frame: what is compared, what it costs, one rate a run, the playback, the way to all else. */
export const EmbedPage = ({ lab }: { lab: AppLab }) => (
  <LabContext value={lab}>
    <div className="embed">
      <Boundary>
        <Parts linkInFull={() => lab.linkNow()} />
      </Boundary>
      <RunsInWords />
      <Notices />
    </div>
  </LabContext>
);

const nothingHidden: readonly FramePart[] = [];

function Parts({ linkInFull }: { linkInFull: () => string }) {
  const spec = useLabState((state) => state.spec);
  const isInside = useLabState(({ view }) => view.layout === "inside");
  const hide = useLabState(({ frame }) => frame?.hide ?? nothingHidden);
  usePlaybackKeys();
  const shows = (part: FramePart) => !hide.includes(part);
  return (
    <main className="embed-parts">
      <h1 className="visually-hidden">Ravine</h1>
      {!isSurfaceSpec(spec) ? (
        <NetworkParts spec={spec} shows={shows} />
      ) : isInside && shows("stage") ? (
        <InsideStep foot={null} empty={null} />
      ) : (
        <SurfaceParts spec={spec} shows={shows} />
      )}
      <Progress />
      <div className="embed-foot">
        {shows("playback") && <Playback />}
        <LinkInFull linkNow={linkInFull} />
      </div>
    </main>
  );
}

type Shows = { readonly shows: (part: FramePart) => boolean };

const onlyLoss = ["loss"] as const;

/** The maps; beside them, where there is room, the loss and a rate a run. */
function SurfaceParts({ shows }: Shows & { readonly spec: SurfaceSpec }) {
  const isRecorded = useLabState(({ recorded }) => recorded > 0);
  const isPainted = useFirstPath(isRecorded);
  const hasColumn = useMedia("(min-width: 560px)");
  const [charts, controls] = [shows("charts"), shows("controls")];
  return (
    <div className="embed-body">
      {shows("stage") && (
        <Stage caption={(index) => <LaneCaption index={index} hasRule={shows("rules")} />} empty={null} />
      )}
      {(charts || controls) && (
        <div className="embed-column">
          {charts &&
            (hasColumn || !shows("stage")) &&
            (isPainted ? <Charts quantities={onlyLoss} isNamed={false} /> : <div className="view-to-come" />)}
          {controls && <RateSliders />}
        </div>
      )}
    </div>
  );
}

/** The curves beside the runs. */
function NetworkParts({ spec, shows }: Shows & { readonly spec: NetworkSpec }) {
  return (
    <div className="embed-body embed-network">
      {shows("stage") && <NetworkCurves spec={spec} />}
      {shows("controls") && (
        <div className="embed-column">
          <RateSliders isNamed />
        </div>
      )}
    </div>
  );
}
