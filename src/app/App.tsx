import { isSurfaceSpec } from "../experiment/spec";
import { Boundary } from "../ui/Boundary";
import { Badge } from "../views/badge/Badge";
import { Header } from "../views/header/Header";
import { Notices } from "../views/notices/Notices";
import { RunsInWords } from "../views/playback/RunsInWords";
import { usePlaybackKeys } from "../views/playback/use-playback";
import { LabContext, useLabState } from "../views/store-context/store-context";
import type { AppLab } from "./lab";
import { NetworkPage, RulePage } from "./late";
import { SurfacePage } from "./SurfacePage";
import { useLanguage } from "../views/language/use-language";
import "./tokens.css";
import "./app.css";

/** Which view stands where; nothing else. */
export const App = ({ lab }: { lab: AppLab }) => (
  <LabContext value={lab}>
    {/* Rendered from scratch in another language: what is drawn once, and what is remembered, holds words too. */}
    <div className="page" key={useLanguage()}>
      <Boundary>
        <Header badge={<Badge />} linkNow={lab.linkNow} />
      </Boundary>
      <Boundary>
        <Page />
      </Boundary>
      <RunsInWords />
      <Notices />
    </div>
  </LabContext>
);

function Page() {
  const spec = useLabState((state) => state.spec);
  const isWriting = useLabState(({ editing }) => editing?.kind === "rule");
  usePlaybackKeys();
  if (isWriting) return <RulePage spec={spec} />;
  return isSurfaceSpec(spec) ? <SurfacePage spec={spec} /> : <NetworkPage spec={spec} />;
}
