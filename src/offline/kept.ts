/** A build's files, relative to the page. What has a hash in its name, the data apart, never changes. */
export type Kept = {
  readonly version: string;
  /** The page and all of its parts that are small. */
  readonly page: readonly string[];
  /** What only networks need: large, and kept once one has been trained. */
  readonly network: readonly string[];
  /** The data, and a name for what it holds: a new version of the page need not fetch it again. */
  readonly data: readonly string[];
  readonly dataVersion: string;
};

/** Where a service worker stands, and what with. */
export type Place = { readonly scope: string; readonly files: Kept; readonly caches: CacheStorage };

/** Milliseconds a server has to send the page before the one kept is shown. */
const patience = 4000;

// An origin may serve other pages, and Ravine at several paths: each has its own caches.
const prefix = ({ scope }: Place) => `ravine ${scope} `;
const nameOf = (place: Place) => `${prefix(place)}page ${place.files.version}`;
const dataNameOf = (place: Place) => `${prefix(place)}data ${place.files.dataVersion}`;

/** Keeps the page and its small parts, all of one version or nothing. */
export async function keepPage(place: Place): Promise<void> {
  const { scope, files, caches } = place;
  const index = await fetchIndex(place);
  const cache = await caches.open(nameOf(place));
  await addMissing(cache, scope, files.page, "default");
  await cache.put(scope, index);
}

/** Keeps what networks need: what computes them, and the data. */
export async function keepNetwork(place: Place): Promise<void> {
  const { scope, files, caches } = place;
  const parts = await caches.open(nameOf(place));
  const data = await caches.open(dataNameOf(place));
  const missing = [
    ...(await missingIn(parts, scope, files.network)),
    ...(await missingIn(data, scope, files.data)),
  ];
  if (missing.length === 0) return;
  await fetchIndex(place);
  await addMissing(parts, scope, files.network, "default");
  // Its names stay the same when it changes: whether it has is asked.
  await addMissing(data, scope, files.data, "no-cache");
}

/** The page as the server has it now; throws an Error if that is no longer, or not yet, the page of this version. */
async function fetchIndex({ scope, files }: Place): Promise<Response> {
  const index = await fetchWhole(scope, "reload");
  const text = await index.clone().text();
  // Between two deliveries a server may send the page of one version and this worker of another.
  const named = text.match(/assets\/[\w.-]+/g) ?? [];
  if (!named.every((file) => files.page.includes(file))) throw new Error("the page is of another version");
  return index;
}

/** Deletes what other versions kept. */
export async function closeOld(place: Place): Promise<void> {
  const current = [nameOf(place), dataNameOf(place)];
  for (const name of await place.caches.keys())
    if (name.startsWith(prefix(place)) && !current.includes(name)) await place.caches.delete(name);
}

/**
 * The answer to a request: the page from the network while there is one, so that a new version is seen at once; its
 * parts as kept. Undefined for whatever else lies on the same server.
 */
export function answerFor(
  request: Pick<Request, "method" | "mode" | "url">,
  preloaded: Promise<Response | undefined> | undefined,
  place: Place,
): Promise<Response> | undefined {
  const { scope, files, caches } = place;
  if (request.method !== "GET" || !request.url.startsWith(scope)) return undefined;
  const file = request.url.slice(scope.length).replace(/[?#].*$/s, "");
  if (request.mode === "navigate") {
    if (file !== "" && file !== "index.html") return undefined;
    const kept = async () => (await caches.open(nameOf(place))).match(scope);
    return fromNetworkOr(kept, async () => (await preloaded) ?? fetch(request as Request));
  }
  const isData = files.data.includes(file);
  if (!isData && !files.page.includes(file) && !files.network.includes(file)) return undefined;
  return (async () => {
    const cache = await caches.open(isData ? dataNameOf(place) : nameOf(place));
    // Some servers answer by who asks, and say so; ours are the same for all.
    return (await cache.match(scope + file, { ignoreVary: true })) ?? fetch(request as Request);
  })();
}

/** The network's answer, if it comes in time and is no failure of the server; else what is kept, if it is. */
async function fromNetworkOr(
  kept: () => Promise<Response | undefined>,
  ask: () => Promise<Response>,
): Promise<Response> {
  const asked = ask();
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience));
  const first = await Promise.race([asked, late]).catch(() => undefined);
  if (first && first.status < 500) return first;
  return (await kept()) ?? asked;
}

async function addMissing(cache: Cache, scope: string, files: readonly string[], mode: RequestCache) {
  const missing = await missingIn(cache, scope, files);
  const next = async (): Promise<void> => {
    const file = missing.shift();
    if (file === undefined) return;
    await cache.put(scope + file, await fetchWhole(scope + file, mode));
    await next();
  };
  // By few: the page needs the connection too.
  await Promise.all([next(), next(), next(), next()]);
}

async function missingIn(cache: Cache, scope: string, files: readonly string[]): Promise<string[]> {
  const missing: string[] = [];
  for (const file of files) if (!(await cache.match(scope + file, { ignoreVary: true }))) missing.push(file);
  return missing;
}

async function fetchWhole(address: string, mode: RequestCache): Promise<Response> {
  const response = await fetch(address, { cache: mode });
  const isPage = response.headers.get("content-type")?.startsWith("text/html") ?? false;
  // Many servers send their index page where a file is missing.
  if (!response.ok || (isPage && !address.endsWith("/"))) throw new Error(`${address} could not be fetched`);
  // A browser does not open a page by an answer that was redirected.
  return response.redirected ? new Response(response.body, { headers: response.headers }) : response;
}
