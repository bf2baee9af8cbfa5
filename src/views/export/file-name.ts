import { isSurfaceSpec, type ExperimentSpec } from "../../experiment/spec";

/** What a file of an experiment is called: `ravine-momentum-rmsprop.csv`; `part` tells two of one kind apart. */
export function fileName(spec: ExperimentSpec, extension: string, part?: string): string {
  const objective = isSurfaceSpec(spec) ? spec.surface : spec.network;
  const runs = spec.runs.map(({ optimizer }) => optimizer);
  const named =
    runs.length > mostNamed ? [...runs.slice(0, mostNamed), `${runs.length - mostNamed}-more`] : runs;
  const words = [objective, ...named, ...(part === undefined ? [] : [part])].map(tidy);
  return `${words.filter(Boolean).join("-")}.${extension}`;
}

const mostNamed = 4;

/** What every file system takes. */
const tidy = (word: string) =>
  word
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 40);
