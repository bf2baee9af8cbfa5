import { rgb } from "d3";
import { useRef } from "react";
import { shownUnits, type Checkpoint } from "../../experiment/frame";
import { useFrame } from "../playback/use-frame";
import { useTheme } from "../theme/use-theme";
import { checkpointAt } from "./axes";
import { isRecordingOf } from "./network-data";
import { tokenOf } from "./token-of";
import { imageSide, paintWeights, stripWidth, weightScale, type Colour } from "./weights";

type Props = { index: number; label: string; units: number };

/** A run's first layer at the cursor: one image a unit, its weights against the digit in blue and for it in brown. */
export function WeightImages({ index, label, units }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawn = useRef<{ checkpoint: Checkpoint | undefined; theme: string }>(undefined);
  const theme = useTheme();
  const shown = Math.min(units, shownUnits);
  const size = imageSide * imageSide * shown;

  useFrame(({ playback, recording, recordedSpec }) => {
    const { checkpoints } = recording;
    const checkpoint = isRecordingOf(recording, recordedSpec)
      ? checkpoints[checkpointAt(checkpoints, playback.step)]
      : undefined;
    if (drawn.current?.checkpoint === checkpoint && drawn.current?.theme === theme) return;
    const context = canvas.current?.getContext("2d");
    if (!context) return;
    drawn.current = { checkpoint, theme };
    context.clearRect(0, 0, stripWidth(shown), imageSide);
    if (checkpoint?.weights.length !== recording.runs * size) return;
    const scale = scaleOf(checkpoint, recording.runs, size);
    const weights = checkpoint.weights.subarray(index * size, (index + 1) * size);
    const colours = {
      negative: colourOf("--weight-negative"),
      zero: colourOf("--paper"),
      positive: colourOf("--weight-positive"),
    };
    const pixels = paintWeights(weights, shown, scale, colours);
    context.putImageData(new ImageData(pixels, stripWidth(shown)), 0, 0);
  });

  return (
    <canvas
      ref={canvas}
      className="network-weights"
      style={{ aspectRatio: `${stripWidth(shown)} / ${imageSide}` }}
      width={stripWidth(shown)}
      height={imageSide}
      role="img"
      aria-label={`${label}: first-layer weights of ${shown} units`}
    />
  );
}

const scales = new WeakMap<Checkpoint, number>();

/** The colours' scale is the same for all runs, so it is found once a checkpoint. */
function scaleOf(checkpoint: Checkpoint, runs: number, size: number): number {
  const known = scales.get(checkpoint);
  if (known !== undefined) return known;
  const scale = weightScale(checkpoint.weights, [...Array(runs).keys()], size);
  scales.set(checkpoint, scale);
  return scale;
}

/** A token's colour, however the build has shortened it. */
function colourOf(token: string): Colour {
  const { r, g, b } = rgb(tokenOf(token));
  return [r, g, b];
}
