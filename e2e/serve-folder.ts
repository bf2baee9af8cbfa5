import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

/** A folder as any static host serves it: nothing is rewritten, nothing added but the header that lets strangers read. */
export type ServedFolder = {
  readonly url: string;
  /** Paths that were asked for and are not there. */
  readonly missing: readonly string[];
  close(): void;
};

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
};

/** Serves a folder below `path` of a host of that name; `localhost` and `127.0.0.1` are two sites. */
export async function serveFolder(
  folder: string,
  { path = "/", host = "localhost", port = 0 } = {},
): Promise<ServedFolder> {
  const missing: string[] = [];
  const read = async (pathname: string) => {
    if (!pathname.startsWith(path)) return undefined;
    const inside = normalize(decodeURIComponent(pathname.slice(path.length)));
    const name = join(folder, inside.startsWith("..") ? "" : inside);
    const tries = extname(name) ? [name] : [join(name, "index.html"), `${name}.html`];
    for (const each of tries) {
      const body = await readFile(each).catch(() => undefined);
      if (body) return { body, type: types[extname(each)] ?? "application/octet-stream" };
    }
    return undefined;
  };
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    void read(pathname).then((found) => {
      if (!found) {
        missing.push(pathname);
        return void response.writeHead(404).end();
      }
      const allowed = { "content-type": found.type, "access-control-allow-origin": "*" };
      response.writeHead(200, allowed).end(found.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  const at = (server.address() as AddressInfo).port;
  return { url: `http://${host}:${at}${path}`, missing, close: () => void server.close() };
}
