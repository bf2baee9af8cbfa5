import type { Plugin } from "vite";

/**
 * What the built page may load and run: its own files and nothing else. It stands in the page, since static hosts send no headers of
 * ours; Vite's server, which adds scripts of its own, goes without.
 */
const policy = {
  "default-src": "'none'",
  // WebAssembly is compiled where the policy reaches the worker: in a frame without an origin. No text becomes code there.
  "script-src": "'self' 'wasm-unsafe-eval'",
  "style-src": "'self'",
  // The icon and thumbnails are data; what is saved as a picture is drawn from a blob.
  "img-src": "'self' data: blob:",
  "connect-src": "'self'",
  // Workers of a frame without an origin are `data:` modules, which import the real ones under script-src.
  "worker-src": "'self' data:",
  // The preview of what is shared.
  "frame-src": "'self'",
  "object-src": "'none'",
  "base-uri": "'none'",
  "form-action": "'none'",
};

/** Writes the policy into the built page, before anything that it is to bind. */
export const contentPolicy = (): Plugin => ({
  name: "content-policy",
  apply: "build",
  transformIndexHtml: () => [
    {
      tag: "meta",
      attrs: {
        "http-equiv": "Content-Security-Policy",
        content: Object.entries(policy)
          .map(([directive, sources]) => `${directive} ${sources}`)
          .join("; "),
      },
      injectTo: "head-prepend",
    },
  ],
});
