import { unlessLost } from "./device";

/** Bindings every surface kernel has, used or not, so that bind groups need not know the formulas. */
const bindings = [
  "uniform",
  ...Array<"read-only-storage">(4).fill("read-only-storage"),
  "storage",
  "storage",
] as const;

type Compiled = {
  readonly layout: GPUBindGroupLayout;
  readonly pipelines: Map<string, Promise<GPUComputePipeline>>;
};

/** Pipelines live as long as their device. */
const compiled = new WeakMap<GPUDevice, Compiled>();

/** The pipeline of a kernel's text, compiled once. Rejects with an Error that quotes the compiler. */
export function pipelineOf(device: GPUDevice, code: string, entryPoint: string): Promise<GPUComputePipeline> {
  const { layout, pipelines } = compiledOn(device);
  const known = pipelines.get(code);
  if (known) return known;
  const pipeline = unlessLost(
    device,
    device.createComputePipelineAsync({
      layout: device.createPipelineLayout({ bindGroupLayouts: [layout] }),
      compute: { module: device.createShaderModule({ code }), entryPoint },
    }),
  ).catch((error: unknown): never => {
    pipelines.delete(code);
    throw new Error(`the shader did not compile: ${error instanceof Error ? error.message : String(error)}`);
  });
  pipelines.set(code, pipeline);
  return pipeline;
}

/** Binds buffers in the order of the kernel's bindings. */
export const bind = (device: GPUDevice, buffers: readonly GPUBuffer[]): GPUBindGroup =>
  device.createBindGroup({
    layout: compiledOn(device).layout,
    entries: buffers.map((buffer, binding) => ({ binding, resource: { buffer } })),
  });

function compiledOn(device: GPUDevice): Compiled {
  const known = compiled.get(device);
  if (known) return known;
  const layout = device.createBindGroupLayout({
    entries: bindings.map((type, binding) => ({
      binding,
      visibility: GPUShaderStage.COMPUTE,
      buffer: { type },
    })),
  });
  const fresh = { layout, pipelines: new Map<string, Promise<GPUComputePipeline>>() };
  compiled.set(device, fresh);
  return fresh;
}
