import { wasmImports } from "../../../../formula/wasm-code";
import type { Rule } from "../../../../experiment/rule";
import type { MlpShape } from "../mlp";
import { exponentials } from "./activation";
import { assemble } from "./assembler";
import { backwards } from "./deltas";
import { listings } from "./entries";
import { forwards } from "./forward";
import { gradients } from "./gradient";
import type { Layout } from "./layout";
import { softmax } from "./softmax";
import { updateModule } from "./update";

type Numbers = (...args: number[]) => number;

/** What the functions of an instantiated module are called by. */
export type Calls = Readonly<Record<string, Numbers>>;

/** Whether this browser knows WebAssembly's vectors (SIMD); a content policy may still forbid to compile. */
export function hasWasmSimd(): boolean {
  const body = [["f32x4.const", 1], "drop"] as const;
  return (
    typeof WebAssembly === "object" && WebAssembly.validate(assemble([{ name: "vectors", params: {}, body }]))
  );
}

/** The arithmetic of a network on a memory laid out so. */
export const networkCalls = (
  { layers, capacity, activation }: MlpShape,
  layout: Layout,
  memory: WebAssembly.Memory,
) =>
  instantiated(JSON.stringify(["network", layers, capacity, activation]), memory, () =>
    assemble(
      [
        ...exponentials,
        ...listings(layers[0]!, layout),
        ...forwards(layout, activation),
        softmax(layout),
        ...gradients(layout),
        ...backwards(layout, activation),
      ],
      { log: { params: { a: "f64" }, result: "f64" } },
    ),
  );

/** A rule's step for so many parameters in the same memory. */
export const ruleCalls = (rule: Rule, parameters: number, memory: WebAssembly.Memory) =>
  instantiated(JSON.stringify(["rule", rule.text, parameters]), memory, () => updateModule(rule, parameters));

const modules = new Map<string, Promise<WebAssembly.Module>>();

/** An instance on a memory; a module is compiled only once for a text that says all of it. */
async function instantiated(
  text: string,
  memory: WebAssembly.Memory,
  bytes: () => Uint8Array<ArrayBuffer>,
): Promise<Calls> {
  let module = modules.get(text);
  if (!module) {
    module = WebAssembly.compile(bytes());
    modules.set(text, module);
    module.catch(() => modules.delete(text));
  }
  const { exports } = await WebAssembly.instantiate(await module, { env: { memory, ...wasmImports } });
  return exports as Calls;
}
