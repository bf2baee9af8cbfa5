import { experimentScript } from "../../experiment/experiment-script";
import { toCsv } from "../../experiment/recording-csv";
import { toRecordingJson } from "../../experiment/recording-json";
import type { State } from "../../store/store";
import { chartsPicture } from "./charts-picture";
import { fileName } from "./file-name";
import { inksOf, tokensOf, type Theme } from "./inks";
import type { Format, Kind } from "./kinds";
import type { Picture } from "./sheet";
import { stagePicture } from "./stage-picture";
import { toPng } from "./to-canvas";
import { toSvg } from "./to-svg";

type Asked = {
  readonly theme: Theme;
  /** Ends it early; what was asked for is then refused. */
  readonly signal: AbortSignal;
  /** Told a share from 0 to 1. */
  readonly onProgress: (share: number) => void;
};

export type SavedFile = { readonly blob: Blob; readonly name: string };

/** What a page shows and has recorded, as a file. */
export async function fileOf(
  state: State,
  kind: Kind,
  format: Format,
  { theme, signal, onProgress }: Asked,
): Promise<SavedFile> {
  const { recordedSpec: spec, recording, playback } = state;
  const inks = inksOf(tokensOf(theme));
  const step = Math.min(playback.step, recording.frames - 1);
  const named = (extension: string) => fileName(spec, extension, kind === "charts" ? kind : undefined);
  const textFile = (text: string, type: string, extension: string): SavedFile => ({
    blob: new Blob([text], { type }),
    name: named(extension),
  });
  // What the stage shows, or where there is none the charts.
  const picture = (): Picture =>
    (kind === "charts" ? undefined : stagePicture(state, inks)) ?? chartsPicture(state, inks);
  switch (format) {
    case "PNG":
      return { blob: await toPng(picture(), inks, step), name: named("png") };
    case "SVG":
      return textFile(toSvg(picture(), inks, step), "image/svg+xml", "svg");
    case "WebM": {
      const { toVideo } = await import("./to-video");
      const { blob, extension } = await toVideo(picture(), inks, recording.frames - 1, signal, onProgress);
      return { blob, name: named(extension) };
    }
    case "GIF": {
      const { toGif } = await import("./to-gif");
      return {
        blob: await toGif(picture(), inks, recording.frames - 1, signal, onProgress),
        name: named("gif"),
      };
    }
    case "CSV":
      return textFile(toCsv(recordingJson(state)), "text/csv", "csv");
    case "JSON":
      return textFile(`${JSON.stringify(recordingJson(state))}\n`, "application/json", "json");
    case "PyTorch":
      return script(spec, "pytorch");
    case "Keras":
      return script(spec, "keras");
  }
}

const script = (spec: State["recordedSpec"], framework: "pytorch" | "keras"): SavedFile => ({
  blob: new Blob([experimentScript(spec, framework)], { type: "text/x-python" }),
  name: fileName(spec, "py", framework),
});

function recordingJson({ recordedSpec, recording, computedBy }: State) {
  if (!computedBy) throw new Error("nothing is recorded yet");
  return toRecordingJson(recordedSpec, computedBy, recording);
}
