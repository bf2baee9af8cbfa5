/**
 * A module worker that also starts in a frame without an origin of its own (`sandbox="allow-scripts"`). There every
 * address is a stranger's, which a worker may not be; a module may import from a stranger that allows it (CORS). So
 * the worker is a `data:` module with that one import.
 * Loads in Node too, where nobody starts a worker.
 */
export class AnyOriginWorker extends (globalThis.Worker ?? Object) {
  constructor(address: URL, options: WorkerOptions) {
    super(self.origin === "null" ? importing(address) : address, options);
  }
}

const importing = ({ href }: URL) =>
  `data:text/javascript,${encodeURIComponent(`import ${JSON.stringify(href)};`)}`;
