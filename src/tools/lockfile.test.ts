import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Entry = {
  resolved?: string;
  optionalDependencies?: Record<string, string>;
  hasInstallScript?: boolean;
};
type Lock = { packages: Record<string, Entry> };
type Manifest = { dependencies?: Record<string, string>; devDependencies: Record<string, string> };

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

describe.each(["", "e2e/real-hosts/", "e2e/firefox/"])("in ./%s", (folder) => {
  const lockText = read(`${folder}package-lock.json`);
  const lock: Lock = JSON.parse(lockText);
  const manifest: Manifest = JSON.parse(read(`${folder}package.json`));

  it("the lockfile holds every platform's binaries, so that npm ci works on all of them", () => {
    const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !isLocked(lock, path, name))
        .map((name) => `${name}, wanted by ${path}`),
    );
    expect(missing).toEqual([]);
  });

  it("the lockfile names no registry: npm ci uses the one at hand", () => {
    expect(lockText).not.toContain('"resolved"');
  });

  it("every dependency is pinned exactly", () => {
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
  });
});

it("no dependency runs a script when it is installed, and npm would not run one", () => {
  const lock: Lock = JSON.parse(read("package-lock.json"));
  const scripted = Object.entries(lock.packages).filter(([, { hasInstallScript }]) => hasInstallScript);
  expect(scripted.map(([path]) => path)).toEqual([]);
  // A lockfile may leave it unsaid, as ours does of fsevents: it is watched with on macOS, and brings its binary.
  expect(read(".npmrc")).toMatch(/^ignore-scripts=true$/m);
});

/** Whether Node's search from a package's folder upwards finds the name in the lockfile. */
function isLocked(lock: Lock, path: string, name: string): boolean {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    if (Object.hasOwn(lock.packages, `${folder && `${folder}/`}node_modules/${name}`)) return true;
    if (folder === "") return false;
  }
}
