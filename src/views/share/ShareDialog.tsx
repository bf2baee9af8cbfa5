import { useState } from "react";
import { frameParts, type Frame, type FramePart } from "../../store/frame";
import { refusalOfLink } from "../../store/parse-link";
import { Dialog } from "../../ui/Dialog";
import { Segmented } from "../../ui/Segmented";
import { Toggle } from "../../ui/Toggle";
import { runLabels } from "../run-mark/labels";
import { useLab } from "../store-context/store-context";
import { SaveSection } from "../export/SaveSection";
import { CopyField } from "./CopyField";
import { Preview } from "./Preview";
import { hosts, snippetFor, type HostKind } from "./snippets";
import { shareWords } from "../../words/en/share";
import { hostNames } from "./host-names";
import "./share.css";
import { spoken } from "../../words/spoken";

/** The link to what is on the page, on a page of its own or in a frame. */
export type LinkNow = (frame?: Frame) => string;

type Props = { readonly linkNow: LinkNow; readonly onClose: () => void };

/** Height of a frame until its preview has told its own, in pixels. */
const usualHeight = 420;

/** The link, and what an author pastes to have the experiment in a page, with a preview of it. */
export function ShareDialog({ linkNow, onClose }: Props) {
  const { store } = useLab();
  // The page may play on behind the dialog; what is shared is what was seen when it opened.
  const [shared] = useState(() => ({ link: linkNow(), linkIn: linkInFrame(linkNow) }));
  const [title] = useState(() => `Ravine: ${runLabels(store.getState().spec).join(", ")}`);
  const [kind, setKind] = useState<HostKind>("html");
  const [hide, setHide] = useState<readonly FramePart[]>([]);
  const [plays, setPlays] = useState(false);
  const [height, setHeight] = useState(usualHeight);

  const link = shared.linkIn(hide, plays);
  const at = link.indexOf("#");
  const [page, hash] = [link.slice(0, at), link.slice(at + 1)];
  const refusal = refusalOfLink(hash);
  return (
    <Dialog title={shareWords().share} className="share" onClose={onClose}>
      {refusal !== undefined ? (
        <p role="alert">{shareWords().tooLong(spoken(refusal))}</p>
      ) : (
        <>
          <h3>{shareWords().link}</h3>
          <CopyField label={shareWords().linkLabel} text={shared.link} rows={2} />
          <SaveSection />
          <h3>{shareWords().embed}</h3>
          <Segmented
            label={shareWords().target}
            value={kind}
            options={hosts.map((value) => ({ value, word: hostNames[value] }))}
            onChange={setKind}
          />
          <fieldset className="share-parts">
            <legend>{shareWords().leaveOut}</legend>
            {frameParts.map((part) => (
              <Toggle
                key={part}
                isOn={hide.includes(part)}
                onChange={(isOn) =>
                  setHide(frameParts.filter((each) => (each === part ? isOn : hide.includes(each))))
                }
              >
                {shareWords().parts[part]}
              </Toggle>
            ))}
            <Toggle isOn={plays} onChange={setPlays}>
              {shareWords().plays}
            </Toggle>
          </fieldset>
          <CopyField
            label={shareWords().code}
            text={snippetFor(kind, { page, hash, title, height })}
            rows={5}
          />
          <p className="share-note">{shareWords().notes[kind]}</p>
          <h3>{shareWords().preview}</h3>
          <Preview src={link} height={height} onHeight={setHeight} />
        </>
      )}
    </Dialog>
  );
}

/** The link of a frame, with the cursor as it stands now or played from the start. */
function linkInFrame(linkNow: LinkNow) {
  const all = linkNow({ hide: [], origins: undefined });
  return (hide: readonly FramePart[], plays: boolean) => {
    const [page, hash = ""] = all.split("#");
    const parts = hash
      .split("&")
      .filter((part) => !/^(play|hide)=/.test(part) && !(plays && /^step=/.test(part)));
    if (plays) parts.push("play=1");
    if (hide.length > 0) parts.push(`hide=${hide.join()}`);
    return `${page}#${parts.join("&")}`;
  };
}
