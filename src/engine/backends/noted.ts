import type { Backend } from "./backend";

/** A backend that says why it is not the one that was asked for. */
export const noted = ({ name, prepare }: Backend, note: string): Backend => ({
  name,
  async prepare(experiment, context) {
    const execution = await prepare(experiment, context);
    const { computedBy } = execution;
    const whole = [note, ...(computedBy.note === undefined ? [] : [computedBy.note])].join("; ");
    return { ...execution, computedBy: { ...computedBy, note: whole } };
  },
});
