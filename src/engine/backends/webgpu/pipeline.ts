import { Fault, faultOf } from "../../fault";
import { unlessLost } from "./device";

/** What a kernel binds, in the order of its binding numbers. */
export type Bindings = readonly ("uniform" | "read-only-storage" | "storage")[];

type Compiled = {
  readonly layouts: Map<string, GPUBindGroupLayout>;
  readonly pipelines: Map<string, Promise<GPUComputePipeline>>;
};

/** Pipelines live as long as their device. */
const compiled = new WeakMap<GPUDevice, Compiled>();

/** The pipeline of a kernel's text, compiled once. Rejects with an Error that quotes the compiler. */
export function pipelineOf(
  device: GPUDevice,
  code: string,
  entryPoint: string,
  bindings: Bindings,
): Promise<GPUComputePipeline> {
  const { pipelines } = compiledOn(device);
  const known = pipelines.get(code);
  if (known) return known;
  const pipeline = unlessLost(
    device,
    device.createComputePipelineAsync({
      layout: device.createPipelineLayout({ bindGroupLayouts: [layoutOf(device, bindings)] }),
      compute: { module: device.createShaderModule({ code }), entryPoint },
    }),
  ).catch((error: unknown): never => {
    pipelines.delete(code);
    if (faultOf(error)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Fault("gpu-refused", `the shader did not compile: ${reason}`);
  });
  pipelines.set(code, pipeline);
  return pipeline;
}

/** Binds buffers in the order of the kernel's bindings. */
export const bind = (device: GPUDevice, buffers: readonly GPUBuffer[], bindings: Bindings): GPUBindGroup =>
  device.createBindGroup({
    layout: layoutOf(device, bindings),
    entries: buffers.map((buffer, binding) => ({ binding, resource: { buffer } })),
  });

function layoutOf(device: GPUDevice, bindings: Bindings): GPUBindGroupLayout {
  const { layouts } = compiledOn(device);
  const key = bindings.join();
  const known = layouts.get(key);
  if (known) return known;
  const layout = device.createBindGroupLayout({
    entries: bindings.map((type, binding) => ({
      binding,
      visibility: GPUShaderStage.COMPUTE,
      buffer: { type },
    })),
  });
  layouts.set(key, layout);
  return layout;
}

function compiledOn(device: GPUDevice): Compiled {
  const known = compiled.get(device);
  if (known) return known;
  const fresh: Compiled = { layouts: new Map(), pipelines: new Map() };
  compiled.set(device, fresh);
  return fresh;
}
