import * as tf from "@tensorflow/tfjs-core";

/** What executions take and have to give back. */
export type InUse = {
  readonly tensors: number;
  readonly buffers: number;
  readonly workers: number;
};

let buffers = 0;
let workers = 0;
let dispatches = 0;

/** What is in use in this thread, whoever took it. */
export const inUse = (): InUse => ({ tensors: tf.memory().numTensors, buffers, workers });

/** Dispatches of every kernel so far. */
export const dispatchesSoFar = (): number => dispatches;

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
    dispatches++;
    dispatchWorkgroups.apply(this, sizes);
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
