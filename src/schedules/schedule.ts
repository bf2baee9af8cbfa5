/** A number a schedule is set by. */
export type ScheduleParameter = {
  readonly value: number;
  readonly word: string;
  /** Accepted values, both ends included. */
  readonly range: readonly [number, number];
};

/** A learning rate that changes with the step. */
export type Schedule = {
  readonly name: string;
  readonly reference: string;
  /**
   * Assignments that end in `lr_t`, the rate of step `t`: in `lr`, `t` from 1, `steps` of the whole budget and the
   * parameters; only reduce-on-plateau also reads `loss_t`, the loss at the iterate the step sets out from.
   */
  readonly rate: string;
  /** First values of state, by name; 0 where none is given. */
  readonly initial?: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, ScheduleParameter>>;
};

/** Types a definition; does nothing else. */
export const defineSchedule = (schedule: Schedule): Schedule => schedule;
