/** What a thread holds that has to be given back. */
export type InUse = { readonly buffers: number; readonly tensors: number; readonly workers: number };

/** Counts on the page and, put before their own scripts, in its workers and theirs. Self-contained: it travels as text. */
export function beginCounting(): void {
  const scope = globalThis as typeof globalThis & {
    _tfengine?: { readonly state: { readonly numTensors: number } };
    inUse: () => InUse;
    /** Frames that came since the last start. */
    framesHeard: number;
  };
  let [buffers, workers] = [0, 0];
  scope.framesHeard = 0;
  scope.inUse = () => ({ buffers, workers, tensors: scope._tfengine?.state.numTensors ?? 0 });

  if (scope.GPUDevice) {
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
  }

  const Plain = scope.Worker;
  scope.Worker = class extends Plain {
    #isThere = true;
    constructor(address: string | URL, options?: WorkerOptions) {
      const { href } = new URL(address, scope.location?.href);
      const counting = URL.createObjectURL(new Blob([`(${beginCounting})();`], { type: "text/javascript" }));
      const both = [counting, href].map((each) => `import ${JSON.stringify(each)};`).join("");
      super(URL.createObjectURL(new Blob([both], { type: "text/javascript" })), options);
      workers++;
      this.addEventListener("message", ({ data }) => {
        if (data?.batch) scope.framesHeard = data.batch.first + data.batch.count;
      });
    }
    override postMessage(message: { readonly type?: string }, transfer?: Transferable[] | object): void {
      if (message.type === "start") scope.framesHeard = 0;
      super.postMessage(message, transfer as Transferable[]);
    }
    override terminate(): void {
      if (this.#isThere) workers--;
      this.#isThere = false;
      super.terminate();
    }
  };
}
