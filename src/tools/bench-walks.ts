import { closureWalker, generateWalker, type Walk } from "../engine/backends/cpu/walk";
import { compile } from "../engine/compile";
import { surfaceSpec } from "../experiment/usual-spec";
import { walkByHand, walkByHandWithPow, type AdamSettings, type Frames } from "./bench-by-hand";
import { race, type Contender, type Report } from "./bench-rounds";

const steps = 500;
const usual = { start: [-1.2, 1], beta1: 0.9, beta2: 0.999, eps: 1e-8, steps } as const;
const settings: AdamSettings[] = [0.01, 0.02, 0.03, 0.05, 0.08, 0.1].map((lr) => ({ ...usual, lr }));
/** Betas that differ from run to run, so that none finds the powers of the one before it. */
const apart = settings.map((run, i) => ({ ...run, beta1: usual.beta1 + 1e-12 * i }));

/** Makes a run ready, which then fills the frames each time it is walked. */
type Walking = (settings: AdamSettings, frames: Frames) => () => void;

/** The cpu engine's generated code against loops written by hand: Adam on Rosenbrock, every frame kept. */
export async function reportWalks(): Promise<Report> {
  const generated = walking(generateWalker);
  const running = byHand(walkByHand);
  const pow = byHand(walkByHandWithPow);
  const checks = [
    `by hand, running powers: ${agreement(running, generated)}`,
    `by hand, Math.pow: ${agreement(pow, generated)}`,
  ];
  const rows = await race(
    [
      contender("generated, betas walked before", generated, settings),
      contender("by hand, running powers", running, settings),
      contender("by hand, Math.pow", pow, settings),
      contender("generated, new betas each run", walking(generateWalker), apart),
      contender("closures over the tree", walking(closureWalker), settings),
    ],
    101,
  );
  const [first, ...others] = rows.map(({ milliseconds }) => milliseconds);
  const value = first! / Math.min(...others);
  return {
    title: `Adam on Rosenbrock, ${settings.length} runs x ${steps} steps, every frame kept, float64, Node ${process.version}`,
    checks,
    rows,
    aims: [{ claim: "generated / the faster by hand, at most 1.1", value, isReached: value <= 1.1 }],
  };
}

function contender(name: string, walking: Walking, runs: readonly AdamSettings[]): Contender {
  const frames = emptyFrames();
  const walks = runs.map((run) => walking(run, frames));
  return { name, compute: () => walks.forEach((walk) => walk()) };
}

const byHand =
  (walk: typeof walkByHand): Walking =>
  (settings, frames) =>
  () =>
    walk(settings, frames);

function walking(make: typeof generateWalker): Walking {
  const run = { optimizer: "adam", convention: "pytorch", hyperparameters: {}, number: 1 } as const;
  const { objective, runs } = compile({ ...surfaceSpec("rosenbrock"), steps, runs: [run] });
  const { rule } = runs[0]!;
  const walker = make(objective, rule);
  return ({ start, lr, beta1, beta2, eps }, frames) => {
    const values: Record<string, number> = { lr, beta1, beta2, eps };
    const walk: Walk = {
      loss: frames.loss,
      theta: frames.theta,
      gradient: frames.gradient,
      position: new Float64Array(2),
      state: new Float64Array(2 * rule.state.length),
      hyperparameters: rule.hyperparameters.map((name) => values[name]!),
      constants: [],
      noise: undefined,
      first: 0,
      count: steps + 1,
      steps,
    };
    return () => {
      walk.position.set(start);
      walk.state.fill(0);
      walker(walk);
    };
  };
}

const emptyFrames = (): Frames => ({
  loss: new Float64Array(steps + 1),
  theta: new Float64Array(2 * (steps + 1)),
  gradient: new Float64Array(2 * (steps + 1)),
});

/** How closely two agree on all runs. Throws if the last iterates differ by more than 1e-12 of their size. */
function agreement(one: Walking, other: Walking): string {
  let error = 0;
  let isEqual = true;
  for (const run of settings) {
    const [a, b] = [one, other].map((walking) => {
      const frames = emptyFrames();
      walking(run, frames)();
      return frames;
    });
    for (const key of ["loss", "theta", "gradient"] as const)
      isEqual &&= a![key].every((value, i) => Object.is(value, b![key][i]));
    for (const i of [2 * steps, 2 * steps + 1])
      error = Math.max(error, Math.abs(a!.theta[i]! / b!.theta[i]! - 1));
  }
  if (!(error <= 1e-12)) throw new Error(`last iterates differ by ${error} of their size`);
  return isEqual
    ? "the frames of the generated code, bit for bit"
    : `the generated code's last iterates, to ${error.toExponential(0)} of their size`;
}
