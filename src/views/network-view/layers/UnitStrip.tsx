import { useRef } from "react";
import { useFrame } from "../../playback/use-frame";
import { useTheme } from "../../theme/use-theme";
import { isOfSpec, type NamedRun } from "../network-data";
import { colourOf } from "../token-of";
import { deadUnits, unitsOf, type UnitGroup } from "./unit-groups";
import { networkWords } from "../../../words/en/network";

type Props = { readonly run: NamedRun; readonly group: UnitGroup; readonly name: string };

/** A cell a unit, the deeper the more images it lets gradient through on: a dead unit is an empty cell. */
export function UnitStrip({ run, group, name }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const words = useRef<HTMLSpanElement>(null);
  const drawn = useRef<readonly unknown[]>([]);
  const theme = useTheme();

  useFrame((state) => {
    const { playback, recording } = state;
    const snapshot = isOfSpec(state) ? recording.snapshotAt(playback.step) : undefined;
    const divergence = snapshot && recording.diverged(run.index);
    const isLost = divergence !== undefined && playback.step >= divergence.step;
    const key = [snapshot, isLost, run, group.at, group.units, theme];
    const context = canvas.current?.getContext("2d");
    if (!context || !words.current || key.every((part, i) => part === drawn.current[i])) return;
    drawn.current = key;
    context.clearRect(0, 0, group.units, 1);
    words.current.textContent = isLost ? networkWords().diverged : "";
    const size = (snapshot?.alive.length ?? 0) / recording.runs;
    if (!snapshot || isLost || size < group.at + group.units) return;
    const [red, green, blue] = colourOf(`--line-${run.number}`);
    const pixels = new ImageData(group.units, 1);
    unitsOf(snapshot.alive, recording.runs, run.index, group).forEach((share, unit) =>
      // The faintest of the living can still be told from the dead.
      pixels.data.set([red, green, blue, share > 0 ? 40 + 215 * share : 0], 4 * unit),
    );
    context.putImageData(pixels, 0, 0);
    const dead = deadUnits(snapshot.alive, recording.runs, run.index, group);
    words.current.textContent = dead > 0 ? networkWords().dead(dead) : "";
    canvas.current!.setAttribute("aria-label", networkWords().unitsDead(run.label, name, dead, group.units));
  });

  return (
    <>
      <canvas ref={canvas} role="img" width={group.units} height={1} aria-label={`${run.label}, ${name}`} />
      <span ref={words} />
    </>
  );
}
