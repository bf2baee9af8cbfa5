import { generateWalker, type Walk } from "../../src/engine/backends/cpu/walk";
import { adamOnRosenbrock, type AdamMap, type Endings } from "./map";

/** The map by the cpu engine's generated code, in float64: one run after the other in the same buffers. */
export function cpuMap({ runs, lr, x, y, beta1, beta2, eps }: AdamMap): (steps: number) => Endings {
  const { objective, rule } = adamOnRosenbrock();
  const walker = generateWalker(objective, rule);
  const position = new Float64Array(2);
  const state = new Float64Array(2 * rule.state.length);
  const values: Record<string, number> = { lr: 0, beta1, beta2, eps };
  const hyperparameters = Float64Array.from(rule.hyperparameters, (name) => values[name]!);
  const rate = rule.hyperparameters.indexOf("lr");
  return (steps) => {
    const count = steps + 1;
    const walk: Walk = {
      position,
      state,
      hyperparameters,
      constants: [],
      noise: undefined,
      first: 0,
      count,
      steps,
      loss: new Float64Array(count),
      theta: new Float64Array(2 * count),
      gradient: new Float64Array(2 * count),
    };
    const endings = { loss: new Float64Array(runs), theta: new Float64Array(2 * runs) };
    for (let run = 0; run < runs; run++) {
      position[0] = x[run]!;
      position[1] = y[run]!;
      state.fill(0);
      hyperparameters[rate] = lr[run]!;
      walker(walk);
      endings.loss[run] = walk.loss[steps]!;
      endings.theta[2 * run] = walk.theta[2 * steps]!;
      endings.theta[2 * run + 1] = walk.theta[2 * steps + 1]!;
    }
    return endings;
  };
}
