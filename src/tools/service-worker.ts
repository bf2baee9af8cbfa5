import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import type { Kept } from "../offline/kept.ts";

/** Bytes above which a part of the engine is tfjs: it waits until a network is chosen. */
const largest = 30_000;

const publicFolder = join(import.meta.dirname, "../../public");

/** Builds the service worker, with what the build made written in: another build is another worker. */
export const serviceWorker = (): Plugin => ({
  name: "service-worker",
  apply: "build",
  buildStart() {
    const id = join(import.meta.dirname, "../offline/service-worker.ts");
    this.emitFile({ type: "chunk", id, fileName: "service-worker.js" });
  },
  generateBundle: {
    order: "post",
    handler(_, bundle) {
      const worker = bundle["service-worker.js"];
      if (worker?.type !== "chunk") throw new Error("the service worker was not built");
      if (worker.imports.length > 0)
        throw new Error(`the service worker imports ${worker.imports.join(", ")}`);
      const made = Object.values(bundle).filter(({ fileName }) => fileName.startsWith("assets/"));
      // The engine's parts come as assets: they were bundled on their own.
      const isLarge = (file: (typeof made)[number]) =>
        file.type === "asset" && !/(^|[/-])worker-/.test(file.fileName) && file.source.length > largest;
      const data = dataFiles();
      const namesOf = (files: typeof made) => files.map(({ fileName }) => fileName).sort();
      const kept: Kept = {
        version: sumOf(`${namesOf(made).join()} ${sourceOf(bundle["index.html"])}`),
        page: namesOf(made.filter((file) => !isLarge(file))),
        network: namesOf(made.filter(isLarge)),
        data,
        dataVersion: sumOf(
          data.map((file) => readFileSync(join(publicFolder, file)).toString("base64")).join(),
        ),
      };
      worker.code = worker.code.replace("RAVINE_FILES", () => JSON.stringify(kept));
    },
  },
});

/** The data's files as the page asks for them. */
const dataFiles = () =>
  readdirSync(join(publicFolder, "data"), { recursive: true, encoding: "utf8" })
    .map((path) => `data/${path.replaceAll("\\", "/")}`)
    .filter((path) => /\.(json|bin)$/.test(path))
    .sort();

const sourceOf = (file: { type: string; source?: string | Uint8Array } | undefined) => String(file?.source);

const sumOf = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 12);
