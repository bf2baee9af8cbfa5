import type { Backend, BackendName } from "./backend";

/** A backend whose code is loaded with the first experiment; if it does not come, `prepare` says so. */
export const loaded = (name: BackendName, load: () => Promise<Backend>): Backend => ({
  name,
  async prepare(experiment, context) {
    const backend = await load();
    return backend.prepare(experiment, context);
  },
});
