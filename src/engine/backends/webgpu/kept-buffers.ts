/** Buffers that are made and ended together. */
export type KeptBuffers = {
  create(size: number, usage: GPUBufferUsageFlags): GPUBuffer;
  destroy(): void;
};

/** Keeps the buffers it makes. An empty one gets a few bytes: WebGPU refuses to bind it else. */
export function keepBuffers(device: GPUDevice): KeptBuffers {
  const kept: GPUBuffer[] = [];
  return {
    create(size, usage) {
      const buffer = device.createBuffer({ size: Math.max(16, size), usage });
      kept.push(buffer);
      return buffer;
    },
    destroy: () => kept.splice(0).forEach((buffer) => buffer.destroy()),
  };
}
