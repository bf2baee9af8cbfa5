import { readFile } from "node:fs/promises";
import { openMnist, type MnistData } from "../datasets/mnist";

const data = new URL("../../public/data/mnist/", import.meta.url);

/** The dataset as it lies in the repository. */
export const openMnistInNode = (): Promise<MnistData> =>
  openMnist(
    async (file) => new Response(await readFile(new URL(file, data))),
    () => undefined,
    new AbortController().signal,
  );
