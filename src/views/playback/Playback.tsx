import { useRef, type CSSProperties } from "react";
import { plannedSteps } from "../../experiment/budget";
import { isSurfaceSpec } from "../../experiment/spec";
import { formatCount } from "../number-format/number-format";
import { useLab, useLabState } from "../store-context/store-context";
import { BranchButton } from "./BranchButton";
import { BackIcon, ForwardIcon, LoopIcon, PauseIcon, PlayIcon, StartIcon } from "./icons";
import { epochInWords } from "./position-words";
import { Scrubber } from "./Scrubber";
import { speeds } from "./speeds";
import { useFrame } from "./use-frame";
import { usePlaybackClock } from "./use-playback";
import { playbackWords } from "../../words/en/playback";
import { writeText } from "../../ui/write";
import "./playback.css";

/** Moving through what is recorded: to the start, back, play, forward, where it stands, the scrubber, loop and speed. */
export function Playback() {
  const { actions } = useLab();
  const isPlaying = useLabState(({ playback }) => playback.playing);
  const speed = useLabState(({ playback }) => playback.speed);
  const loops = useLabState(({ view }) => view.loops ?? false);
  const spec = useLabState((state) => state.spec);
  const recordedSteps = useLabState(({ recording }) => recording.steps);
  usePlaybackClock();
  const words = playbackWords();

  const steps = recordedSteps || plannedSteps(spec);
  return (
    <div className="playback" role="group" aria-label={words.playback}>
      <div className="playback-row">
        <div className="playback-buttons">
          <button
            type="button"
            className="playback-start"
            aria-label={words.toStart}
            onClick={() => actions.seek(0)}
          >
            <StartIcon />
          </button>
          <button type="button" aria-label={words.back} onClick={() => actions.stepBy(-1)}>
            <BackIcon />
          </button>
          <button
            type="button"
            className="playback-main"
            aria-label={isPlaying ? words.pause : words.play}
            onClick={isPlaying ? actions.pause : actions.play}
          >
            {isPlaying ? <PauseIcon /> : <PlayIcon />}
          </button>
          <button type="button" aria-label={words.forward} onClick={() => actions.stepBy(1)}>
            <ForwardIcon />
          </button>
        </div>
        <Position steps={steps} isSurface={isSurfaceSpec(spec)} />
        <Scrubber steps={steps} />
        <Training />
        <BranchButton />
        <button
          type="button"
          className="playback-loop"
          aria-label={words.loop}
          title={words.loopKey}
          aria-pressed={loops}
          onClick={actions.toggleLoop}
        >
          <LoopIcon />
        </button>
        <label className="playback-speed" title={words.speedKeys}>
          <span className="visually-hidden">{words.speed}</span>
          <select value={speed} onChange={(event) => actions.setSpeed(Number(event.target.value))}>
            {speeds.map((factor) => (
              <option key={factor} value={factor}>
                {factor}×
              </option>
            ))}
          </select>
        </label>
      </div>
    </div>
  );
}

/** `t = 24 of 100`; a network's steps are counted in words and groups. */
function Position({ steps, isSurface }: { steps: number; isSurface: boolean }) {
  const number = useRef<HTMLElement>(null);
  useFrame(({ playback }) => {
    writeText(number.current, formatCount(playback.step));
  });
  const total = formatCount(steps);
  return (
    <p
      className="playback-position"
      style={{ "--digits": total.length, "--word": isSurface ? 3 : 5 } as CSSProperties}
    >
      {isSurface ? (
        <>
          <i>t</i> ={" "}
        </>
      ) : (
        <span className="playback-word">{playbackWords().stepWord}</span>
      )}
      <b ref={number} style={{ minWidth: `${total.length}ch` }} /> <span>{playbackWords().of(total)}</span>
    </p>
  );
}

/** `epoch 6 of 10, training`, for a network. */
function Training() {
  const text = useRef<HTMLParagraphElement>(null);
  useFrame(({ spec, playback, execution }) => {
    writeText(text.current, epochInWords(spec, playback.step, execution));
  });
  const isSurface = useLabState(({ spec }) => isSurfaceSpec(spec));
  useLabState(({ execution }) => execution.status);
  return <p ref={text} className="playback-training" hidden={isSurface} />;
}
