import { useRef } from "react";
import { ticks } from "d3";
import { isShown } from "../../store/store";
import { useSize } from "../../ui/use-size";
import { formatCount } from "../number-format/number-format";
import { useLab } from "../store-context/store-context";
import { runsInWords } from "./position-words";
import { seekOrFollow } from "./seek-or-follow";
import { useFrame } from "./use-frame";
import { playbackWords } from "../../words/en/playback";
import { writeAttribute } from "../../ui/write";

/** Room a numeral needs, in pixels. */
const numeralRoom = 52;

/** The cursor as a slider over all steps: recorded ones on a solid track, those still to be computed dotted. */
export function Scrubber({ steps }: { steps: number }) {
  const lab = useLab();
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [axis, size] = useSize<HTMLDivElement>();

  useFrame((state) => {
    if (!box.current || !input.current) return;
    const { playback, recording, recorded, recordedSpec } = state;
    const share = (step: number) => String(steps > 0 ? Math.min(1, Math.max(0, step) / steps) : 0);
    box.current.style.setProperty("--cursor", share(playback.step));
    box.current.style.setProperty("--recorded", share(recorded - 1));
    input.current.value = String(playback.step);
    const words = runsInWords(recordedSpec, recording, playback.step, (number) => isShown(state, number));
    writeAttribute(input.current, "aria-valuetext", playbackWords().cursor(playback.step, steps, words));
  });

  const numerals = ticks(
    0,
    steps,
    Math.max(1, Math.min(10, Math.floor((size?.width ?? 0) / numeralRoom))),
  ).filter(Number.isInteger);
  return (
    <div ref={box} className="scrubber">
      <div className="scrubber-track" aria-hidden="true" />
      <input
        ref={input}
        type="range"
        aria-label={playbackWords().step}
        min={0}
        max={steps}
        step={1}
        defaultValue={0}
        onInput={(event) => seekOrFollow(lab, Number(event.currentTarget.value))}
      />
      <div ref={axis} className="scrubber-numerals" aria-hidden="true">
        {numerals.map((step) => (
          <span key={step} style={{ left: `${(100 * step) / Math.max(1, steps)}%` }}>
            {formatCount(step)}
          </span>
        ))}
      </div>
    </div>
  );
}
