import { execFile } from "node:child_process";
import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const here = import.meta.dirname;
const modules = join(here, "node_modules");
const built = join(here, "../../test-results/real-hosts");

export type SiteKind = "reveal" | "vitepress" | "myst";

/** What stands in a site's sources for what an author pastes. */
export type Pasted = Readonly<Record<"EMBED_ONE" | "EMBED_TWO" | "ELEMENT_SCRIPT", string>>;

/** Builds a site with the codes pasted into it; the folder to serve. */
export async function buildSite(kind: SiteKind, pasted: Pasted): Promise<string> {
  const folder = join(built, kind);
  await rm(folder, { recursive: true, force: true });
  await mkdir(built, { recursive: true });
  await cp(join(here, kind), folder, { recursive: true });
  await symlink(modules, join(built, "node_modules")).catch(() => undefined);
  await paste(folder, pasted);
  switch (kind) {
    case "reveal":
      await cp(join(modules, "reveal.js/dist"), join(folder, "dist"), { recursive: true });
      return folder;
    case "vitepress":
      await run("vitepress/bin/vitepress.js", ["build"], folder);
      return join(folder, ".vitepress/dist");
    case "myst":
      await run("mystmd/dist/myst.cjs", ["build", "--html"], folder);
      return join(folder, "_build/html");
  }
}

/** A package's version, for the line that tells of it. */
export const versionOf = async (name: string): Promise<string> =>
  JSON.parse(await readFile(join(modules, name, "package.json"), "utf8")).version;

async function paste(folder: string, pasted: Pasted): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const text = await readFile(path, "utf8");
    const filled = text.replace(
      /EMBED_ONE|EMBED_TWO|ELEMENT_SCRIPT/g,
      (name) => pasted[name as keyof Pasted],
    );
    if (filled !== text) await writeFile(path, filled);
  }
}

const run = (program: string, args: string[], cwd: string) =>
  promisify(execFile)(process.execPath, [join(modules, program), ...args], { cwd, timeout: 90_000 });
