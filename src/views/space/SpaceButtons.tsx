import { home, turned, zoomed, type Orbit } from "./orbit";
import type { Turning } from "./turning";
import { spaceWords } from "../../words/en/space";
import { stageWords } from "../../words/en/stage";

type Props = { readonly turning: Turning };

const turn = Math.PI / 12;

/** Each button's drawing, and what it does. */
const buttons: readonly {
  name: "left" | "right" | "up" | "down" | "nearer" | "farther";
  drawing: string;
  change: (orbit: Orbit) => Orbit;
}[] = [
  { name: "left", drawing: "M10 3.5 5.5 8l4.5 4.5", change: (orbit) => turned(orbit, -turn, 0) },
  { name: "right", drawing: "M6 3.5 10.5 8 6 12.5", change: (orbit) => turned(orbit, turn, 0) },
  { name: "up", drawing: "M3.5 10 8 5.5l4.5 4.5", change: (orbit) => turned(orbit, 0, turn / 2) },
  { name: "down", drawing: "M3.5 6 8 10.5 12.5 6", change: (orbit) => turned(orbit, 0, -turn / 2) },
  { name: "farther", drawing: "M3 8h10", change: (orbit) => zoomed(orbit, 1 / 1.25) },
  { name: "nearer", drawing: "M3 8h10M8 3v10", change: (orbit) => zoomed(orbit, 1.25) },
];

/** Turning, tilting and zooming without a drag, and the way back. */
export const SpaceButtons = ({ turning }: Props) => (
  <div className="space-buttons" role="group" aria-label={stageWords().inSpace}>
    {buttons.map(({ name, drawing, change }) => (
      <button
        key={name}
        type="button"
        aria-label={spaceWords()[name]}
        title={spaceWords()[name]}
        onClick={() => turning.turnTo(change(turning.now()))}
      >
        <svg width={16} height={16} viewBox="0 0 16 16" aria-hidden="true">
          <path d={drawing} fill="none" stroke="currentColor" strokeWidth={1.3} />
        </svg>
      </button>
    ))}
    <button
      type="button"
      className="space-reset"
      aria-label={spaceWords().reset}
      title={spaceWords().reset}
      onClick={() => turning.turnTo(home)}
    >
      {spaceWords().resetShort}
    </button>
  </div>
);
