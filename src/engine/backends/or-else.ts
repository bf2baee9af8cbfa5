import type { Backend } from "./backend";

/**
 * A backend on WebGPU that hands an experiment to another where it cannot take it, and says why: a driver may refuse what
 * its adapter promised.
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
      const reason = error instanceof Error ? error.message : String(error);
      return (await other(`not on WebGPU: ${reason}`)).prepare(experiment, context);
    }
  },
});
