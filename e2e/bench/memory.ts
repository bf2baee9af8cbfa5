import type { Row } from "../../src/tools/bench-rounds";

type Memory = NonNullable<Row["memory"]>;

/** Looks at memory while work is done: buffers made on a device, whoever makes them, tensors, and the heap. */
export function watchMemory(device: GPUDevice) {
  let live = 0;
  let [liveBase, heapBase] = [0, 0];
  let peaks = { gpu: 0, tensors: 0, heap: 0 };
  const create = device.createBuffer.bind(device);
  device.createBuffer = (descriptor) => {
    const buffer = create(descriptor);
    const destroy = buffer.destroy.bind(buffer);
    let size = descriptor.size;
    live += size;
    peaks.gpu = Math.max(peaks.gpu, live - liveBase);
    buffer.destroy = () => {
      live -= size;
      size = 0;
      destroy();
    };
    return buffer;
  };
  return {
    /** Begins anew, with what is in use by now as its zero. */
    async reset() {
      await collectGarbage();
      [liveBase, heapBase] = [live, usedHeap()];
      peaks = { gpu: 0, tensors: 0, heap: 0 };
    },
    sample(tensors = 0) {
      peaks.tensors = Math.max(peaks.tensors, tensors);
      peaks.heap = Math.max(peaks.heap, usedHeap() - heapBase);
    },
    peaks: (): Memory => ({ ...peaks }),
  };
}

/** Chromium's, array buffers included; 0 where there is none. */
const usedHeap = (): number =>
  (performance as { memory?: { readonly usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0;

/** There where the browser was started with it. Arrays that died by the first time are given back by the second. */
async function collectGarbage(): Promise<void> {
  const { gc } = globalThis as { gc?: () => void };
  gc?.();
  await new Promise((resolve) => setTimeout(resolve));
  gc?.();
}
