import { faultOf } from "../fault";
import type { Backend } from "./backend";

/**
 * A backend on WebGPU that hands an experiment to another where it cannot take it, and says why: a driver may refuse what
 * its adapter promised. A device that went is told instead: there may be another.
 */
export const orElse = (
  { name, prepare }: Backend,
  other: (note: string) => Backend | Promise<Backend>,
): Backend => ({
  name,
  async prepare(experiment, context) {
    try {
      return await prepare(experiment, context);
    } catch (error) {
      // Nobody waits for another either.
      context.signal.throwIfAborted();
      const fault = faultOf(error);
      if (fault === "gpu-lost") throw error;
      const reason = error instanceof Error ? error.message : String(error);
      const backend = await other(`not on WebGPU: ${reason}`);
      const execution = await backend.prepare(experiment, context);
      return fault ? { ...execution, computedBy: { ...execution.computedBy, fault } } : execution;
    }
  },
});
