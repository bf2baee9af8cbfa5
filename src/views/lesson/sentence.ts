import { isSurfaceSpec, type ExperimentSpec } from "../../experiment/spec";
import { withLabel } from "../../experiment/run-label";
import { remember } from "../../experiment/remember";
import { presets } from "../../presets/index";
import type { Preset } from "../../presets/preset";
import { parseLink } from "../../store/parse-link";
import { specLink } from "../../store/write-link";
import type { Recording } from "../../experiment/recording";
import { formatCount, formatNumber } from "../number-format/number-format";
import { lastMean } from "../charts/running-mean";
import { runLabels } from "../run-mark/labels";
import { lessonWords } from "../../words/en/lesson";
import { said } from "../../words/speak";

/** A piece of the sentence: plain words, or a run by its index. */
export type Piece = string | { readonly run: number; readonly word: string };

/** The preset that a spec is, if the visitor has touched nothing that is computed: its lesson is true of that spec only. */
export function presetOf(spec: ExperimentSpec): Preset | undefined {
  const runs = spec.runs.map((run, i) => ({ ...withLabel(run, undefined), number: i + 1 }));
  const link = specLink({ ...spec, runs, backend: "auto" });
  return Object.values<Preset>(presets).find((preset) => computedLink(preset) === link);
}

/** The part of a preset's link that says what is computed, as the page writes it. */
const computedLink = remember(({ link }: Preset) => specLink(parseLink(link).spec));

/**
 * The one sentence above the stage: a preset's written lesson, elsewhere what the recording says. Its runs
 * carry their colour and marker, so it is the legend too.
 */
export function sentenceOf(spec: ExperimentSpec, recording: Recording): readonly Piece[] {
  const preset = presetOf(spec);
  if (preset) return lessonOf(preset, runLabels(spec));
  const words = lessonWords();
  if (spec.runs.length === 0) return [words.addRun];
  if (recording.frames === 0 || recording.runs !== spec.runs.length)
    return [words.before, ...namesOf(spec), words.stop];

  const last = recording.frames - 1;
  const results = runLabels(spec).flatMap((word, run): Piece[] => {
    const diverged = recording.diverged(run);
    return [
      run ? words.comma : "",
      { run, word },
      " " + (diverged ? words.divergedAt(diverged.step) : lossText(recording, run)),
    ];
  });
  return [words.after(isSurfaceSpec(spec), last, formatCount(last)), ...results, words.stop];
}

/** A written lesson with the runs' names in their places. */
const lessonOf = ({ lesson }: Preset, labels: readonly string[]): Piece[] =>
  said(lesson)
    .split(/\{(\d)\}/)
    .map((text, i) => (i % 2 ? { run: Number(text), word: labels[Number(text)]! } : text));

/** What is smaller than rounding tells nothing more. */
const nothing = 1e-12;

function lossText(recording: Recording, run: number): string {
  const loss = endingLoss(recording, run);
  return loss > 0 && loss < nothing ? lessonWords().belowAll : formatNumber(loss);
}

function namesOf(spec: ExperimentSpec): Piece[] {
  const labels = runLabels(spec);
  return labels.flatMap((word, run): Piece[] => [
    run === 0 ? "" : run === labels.length - 1 ? lessonWords().and : lessonWords().comma,
    { run, word },
  ]);
}

/** A surface's last loss; of a network, whose batches differ, the running mean its chart draws. */
function endingLoss(recording: Recording, run: number): number {
  const losses = recording.lossesOf(run);
  return recording.hasPaths ? losses.at(-1)! : lastMean(losses, recording.steps);
}
