import { useRef } from "react";
import type { Checkpoint } from "../../experiment/frame";
import type { Layer } from "../../networks/layers";
import { useFrame } from "../playback/use-frame";
import { useTheme } from "../theme/use-theme";
import { isOfSpec } from "./network-data";
import { colourOf } from "./token-of";
import { paintWeights, sheetSize, sideOf, weightScale } from "./weights";
import { networkWords } from "../../words/en/network";

/** Sides from which an image may be smoothed where it is enlarged: a filter of few pixels would be a blur. */
const smooth = 12;

type Props = {
  index: number;
  label: string;
  /** The first layer, and how many of its units are shown, in rows of how many. */
  layer: Layer;
  most: number;
  perRow?: number;
};

/** A run's first layer at the cursor: one image a unit, its weights against the digit in blue and for it in brown. */
export function WeightImages({ index, label, layer, most, perRow = most }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawn = useRef<readonly unknown[]>([]);
  const theme = useTheme();
  const sheet = { side: sideOf(layer), shown: Math.min(layer.units, most), perRow };
  const { width, height } = sheetSize(sheet);

  useFrame((state) => {
    const { playback, recording } = state;
    const { runs } = recording;
    const checkpoint = isOfSpec(state) ? recording.snapshotAt(playback.step) : undefined;
    const key = [checkpoint, theme, layer, width, height, index];
    if (key.every((value, i) => value === drawn.current[i])) return;
    const context = canvas.current?.getContext("2d");
    if (!context) return;
    drawn.current = key;
    context.clearRect(0, 0, width, height);
    const perRun = (checkpoint?.parameters.length ?? 0) / runs;
    if (!checkpoint) return;
    const scale = scaleOf(checkpoint, runs, layer);
    const parameters = checkpoint.parameters.subarray(index * perRun, (index + 1) * perRun);
    const colours = {
      negative: colourOf("--weight-negative"),
      zero: colourOf("--paper"),
      positive: colourOf("--weight-positive"),
    };
    const pixels = paintWeights(parameters, layer, sheet, scale, colours);
    context.putImageData(new ImageData(pixels, width), 0, 0);
  });

  return (
    <canvas
      ref={canvas}
      className="network-weights"
      style={{
        aspectRatio: `${width} / ${height}`,
        imageRendering: sheet.side < smooth ? "pixelated" : "auto",
      }}
      width={width}
      height={height}
      role="img"
      aria-label={networkWords().weightsLabel(label, sheet.shown, layer.units)}
    />
  );
}

const scales = new WeakMap<Checkpoint, number>();

/** The colours' scale is the same for all runs, so it is found once a checkpoint. */
function scaleOf(checkpoint: Checkpoint, runs: number, layer: Layer): number {
  const known = scales.get(checkpoint);
  if (known !== undefined) return known;
  const scale = weightScale(checkpoint.parameters, runs, layer);
  scales.set(checkpoint, scale);
  return scale;
}
