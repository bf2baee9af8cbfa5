import type { Memory } from "./enough-memory";

/** A storage buffer of `length` numbers that begins with these, rounded to float32; never empty, which WebGPU refuses. */
export function upload(memory: Memory, values: ArrayLike<number>, length = values.length): GPUBuffer {
  const size = Math.max(8, 4 * length);
  const buffer = memory.createBuffer({ size, usage: GPUBufferUsage.STORAGE, mappedAtCreation: true });
  new Float32Array(buffer.getMappedRange()).set(values);
  buffer.unmap();
  return buffer;
}

/** A uniform buffer of whole numbers. */
export function uploadIntegers(memory: Memory, values: readonly number[]): GPUBuffer {
  const buffer = memory.createBuffer({
    size: 4 * values.length,
    usage: GPUBufferUsage.UNIFORM,
    mappedAtCreation: true,
  });
  new Uint32Array(buffer.getMappedRange()).set(values);
  buffer.unmap();
  return buffer;
}
