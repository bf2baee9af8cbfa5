import { useRef } from "react";
import { useFrame } from "../../playback/use-frame";
import { Marker } from "../../run-mark/RunMark";
import { useTheme } from "../../theme/use-theme";
import type { NamedRun } from "../network-data";
import { colourOf } from "../token-of";
import { drawDigit } from "./digit";
import { divergedBy, namingAt } from "./naming";
import { networkWords } from "../../../words/en/network";

type Props = { readonly place: number; readonly runs: readonly NamedRun[] };

/** One test image, large, and what every run names it at the cursor. */
export function ImageDetail({ place, runs }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const truth = useRef<HTMLElement>(null);
  const names = useRef<HTMLUListElement>(null);
  const drawn = useRef<readonly unknown[]>([]);
  const theme = useTheme();
  const [before, after] = networkWords().detail;

  useFrame((state) => {
    const naming = namingAt(state);
    if (!naming || !canvas.current || !truth.current || !names.current) return;
    const label = naming.testSet.labels[place]!;
    const key = [naming.testSet, place, theme];
    if (!key.every((part, i) => part === drawn.current[i])) {
      drawn.current = key;
      drawDigit(canvas.current, naming.testSet, place, colourOf("--ink"));
      canvas.current.setAttribute("aria-label", networkWords().testImage(place + 1, label));
      truth.current.textContent = String(label);
    }
    runs.forEach(({ index }, i) => {
      const name = names.current!.children[i]!.lastElementChild as HTMLElement;
      const isLost = divergedBy(state, index) !== undefined;
      const digit = isLost ? undefined : naming.namedBy(index)[place];
      name.textContent = isLost ? networkWords().diverged : String(digit);
      name.classList.toggle("network-right", digit === label);
    });
  });

  return (
    <div className="network-detail">
      <canvas ref={canvas} role="img" width={28} height={28} />
      <div>
        <p>
          {before}
          <b ref={truth} />
          {after}
        </p>
        <ul ref={names}>
          {runs.map(({ number, label }) => (
            <li key={number} data-run={number}>
              <Marker run={number} radius={3.6} /> <span>{label}</span> <b />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
