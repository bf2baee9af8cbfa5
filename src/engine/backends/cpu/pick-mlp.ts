import type { MlpFactory } from "./mlp";
import { jsMlp } from "./mlp-js";
import { wasmMlp } from "./mlp-wasm";
import { hasWasmSimd } from "./wasm/modules";

/** WebAssembly where the browser has vectors and may compile; else JavaScript, which is the same but slower. */
export const pickMlp: MlpFactory = async (shape, runs) => {
  if (!hasWasmSimd()) return jsMlp(shape, runs);
  try {
    return await wasmMlp(shape, runs);
  } catch (error) {
    if (!(error instanceof WebAssembly.CompileError || error instanceof EvalError)) throw error;
    return jsMlp(shape, runs);
  }
};
