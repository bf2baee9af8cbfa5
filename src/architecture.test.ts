import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseSource, readSourceFiles, type SourceFile } from "./tools/source-files";

const definitions = ["optimizers", "modifiers", "surfaces", "schedules", "networks", "datasets", "presets"];
const lower = [...definitions, "formula", "experiment"];

/** Who may import whom: folders, single modules, and packages. A folder may always import from itself. */
const table: Record<string, { own: string[]; packages: RegExp | null }> = {
  formula: { own: [], packages: null },
  optimizers: { own: ["formula"], packages: null },
  modifiers: { own: ["formula"], packages: null },
  surfaces: { own: ["formula"], packages: null },
  schedules: { own: ["formula"], packages: null },
  networks: { own: [], packages: null },
  datasets: { own: [], packages: null },
  presets: { own: [], packages: null },
  experiment: { own: [...definitions, "formula"], packages: /^valibot$/ },
  engine: { own: lower, packages: /^@tensorflow\/tfjs-(core|backend-)/ },
  // What the page says, by language. It knows the definitions, to say what they are, and what formulas and specs are
  // refused with, to say why; of the page itself it knows nothing.
  words: { own: lower, packages: null },
  store: { own: ["experiment", "engine/client.ts", "words"], packages: /^zustand(\/|$)/ },
  ui: { own: ["words"], packages: /^react(-dom)?(\/|$)/ },
  views: {
    own: [...lower, "store", "ui", "embed", "words"],
    packages: /^(react(-dom)?|d3|three|gifenc)(\/|$)/,
  },
  embed: { own: ["experiment", "store"], packages: /^valibot$/ },
  // The service worker, and who asks for it: of the page they know its files alone.
  offline: { own: [], packages: null },
  app: {
    own: ["views", "ui", "store", "embed", "experiment", "words", "offline"],
    packages: /^react(-dom)?(\/|$)/,
  },
  "main.tsx": { own: ["app"], packages: /^react(-dom)?(\/|$)/ },
  tools: { own: [...lower, "engine", "store", "offline"], packages: /./ },
};

