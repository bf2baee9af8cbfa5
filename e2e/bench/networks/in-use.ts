import * as tf from "@tensorflow/tfjs-core";

/** What executions take and have to give back. */
export type InUse = {
  readonly tensors: number;
  readonly buffers: number;
  readonly workers: number;
};

/** What the GPU is asked for. */
export type Calls = { readonly dispatches: number; readonly submits: number };

let buffers = 0;
let workers = 0;
let calls: Calls = { dispatches: 0, submits: 0 };

/** What is in use in this thread, whoever took it. */
export const inUse = (): InUse => ({
  // tf.memory() would want a backend.
  tensors: tf.engine().state.numTensors,
  buffers,
  workers,
});

/** What the GPU was asked for so far. */
export const callsSoFar = (): Calls => calls;

/** Begins to count; call before the first device is asked for. */
export function beginCounting(): void {
  const { createBuffer } = GPUDevice.prototype;
  GPUDevice.prototype.createBuffer = function (descriptor) {
    const buffer = createBuffer.call(this, descriptor);
    const destroy = buffer.destroy.bind(buffer);
    buffers++;
    let isThere = true;
    buffer.destroy = () => {
      if (isThere) buffers--;
      isThere = false;
      destroy();
    };
    return buffer;
  };
  const { dispatchWorkgroups } = GPUComputePassEncoder.prototype;
  GPUComputePassEncoder.prototype.dispatchWorkgroups = function (...sizes) {
    calls = { ...calls, dispatches: calls.dispatches + 1 };
    dispatchWorkgroups.apply(this, sizes);
  };
  const { submit } = GPUQueue.prototype;
  GPUQueue.prototype.submit = function (buffers) {
    calls = { ...calls, submits: calls.submits + 1 };
    submit.call(this, buffers);
  };
  globalThis.Worker = class extends Worker {
    #isThere = true;
    constructor(...args: ConstructorParameters<typeof Worker>) {
      super(...args);
      workers++;
    }
    override terminate() {
      if (this.#isThere) workers--;
      this.#isThere = false;
      super.terminate();
    }
  };
}
