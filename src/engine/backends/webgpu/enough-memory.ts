import { Fault } from "../../fault";

/** What makes buffers; a Fault in the visitor's words where the GPU has too little memory for them. */
export async function withinMemory<T>(device: GPUDevice, make: () => T): Promise<T> {
  const tooLittle = () => new Fault("gpu-memory", "the GPU has too little memory for these runs");
  device.pushErrorScope("out-of-memory");
  let made: { readonly value: T } | { readonly error: unknown };
  try {
    made = { value: make() };
  } catch (error) {
    // How a buffer that is written at once tells of it.
    made = { error: error instanceof RangeError ? tooLittle() : error };
  }
  // A lost device has no scopes left, and tells of its loss elsewhere.
  const shortage = await device.popErrorScope().catch(() => null);
  if ("error" in made) throw made.error;
  if (shortage) throw tooLittle();
  return made.value;
}
