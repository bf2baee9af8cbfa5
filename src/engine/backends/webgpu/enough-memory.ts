import { Fault } from "../../fault";

/** What makes buffers: a device, or one that is watched. */
export type Memory = Pick<GPUDevice, "createBuffer">;

/** What `make` makes of buffers; where the GPU has too little memory for them none is left behind, and a Fault tells of it. */
export async function withinMemory<T>(device: GPUDevice, make: (memory: Memory) => T): Promise<T> {
  const buffers: GPUBuffer[] = [];
  const createBuffer: Memory["createBuffer"] = (descriptor) => {
    const buffer = bufferOf(device, descriptor);
    buffers.push(buffer);
    return buffer;
  };
  device.pushErrorScope("out-of-memory");
  let made: { readonly value: T } | { readonly error: unknown };
  try {
    made = { value: make({ createBuffer }) };
  } catch (error) {
    made = { error };
  }
  // A lost device has no scopes left, and tells of its loss elsewhere.
  const shortage = await device.popErrorScope().catch(() => null);
  if ("value" in made && !shortage) return made.value;
  for (const buffer of buffers) buffer.destroy();
  throw "error" in made ? made.error : tooLittle();
}

function bufferOf(device: GPUDevice, descriptor: GPUBufferDescriptor): GPUBuffer {
  try {
    return device.createBuffer(descriptor);
  } catch (error) {
    // How a buffer that is written at once tells of it.
    throw error instanceof RangeError ? tooLittle() : error;
  }
}

const tooLittle = () => new Fault("gpu-memory", "the GPU has too little memory for these runs");
