import { useRef, useState } from "react";
import { useSize } from "../../../ui/use-size";
import { formatCount } from "../../number-format/number-format";
import { useFrame } from "../../playback/use-frame";
import { useTheme } from "../../theme/use-theme";
import { colourOf } from "../token-of";
import { drawDigit } from "./digit";
import type { LookedAt } from "./looked-at";
import { divergedBy, namingAt } from "./naming";
import { pickedImages } from "./picked-images";
import { networkWords } from "../../../words/en/network";

type Props = LookedAt & { readonly onChoose: (place: number) => void };

/** Size of a tile with its words, and how many are shown at least and at most. */
const [tileWidth, tileHeight, least, most] = [56, 70, 8, 90];

/** The test images that are looked at, as many as fit, each a button; more of them page by page. */
export function ImageTiles({ run, other, cell, onChoose }: Props) {
  const [box, { width, height } = { width: 0, height: 0 }] = useSize<HTMLDivElement>();
  const list = useRef<HTMLUListElement>(null);
  const range = useRef<HTMLSpanElement>(null);
  const [turned, setTurned] = useState<{ of: string; page: number }>({ of: "", page: 0 });
  const drawn = useRef<readonly unknown[]>([]);
  const theme = useTheme();
  const columns = Math.max(1, Math.floor(width / tileWidth));
  const rows = Math.max(Math.ceil(least / columns), Math.floor(height / tileHeight));
  const count = Math.min(most, columns * rows);
  // What is looked at begins with its first page, however far the last was turned.
  const of = JSON.stringify([run.index, other?.index, cell]);
  const page = turned.of === of ? turned.page : 0;

  useFrame((state) => {
    const isLost = [run, ...(other ? [other] : [])].some(
      ({ index }) => divergedBy(state, index) !== undefined,
    );
    const naming = isLost ? undefined : namingAt(state);
    const key = [naming?.snapshot, naming?.testSet, of, page, count, theme];
    if (!list.current || !range.current || key.every((part, i) => part === drawn.current[i])) return;
    drawn.current = key;
    const named = naming?.namedBy(run.index) ?? [];
    const others = other && naming?.namedBy(other.index);
    const picked = naming ? pickedImages({ named, other: others, only: cell }, naming.testSet.labels) : [];
    // A page that is no longer there shows the last one.
    const first = Math.min(page, Math.max(0, Math.ceil(picked.length / count) - 1)) * count;
    const ink = colourOf("--ink");
    [...list.current.children].forEach((item, i) => {
      const place = picked[first + i];
      (item as HTMLElement).hidden = place === undefined;
      if (place === undefined || !naming) return;
      const button = item.firstElementChild as HTMLButtonElement;
      const [canvas, truth, name, otherName] = button.children as unknown as [
        HTMLCanvasElement,
        ...HTMLElement[],
      ];
      drawDigit(canvas, naming.testSet, place, ink);
      button.value = String(place);
      truth!.textContent = String(naming.testSet.labels[place]);
      name!.textContent = String(named[place]);
      if (others) otherName!.textContent = String(others[place]);
      const names = [
        [run.label, named[place]] as const,
        ...(other && others ? [[other.label, others[place]] as const] : []),
      ];
      button.setAttribute("aria-label", networkWords().tile(naming.testSet.labels[place], names));
    });
    const last = Math.min(first + count, picked.length);
    range.current.textContent =
      picked.length > 0
        ? networkWords().rangeOf(formatCount(first + 1), formatCount(last), formatCount(picked.length))
        : networkWords().none;
    const [back, on] = range.current.parentElement!.querySelectorAll("button");
    back!.disabled = first === 0;
    on!.disabled = last >= picked.length;
  });

  return (
    <>
      <div className="network-pages">
        <button
          type="button"
          aria-label={networkWords().imagesBefore}
          onClick={() => setTurned({ of, page: page - 1 })}
        >
          ‹
        </button>
        <span ref={range} />
        <button
          type="button"
          aria-label={networkWords().imagesAfter}
          onClick={() => setTurned({ of, page: page + 1 })}
        >
          ›
        </button>
      </div>
      <div ref={box} className="network-tiles-box">
        <ul ref={list} className="network-tiles" aria-label={networkWords().testImages}>
          {Array.from({ length: count }, (_, i) => (
            <li key={i} hidden>
              <button type="button" onClick={({ currentTarget }) => onChoose(Number(currentTarget.value))}>
                <canvas width={28} height={28} aria-hidden="true" />
                <span /> <b data-run={run.number} /> {other && <b data-run={other.number} />}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
