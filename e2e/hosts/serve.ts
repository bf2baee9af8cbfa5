import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

/** The pages of this folder, served from another site than Ravine's. */
export type Hosts = { address(page: string, link?: string): string; close(): void };

/** Serves them on 127.0.0.1: another site than localhost, and as near, so that the browser lets the one frame the other. */
export async function serveHosts(ravine: string): Promise<Hosts> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
    const name = /^\/([a-z]+\.(html|js))$/.exec(pathname)?.[1];
    if (!name) return void response.writeHead(404).end();
    void readFile(join(import.meta.dirname, name), "utf8").then((text) => {
      const type = name.endsWith(".js") ? "text/javascript" : "text/html";
      response.setHeader("content-type", `${type}; charset=utf-8`);
      response.end(
        text.replaceAll("RAVINE", ravine).replaceAll("LINK", searchParams.get("link") ?? "step=24"),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: (page, link = "step=24") =>
      `http://127.0.0.1:${port}/${page}.html?link=${encodeURIComponent(link)}`,
    close: () => void server.close(),
  };
}
