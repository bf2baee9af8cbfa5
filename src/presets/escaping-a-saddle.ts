import { definePreset } from "./preset";

/** Where the gradient is all but zero, rules that divide by its size are quick to leave. */
export const escapingASaddle = definePreset({
  name: "Escaping a saddle",
  link: "surface=saddle&start=1.5,0.000001&view=overlay&window=-2,2,-2.1,2.1&run=sgd(lr=0.05)&run=momentum(lr=0.05)&run=adam(lr=0.05)&run=rmsprop(lr=0.05)",
  lesson:
    "A millionth beside the ridge, {3} leaves the saddle at once and {2} soon after; {1} needs fifty steps, and {0} is hardly on its way after a hundred.",
});
