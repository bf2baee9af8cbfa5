import { closureWalker, generateWalker, type Walker } from "../engine/backends/cpu/walk";
import { constantsOf } from "../engine/backends/per-step";
import { compile } from "../engine/compile";
import { surfaceSpec } from "../experiment/usual-spec";

/** One way of computing the same thing. */
type Contender = { readonly name: string; readonly compute: () => void };

const rounds = 31;

/** Prints the median time of each contender and its ratio to the first; rounds alternate between contenders. */
export function main(): Promise<number> {
  report("Adam on Rosenbrock, 6 runs x 500 steps, Node", [
    walking("generated JavaScript", generateWalker),
    walking("closures over the tree", closureWalker),
  ]);
  return Promise.resolve(0);
}

function report(title: string, contenders: readonly Contender[]) {
  const times = contenders.map((): number[] => []);
  for (let round = 0; round < rounds; round++)
    contenders.forEach(({ compute }, i) => {
      const begun = performance.now();
      compute();
      times[i]!.push(performance.now() - begun);
    });
  const medians = times.map((taken) => taken.sort((a, b) => a - b)[rounds >> 1]!);
  console.log(title);
  contenders.forEach(({ name }, i) => {
    const [median, ratio] = [medians[i]!.toFixed(3), (medians[i]! / medians[0]!).toFixed(1)];
    console.log(`  ${name.padEnd(28)} median ${median.padStart(8)} ms   x ${ratio}`);
  });
}

function walking(name: string, make: typeof generateWalker): Contender {
  const steps = 500;
  const run = { optimizer: "adam", convention: "pytorch", hyperparameters: { lr: 0.05 }, number: 1 } as const;
  const spec = { ...surfaceSpec("rosenbrock"), steps, runs: [run] };
  const { objective, parameters, runs, start, noise } = compile(spec);
  const { rule, hyperparameters } = runs[0]!;
  const constants = Object.values(constantsOf(objective, parameters));
  const walker: Walker = make(objective, rule);
  const frames = {
    loss: new Float64Array(steps + 1),
    theta: new Float64Array(2 * (steps + 1)),
    gradient: new Float64Array(2 * (steps + 1)),
  };
  const walk = () =>
    walker({
      ...frames,
      position: Float64Array.from(start),
      state: new Float64Array(2 * rule.state.length),
      hyperparameters: rule.hyperparameters.map((key) => hyperparameters[key]!),
      constants,
      noise,
      first: 0,
      count: steps + 1,
      steps,
    });
  return {
    name,
    compute: () => {
      for (let i = 0; i < 6; i++) walk();
    },
  };
}
