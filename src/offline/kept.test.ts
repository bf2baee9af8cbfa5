import { afterEach, describe, expect, it, vi } from "vitest";
import { answerFor, closeOld, keepNetwork, keepPage, type Kept, type Place } from "./kept";

const scope = "https://example.org/ravine/";

afterEach(() => vi.unstubAllGlobals());

describe("what is kept", () => {
  it("is the page and its parts first, what networks need when it is asked for, the data apart", async () => {
    const place = placed("1");
    serve("1");
    await keepPage(place);
    expect(await filesIn(place)).toEqual({
      "ravine https://example.org/ravine/ page 1": ["", "assets/index-1.js"],
    });
    await keepNetwork(place);
    expect(await filesIn(place)).toEqual({
      "ravine https://example.org/ravine/ page 1": ["", "assets/index-1.js", "assets/tfjs-1.js"],
      "ravine https://example.org/ravine/ data d": ["data/digits.bin"],
    });
  });

  it("is never a mix: while a server still sends the page of another version, nothing is", async () => {
    const place = placed("2");
    serve("1");
    await expect(keepPage(place)).rejects.toThrow("another version");
    expect(await filesIn(place)).toEqual({});
  });

  it("is not what networks need of another version of the page, where a new one came meanwhile", async () => {
    const place = placed("1");
    serve("1");
    await keepPage(place);
    serve("2");
    await expect(keepNetwork(place)).rejects.toThrow("another version");
    expect(Object.values(await filesIn(place)).flat()).toEqual(["", "assets/index-1.js"]);
  });

  it("is asked for no more once all is there: without a network nothing fails", async () => {
    const place = placed("1");
    serve("1");
    await keepPage(place);
    await keepNetwork(place);
    vi.stubGlobal("fetch", () => Promise.reject(new Error("offline")));
    await expect(keepNetwork(place)).resolves.toBeUndefined();
  });

  it("is no web page that a server sends in the place of a missing part", async () => {
    const place = placed("1");
    serve("1", { "assets/index-1.js": page("1") });
    await expect(keepPage(place)).rejects.toThrow("assets/index-1.js");
  });

  it("is replaced by a new version's, but for data that are the same, and for what others keep on the same server", async () => {
    const old = placed("1");
    serve("1");
    await keepPage(old);
    await keepNetwork(old);
    await old.caches.open("ravine https://example.org/ page 1");
    await old.caches.open("another page's");
    serve("2");
    const now = placed("2", old.caches);
    await keepPage(now);
    await closeOld(now);
    expect(new Set(await now.caches.keys())).toEqual(
      new Set([
        "ravine https://example.org/ravine/ page 2",
        "ravine https://example.org/ravine/ data d",
        "ravine https://example.org/ page 1",
        "another page's",
      ]),
    );
  });
});

describe("what is answered", () => {
  it("a visit gets the network's page where there is one, so that a new version is seen at once; else the one kept", async () => {
    const place = placed("1");
    serve("1");
    await keepPage(place);
    const visit = { method: "GET", mode: "navigate", url: `${scope}?from=mail#run=adam` } as const;
    serve("2");
    expect(await textOf(answerFor(visit, undefined, place))).toContain("index-2.js");
    expect(await textOf(answerFor(visit, Promise.resolve(page("3")), place))).toContain("index-3.js");
    vi.stubGlobal("fetch", () => Promise.resolve(new Response("down", { status: 503 })));
    expect(await textOf(answerFor(visit, undefined, place))).toContain("index-1.js");
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
    expect(await textOf(answerFor(visit, undefined, place))).toContain("index-1.js");
  });

  it("a part of this version is answered as kept, and asked for where it is not", async () => {
    const place = placed("1");
    serve("1");
    await keepPage(place);
    const part = (file: string) => ({ method: "GET", mode: "cors", url: scope + file }) as const;
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
    expect(await textOf(answerFor(part("assets/index-1.js"), undefined, place))).toBe("assets/index-1.js");
    await expect(answerFor(part("assets/tfjs-1.js"), undefined, place)).rejects.toThrow("Failed to fetch");
  });

  it.each([
    ["a part of another version", { url: `${scope}assets/index-2.js` }],
    ["what lies beside the page", { url: `${scope}ravine.js` }],
    ["a visit to a page below", { url: `${scope}course/`, mode: "navigate" }],
    ["another place on the server", { url: "https://example.org/assets/index-1.js" }],
    ["what is sent", { url: `${scope}assets/index-1.js`, method: "POST" }],
  ] as const)("%s is left to the browser", (_, request) => {
    const asked = { method: "GET", mode: "cors", ...request } as const;
    expect(answerFor(asked, undefined, placed("1"))).toBeUndefined();
  });
});

function placed(version: string, caches = fakeCaches()): Place {
  const files: Kept = {
    version,
    page: [`assets/index-${version}.js`],
    network: [`assets/tfjs-${version}.js`],
    data: ["data/digits.bin"],
    dataVersion: "d",
  };
  return { scope, files, caches };
}

const page = (version: string) =>
  new Response(`<script src="./assets/index-${version}.js">`, { headers: { "content-type": "text/html" } });

/** A server that has this version of the page, and any file. */
function serve(version: string, instead: Record<string, Response> = {}) {
  vi.stubGlobal("fetch", (address: string | { url: string }) => {
    const url = typeof address === "string" ? address : address.url;
    const file = url.slice(scope.length).replace(/[?#].*/, "");
    return Promise.resolve(instead[file] ?? (file === "" ? page(version) : new Response(file)));
  });
}

const textOf = async (answer: Promise<Response> | undefined) => (await answer)?.text();

/** The names of what is kept, by cache. */
async function filesIn({ caches }: Place): Promise<Record<string, string[]>> {
  const names = await caches.keys();
  const files = names.map(async (name) => {
    const keys = await (await caches.open(name)).keys();
    return [name, keys.map(({ url }) => url.slice(scope.length)).sort()] as const;
  });
  return Object.fromEntries(await Promise.all(files));
}

/** As much of a browser's caches as is used. */
function fakeCaches(): CacheStorage {
  const all = new Map<string, Map<string, Response>>();
  return {
    keys: () => Promise.resolve([...all.keys()]),
    delete: (name: string) => Promise.resolve(all.delete(name)),
    open(name: string) {
      const kept = all.get(name) ?? new Map<string, Response>();
      all.set(name, kept);
      return Promise.resolve({
        match: (url: string) => Promise.resolve(kept.get(url)?.clone()),
        put: (url: string, response: Response) => Promise.resolve(void kept.set(url, response)),
        keys: () => Promise.resolve([...kept.keys()].map((url) => ({ url }))),
      });
    },
  } as unknown as CacheStorage;
}
