import { modifiers } from "../modifiers/index";
import type { Modifier } from "../modifiers/modifier";
import { optimizers } from "../optimizers/index";
import { conventionsOf, formulationOf, type Optimizer } from "../optimizers/optimizer";
import { schedules } from "../schedules/index";
import { surfaces } from "../surfaces/index";

/** Links whose scripts are run, by the rule they are about: every formulation, alone and with all that may stand around it. */
export function scriptedLinks(): Map<string, string[]> {
  const links = new Map<string, string[]>();
  for (const [id, optimizer] of Object.entries<Optimizer>(optimizers))
    links.set(
      id,
      conventionsOf(optimizer).flatMap((convention) => {
        const names = Object.keys(formulationOf(optimizer, convention).hyperparameters);
        return settings(names).map(
          ([where, numbers]) => `${where}&steps=20&run=${id}@${convention}(${numbers})`,
        );
      }),
    );
  links.set("a visitor's rules", ownRules);
  links.set("all surfaces", [...allSurfaces, ownSurface]);
  return links;
}

type Setting = readonly [where: string, numbers: string];

const [rosenbrock, ravine, himmelblau] = [
  "surface=rosenbrock",
  "surface=ravine(kappa=20,rotate=30)",
  "surface=himmelblau",
];

/** Where a rule with these hyperparameters is run, and by which numbers. */
const settings = (names: readonly string[]): Setting[] => [
  [rosenbrock, "lr=0.001"],
  [ravine, "lr=0.03"],
  [himmelblau, "lr=0.02"],
  ["surface=noisy-line&noise=0.3&seed=7", "lr=0.02"],
  [`${ravine}&noise=0.2`, "lr=0.03,until=8(lr=0.01)"],
  // Each number at its ends.
  ...names.flatMap((name): Setting[] =>
    extremes[name] === undefined ? [] : extremes[name].map((value) => [ravine, `lr=0.03,${name}=${value}`]),
  ),
  [himmelblau, "lr=1e-9"],
  [rosenbrock, "lr=50"],
  ...Object.entries<Modifier>(modifiers).map(([id, { range }]): Setting => [
    himmelblau,
    `lr=0.02,${id}=${Math.sqrt(range[0] * range[1])}`,
  ]),
  [
    `${himmelblau}&noise=0.2`,
    `lr=0.02,${Object.keys(modifiers)
      .map((id) => `${id}=0.2`)
      .join()}`,
  ],
  ...Object.keys(schedules).map((id): Setting => [ravine, `lr=0.03,schedule=${id}`]),
  [ravine, "lr=0.03,schedule=step(factor=0,every=0.01)"],
  [ravine, "lr=0.03,schedule=one-cycle(peak=0.01,initial=0,last=1)"],
  [rosenbrock, "lr=0.002,clipNorm=0.5,l2=0.1,schedule=plateau(patience=1,factor=0.5)"],
];

const extremes: Readonly<Record<string, readonly number[]>> = {
  momentum: [0, 0.999],
  beta: [0, 0.999],
  dampening: [0.5, 1],
  rho: [0, 0.999],
  beta1: [0, 0.999],
  beta2: [0, 0.9],
  eps: [0, 1e-12, 1],
  initial: [0, 10],
  weightDecay: [0, 1],
  momentumDecay: [0, 1],
};

/** Rules that a visitor might write: every function, names that Python has otherwise, numbers below 0 and very large. */
const ownRules = [
  ["theta=theta-lr*sign(g)", "lr=0.05,clip=2,schedule=cosine"],
  ["m=0.9*m+g;theta=theta-lr*m/max(abs(m),1)", "lr=0.05,clip=2,schedule=cosine"],
  ["s=max(s,abs(g));theta=theta-lr*min(g/(s+1e-8),0.5)*(1+cos(t))*exp(-t/10)", "lr=0.05"],
  ["theta=theta-a*tanh(g/b)", "a=-0.02,b=-1e6"],
  ["lambda=floor(4*sin(t));state=state+lambda;theta=theta-is*step(g)*log(2+state^2)*sqrt(t)", "is=1e-4"],
  ["k=min(t,5);n=n+max(k,2);theta=theta-lr*g^3/(1+abs(g)^n)", "lr=1e6"],
].map(([rule, numbers]) => `${himmelblau}&steps=20&rule=mine:${rule}&run=mine(${numbers})`);

/** Each surface, by a rule that any of them bears. */
const allSurfaces = Object.keys(surfaces).map(
  (id) => `surface=${id}&noise=0.05&steps=20&run=adam(lr=0.05,clipNorm=5)`,
);

const ownSurface =
  "surface=custom&value=a*abs(x)^1.5+tanh(x*y)+max(x,sin(3*y))-floor(y)+step(x-y)&domain=-2,2,-2,2&steps=20&run=adam(lr=0.05)";
