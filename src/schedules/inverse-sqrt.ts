import { defineSchedule } from "./schedule";

/** Slow enough to get anywhere, fast enough to average the noise away. */
export const inverseSqrt = defineSchedule({
  name: "Inverse square root",
  reference: "Zinkevich 2003, ICML 20:928",
  rate: "lr_t = lr / sqrt(t)",
  parameters: {},
});
