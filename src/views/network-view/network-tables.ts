import type { Recording } from "../../experiment/recording";
import { checkpointAt, type RecordedCheckpoint } from "../../experiment/snapshots";
import { tableDigits, type Table } from "../charts/table";
import { formatNumber, formatPercent } from "../number-format/number-format";
import { networkWords } from "../../words/en/network";
import { shows } from "./image-sets";
import type { Shown } from "./network-axes";
import type { NamedRun } from "./network-data";

/**
 * What both charts show as numbers: the loss of each batch as it was recorded, and what was measured last at or before a
 * step. A run that has diverged has none.
 */
export function networkTables(recording: Recording, runs: readonly NamedRun[], shown: Shown): Table[] {
  const { loss, accuracy, batchLoss } = networkWords();
  const tableOf = (title: string, textAt: (run: number, step: number) => string): Table => ({
    title,
    columns: runs.map(({ index, number, label }) => ({
      run: number,
      label,
      textAt: (step) => (step >= (recording.diverged(index)?.step ?? Infinity) ? "" : textAt(index, step)),
    })),
  });
  const measured = (valuesOf: (checkpoint: RecordedCheckpoint) => Float64Array, format: Format) => {
    const { checkpoints } = recording;
    return (run: number, step: number) => {
      const value = step < recording.frames ? checkpoints[checkpointAt(checkpoints, step)] : undefined;
      return value ? format(valuesOf(value)[run]!) : "";
    };
  };
  const number: Format = (value) => (Number.isNaN(value) ? "" : formatNumber(value, tableDigits));
  const percent: Format = (value) => (Number.isNaN(value) ? "" : formatPercent(value, 2));
  const ofBatch = (run: number, step: number) => {
    const value = recording.frames > 0 ? recording.lossesOf(run)[step] : undefined;
    return value === undefined ? "" : number(value);
  };
  return [
    ...(shows(shown.loss, "train") ? [tableOf(batchLoss, ofBatch)] : []),
    ...(shows(shown.loss, "test") ? [tableOf(loss.test.title, measured(({ testLoss }) => testLoss, number))] : []), // prettier-ignore
    ...(["train", "test"] as const)
      .filter((set) => shows(shown.accuracy, set))
      .map((set) =>
        tableOf(
          accuracy[set].title,
          measured((checkpoint) => checkpoint[set], percent),
        ),
      ),
  ];
}

type Format = (value: number) => string;