/** Names spoken only in some places. */
const fences: { names: RegExp; places: RegExp; why: string }[] = [
  {
    names: /^(GPU[A-Z]\w*|navigator\.gpu)$/,
    places: /^(engine\/backends|tools)\//,
    why: "GPU types: engine/backends, and tools, which count",
  },
  { names: /^location$/, places: /^store\/permalink\.ts$/, why: "location: store/permalink.ts" },
  {
    names: /^document$/,
    places: /^((views|ui|embed)\/|main\.tsx$)/,
    why: "document: views, ui, embed, main",
  },
  { names: /^(Math\.random|Date\.now)$/, places: /^(app|tools)\//, why: "chance and time: app, tools" },
];

const all = readSourceFiles();
const files = all.filter(({ isTest }) => !isTest);

describe("who may import whom", () => {
  it("every folder has its row in the table", () => {
    expect(files.map(({ path }) => path).filter((path) => !table[folderOf(path)])).toEqual([]);
  });

  it.each(Object.entries(table))("%s imports only what its row allows", (folder, { own, packages }) => {
    const allowed = (target: string) =>
      isPath(target)
        ? [folder, ...own].some((place) => `${target}/`.startsWith(`./${place}/`))
        : packages?.test(target);
    expect(
      offences(inside(files, folder), (file) => file.imports.filter((target) => !allowed(target))),
    ).toEqual([]);
  });

  it("tfjs is imported only in engine/backends", () => {
    const elsewhere = files.filter(({ path }) => !path.startsWith("engine/backends/"));
    const tfjs = (target: string) => target.startsWith("@tensorflow/");
    expect(offences(inside(elsewhere, "engine"), (file) => file.imports.filter(tfjs))).toEqual([]);
  });

  it("formula's tests, too, need nothing but formula", () => {
    const allowed = /^(\.\/formula\/|vitest$|node:)/;
    const tests = inside(all, "formula").filter(({ isTest }) => isTest);
    expect(offences(tests, (file) => file.imports.filter((target) => !allowed.test(target)))).toEqual([]);
  });

  it.each([
    ["./engine/worker.ts", "engine/client.ts"],
    ["./engine/backends/cpu/share-worker.ts", "engine/backends/cpu/shares.ts"],
  ])("nothing imports %s; %s starts it by its address", (worker, starter) => {
    expect(offences(all, (file) => file.imports.filter((target) => target === worker))).toEqual([]);
    const others = files.filter(({ path }) => path !== starter);
    expect(offences(others, (file) => file.addresses.filter((target) => target === worker))).toEqual([]);
  });

  it("nothing imports a test", () => {
    const test = (target: string) => isPath(target) && /\.test\.tsx?$/.test(target);
    expect(offences(all, (file) => file.imports.filter(test))).toEqual([]);
  });

  it("definitions never import each other; they meet in their index.ts", () => {
    for (const folder of definitions) {
      const index = all.find(({ path }) => path === `${folder}/index.ts`);
      const base = `./${folder}/${folder.slice(0, -1)}.ts`;
      const siblings = (index?.imports ?? []).filter((target) => isPath(target) && target !== base);
      const own = files.filter(({ path }) => siblings.includes(`./${path}`));
      expect(offences(own, (file) => file.imports.filter((target) => siblings.includes(target)))).toEqual([]);
    }
  });

  it("no import runs in a circle", () => expect(cycleIn(files)).toBeUndefined());

  it("only registries are barrels", () => {
    const barrels = all.map(({ path }) => path).filter((path) => /(^|\/)index\.tsx?$/.test(path));
    expect(barrels.filter((path) => !definitions.includes(path.replace(/\/index\.ts$/, "")))).toEqual([]);
  });
});

describe("what is spoken only in its place", () => {
  it.each(fences)("$why", ({ names, places }) => {
    const outside = files.filter(({ path }) => !places.test(path));
    expect(offences(outside, (file) => [...file.names].filter((name) => names.test(name)))).toEqual([]);
  });
});

it("the top of the repository stays short enough to read", () => {
  const known = [
    "README.md",
    "LICENSE",
    "package.json",
    "package-lock.json",
    "tsconfig.json",
    "vite.config.ts",
  ];
  const folders = ["eslint.config.js", "index.html", "src", "public", "e2e"];
  const ignored = ["node_modules", "dist", "test-results", "playwright-report"];
  const entries = readdirSync(new URL("../", import.meta.url)).filter((name) => !name.startsWith("."));
  expect(entries.filter((name) => ![...known, ...folders, ...ignored].includes(name))).toEqual([]);
});

describe("this test sees", () => {
  const { imports, addresses, names } = parseSource(
    "engine/client.ts",
    `import type { A } from "./protocol"; export * from "../formula/ast"; import "./style.css?inline";
     const b = await import("d3"); let c: import("zustand").D; new URL("./worker.ts", import.meta.url);
     window.location.hash; point.document; ({ Date: 1 }); Math.random(); navigator . gpu; let d: GPUDevice;`,
  );

  it("every form of import", () => {
    const expected = ["./engine/protocol.ts", "./formula/ast.ts", "./engine/style.css", "d3", "zustand"];
    expect(imports).toEqual(expected);
    expect(addresses).toEqual(["./engine/worker.ts"]);
  });

  it("globals, however they are reached, and no member of that name", () => {
    const spoken = ["location", "Math.random", "navigator.gpu", "GPUDevice"];
    expect(spoken.filter((name) => !names.has(name))).toEqual([]);
    expect(names.has("document") || names.has("Date")).toBe(false);
  });

  it("circles", () => {
    const file = (path: string, ...imports: string[]): SourceFile => ({
      ...{ path, imports, isTest: false, addresses: [], names: new Set() },
    });
    expect(cycleIn([file("a.ts", "./b.ts"), file("b.ts", "./c.ts"), file("c.ts", "./b.ts")])).toBe(
      "./b.ts -> ./c.ts -> ./b.ts",
    );
  });
});

/** `file: what`, for the message of a failed test. */
function offences(among: readonly SourceFile[], find: (file: SourceFile) => string[]): string[] {
  return among.flatMap((file) => find(file).map((what) => `src/${file.path}: ${what}`));
}

function inside(among: readonly SourceFile[], folder: string): SourceFile[] {
  return among.filter(({ path }) => folderOf(path) === folder);
}

function folderOf(path: string): string {
  return path.replace(/\/.*$/, "");
}

function isPath(target: string): boolean {
  return target.startsWith("./");
}

/** Some circle of imports, as text. */
function cycleIn(among: readonly SourceFile[]): string | undefined {
  const imports = new Map(among.map((file) => [`./${file.path}`, file.imports]));
  const done = new Set<string>();
  const search = (path: string, way: readonly string[]): string | undefined => {
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path].join(" -> ");
    if (done.has(path)) return undefined;
    for (const target of imports.get(path) ?? []) {
      const cycle = search(target, [...way, path]);
      if (cycle) return cycle;
    }
    done.add(path);
    return undefined;
  };
  for (const path of imports.keys()) {
    const cycle = search(path, []);
    if (cycle) return cycle;
  }
  return undefined;
}
