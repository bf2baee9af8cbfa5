// Runs one of the TypeScript tools beside this file in Node, with the page's own module rules.
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { createServer } from "vite";

// tfjs asks for Node's own modules the old way.
globalThis.require = createRequire(import.meta.url);

const [tool, ...args] = process.argv.slice(2);
const server = await createServer({
  configFile: false,
  root: fileURLToPath(new URL("../..", import.meta.url)),
  appType: "custom",
  logLevel: "error",
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
  // tfjs's modules name each other without extensions, which Node alone cannot follow; but the one for WebAssembly has a form
  // for Node.
  ssr: { noExternal: [/^@tensorflow\/(?!tfjs-backend-wasm)/] },
});
try {
  const { main } = await server.ssrLoadModule(`/src/tools/${tool}.ts`);
  process.exitCode = await main(args);
} finally {
  await server.close();
}
