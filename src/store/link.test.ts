import { expect, test } from "vitest";
import { isSurfaceSpec, type ExperimentSpec, type RunSpec, type SurfaceSpec } from "../experiment/spec";
import { customSpec, networkSpec, openingSpec, surfaceSpec } from "../experiment/usual-spec";
import { optimizers } from "../optimizers/index";
import { conventionsOf, type Optimizer } from "../optimizers/optimizer";
import { schedules } from "../schedules/index";
import type { Schedule } from "../schedules/schedule";
import { surfaces } from "../surfaces/index";
import { parseLink } from "./parse-link";
import { toLink } from "./write-link";
import { type Link } from "./link";

test("an empty hash is the opening, playing from the start, and is written as an empty hash", () => {
  const link = parseLink("");
  expect(link).toMatchObject({ spec: openingSpec(), play: true, step: 0, problems: [] });
  expect(toLink({ ...link, play: false, step: undefined })).toBe("");
});

test("the handbook's own example reads as written", () => {
  const { spec, problems } = parseLink(
    "#surface=rosenbrock&start=-1.2,1&steps=500&run=momentum(lr=0.002,momentum=0.9)&run=rmsprop(lr=0.01,rho=0.9)",
  );
  expect(problems).toEqual([]);
  expect(spec).toMatchObject({
    surface: "rosenbrock",
    start: [-1.2, 1],
    steps: 500,
    runs: [
      { optimizer: "momentum", hyperparameters: { lr: 0.002 } },
      { optimizer: "rmsprop", hyperparameters: { rho: 0.9 } },
    ],
  });
});

test("a network's link reads as written, in any order", () => {
  const { spec, problems } = parseLink(
    "run=nesterov(lr=0.02)&seed=7&epochs=3&batch=64&hidden=20,10&network=mnist-mlp",
  );
  expect(problems).toEqual([]);
  expect(spec).toMatchObject({ network: "mnist-mlp", hidden: [20, 10], batch: 64, epochs: 3, seed: 7 });
});

test("every spec survives the trip through the link", () => {
  const specs: ExperimentSpec[] = Object.keys(surfaces).flatMap((id) => [
    surfaceSpec(id),
    {
      ...surfaceSpec(id),
      start: [0.25, -1e-6],
      noise: 0.5,
      steps: 333,
      seed: 12345,
      backend: "webgpu",
      runs: [],
    },
  ]);
  for (const [optimizer, definition] of Object.entries<Optimizer>(optimizers))
    specs.push({
      ...surfaceSpec("ravine"),
      runs: conventionsOf(definition).map((convention, i) => ({
        optimizer,
        convention,
        hyperparameters: { lr: 1.5e-7 },
        number: i + 1,
      })),
    });
  for (const [id, { parameters }] of Object.entries<Schedule>(schedules))
    specs.push({
      ...surfaceSpec("ravine"),
      runs: [
        {},
        Object.fromEntries(Object.entries(parameters).map(([name, { range }]) => [name, range[1]])),
      ].map((parameters, i) => ({
        optimizer: "adam",
        convention: "keras",
        hyperparameters: { clip: 0.5, clipNorm: 2, l1: 0.1, l2: 1e-3, decay: 0.01, clipWeights: 5 },
        schedule: { id, parameters },
        number: i + 1,
      })),
    });
  const rules = [
    { name: "Signs, mostly".replace(",", ""), update: "# a & b; 100 % = sure\ntheta = theta - lr * sign(g)" },
    { name: "two", update: "m = a * m + g; theta = theta - lr * m" },
    { name: "\u{20000}", update: "theta = theta - lr * g # 😀" },
  ];
  const own = rules.map(({ name }, i): RunSpec => ({
    optimizer: name,
    convention: "pytorch",
    hyperparameters: { lr: 0.25, clip: 1 },
    number: i + 1,
  }));
  specs.push(
    { ...surfaceSpec("ravine"), rules, runs: own },
    { ...networkSpec("mnist-mlp"), rules, runs: own },
    customSpec("x^4 - 3*x^2 + y^2"),
    {
      ...customSpec("a * x^2 + b * (y - x)^2 + 3", { x: [-3, 2.5], y: [-1, 1e-3] }),
      parameters: { a: 2 },
      rules,
      runs: own,
    },
    { ...surfaceSpec("ravine"), parameters: { kappa: 12.5, rotate: -45 } },
    networkSpec("mnist-mlp"),
    {
      ...openingSpec(),
      runs: openingSpec().runs.map((run) => ({
        ...run,
        until: { step: 9, hyperparameters: { lr: 1e-7, clip: 2 } },
      })),
    },
    ...[openingSpec(), networkSpec("mnist-mlp")].flatMap((spec) => [
      { ...spec, runs: spec.runs.map((run, i) => ({ ...run, number: 8 - i })) },
      { ...spec, runs: spec.runs.map((run) => ({ ...run, label: "50 % & (a=1): \u{1F600}, 轻" })) },
      { ...spec, runs: [...spec.runs].reverse().map((run, i) => ({ ...run, ...(i && { label: "2:x" }) })) },
    ]),
    { ...networkSpec("mnist-mlp"), hidden: [7], batch: 50, epochs: 2, steps: 100 },
  );
  for (const spec of specs) {
    const link = linkOf(spec);
    const read = parseLink(`#${toLink(link)}`);
    expect(read.problems).toEqual([]);
    expect(read.spec).toEqual(spec);
  }
});

test("half a character is written as one that is none", () => {
  const rules = [{ name: "half", update: "theta = theta - lr * g # \uD83D" }];
  const { spec, problems } = parseLink(toLink(linkOf({ ...surfaceSpec("ravine"), rules })));
  expect(problems).toEqual([]);
  expect(spec.rules[0]!.update).toBe("theta = theta - lr * g # \uFFFD");
});

test("how it is looked at survives the trip too", () => {
  const link: Link = {
    spec: surfaceSpec("beale"),
    view: {
      layout: "overlay",
      logarithmic: false,
      theme: "dark",
      scale: 1.25,
      language: "zh",
      loops: true,
      goal: -1.5e-7,
    },
    step: 24,
    play: true,
  };
  expect(parseLink(toLink(link))).toEqual({ ...link, problems: [] });
});

test("a view in space is written as view=3d and read again", () => {
  const link = linkOf(surfaceSpec("rosenbrock"));
  const hash = toLink({ ...link, view: { ...link.view, layout: "3d" } });
  expect(hash).toContain("view=3d");
  expect(parseLink(hash)).toMatchObject({ view: { layout: "3d" }, problems: [] });
});

test("a zoomed window survives the trip, and is left out where it was chosen on another surface", () => {
  const window = { surface: "beale", x: [-1.25, 2], y: [0.5, 1.125] } as const;
  const link = { ...linkOf(surfaceSpec("beale")), view: { ...linkOf(surfaceSpec("beale")).view, window } };
  expect(toLink(link)).toBe("surface=beale&window=-1.25,2,0.5,1.125");
  expect(parseLink(toLink(link))).toEqual({ ...link, problems: [] });
  expect(toLink({ ...link, spec: surfaceSpec("booth") })).toBe("surface=booth");
  expect(parseLink("network=mnist-mlp&window=0,1,0,1").view.window).toBeUndefined();
});

test("a zoomed window is written no finer than a map of it can show", () => {
  const window = { surface: "beale", x: [1 / 3, 1 / 3 + 2e-5], y: [-1 / 3, -1 / 3 + 1e-5] } as const;
  const view = { ...linkOf(surfaceSpec("beale")).view, window };
  const [x0, x1, y0, y1] = toLink({ ...linkOf(surfaceSpec("beale")), view })
    .split("window=")[1]!
    .split(",");
  expect([x0, x1, y0, y1]).toEqual(["0.33333333", "0.33335333", "-0.33333333", "-0.33332333"]);
});

test.each([
  ["run 1", 'unknown optimizer: "walker"', "run=walker(lr=1)"],
  ["run 1 lr", "lr must be a number", "run=momentum(lr=NaN)"],
  ["run 1 lr", "lr must be above 0", "run=momentum(lr=-1)"],
  ["run 1 momentum", "momentum must be below 1", "run=momentum(momentum=1)"],
  ["run 1 __proto__", "adam has no hyperparameter", "run=adam(__proto__=1)"],
  ["run 1", 'unknown optimizer: "constructor"', "run=constructor"],
  ["run 1", "rmsprop has no convention", "run=rmsprop@toString"],
  ["surface", "unknown surface", "surface=__proto__"],
  ["surface kappa", "kappa must be a number from 1", "surface=ravine(kappa=0)"],
  ["surface valueOf", "has no parameter", "surface=ravine(valueOf=1)"],
  ["network", "unknown network", "network=hasOwnProperty"],
  ["start", "start needs two numbers", "start=1"],
  ["start", "start needs two numbers", "start=1,2,3"],
  ["start", "start needs two numbers", "start=a,b"],
  ["steps", "steps must be a whole number from 1 to 10000", "steps=1e9"],
  ["seed", "seed must be a whole number", "seed=-1"],
  ["backend", "backend must be one of auto, webgpu, tfjs, cpu", "backend=tpu"],
  ["view", "view must be one of", "view=4d"],
  ["figure", "figure must be one of curves, layers", "network=mnist-mlp&figure=constructor"],
  ["scale", "scale must be one of 1, 1.25", "scale=9"],
  ["inside", "inside names one run or two", "view=inside&inside=1,9"],
  ["inside", "inside names one run or two", "view=inside&inside=one"],
  ["smooth", "smooth must be one of 1, 10, 30, 100", "smooth=7"],
  ["span", "span must be two steps", "span=60,20"],
  ["span", "span must be two steps", "span=20"],
  ["window", "window needs four numbers", "window=1,2,3"],
  ["window", "window needs four numbers", "window=2,1,0,1"],
  ["window", "window needs four numbers", "window=0,1,0,Infinity"],
  ["colour", "not known", "colour=red"],
  ["steps", "%", "steps=%"],
  ["run 1", "must read id or id(name=value,...)", "run=adam(lr=0.1"],
  ["run 1", 'no convention "pytorch@x"', "run=adam@pytorch@x"],
  ["start", "given twice", "start=1,2&start=3,4"],
  ["noise", "says nothing of a network", "network=mnist-mlp&noise=1"],
  ["batch", "says nothing of a surface", "surface=beale&batch=8"],
  ["surface", "says nothing of a network", "surface=beale&network=mnist-mlp"],
  ["numbers", "numbers gives each run its own", "run=sgd&run=adam&numbers=1"],
  ["numbers", "numbers gives each run its own", "run=sgd&run=adam&numbers=2,2"],
  ["numbers", "numbers gives each run its own", "numbers=0,9"],
  ["label", "label names a run by its place", "label=Heavy"],
  ["label", "label names a run by its place", "run=sgd&label=2:Heavy"],
  ["run 1 label", "a run's name has 1 to 40 characters", `run=sgd&label=1:${"x".repeat(41)}`],
  ["run 1 label", "a run's name has 1 to 40 characters", "label=1:%20%0A"],
  ["goal", "goal must be a number", "goal=low"],
  ["run 1 until", "until names a step from 1", "run=sgd(until=0(lr=1))"],
  ["run 1 until", "until names a step from 1", "run=sgd(until=now)"],
  ["run 1 until lr", "lr must be above 0", "run=sgd(until=5(lr=-1))"],
  ["until", "says nothing of a network", "network=mnist-mlp&run=sgd(until=5(lr=1))"],
  ["goal", "goal must be a number", "goal=1e999"],
  ["loop", "loop must be one of", "loop=yes"],
  ["link", "50000 characters", "x".repeat(50_000)],
])("a link's wrong %s says: %s", (field, message, hash) => {
  const { spec, problems } = parseLink(`#${hash}`);
  expect(spec.runs.length).toBeGreaterThan(0);
  expect(isSurfaceSpec(spec) || spec.network).toBeTruthy();
  expect(problems.map((problem) => problem.field)).toContain(field);
  expect(problems.map((problem) => problem.message).join()).toContain(message);
});

test("a run keeps its colour and its name through the link, wherever it stands", () => {
  const { spec } = parseLink("run=adam&run=sgd(lr=0.02)&numbers=3,1&label=1:Heavy%20%20%0Aball&label=2:<b>");
  expect(spec.runs.map(({ optimizer, number, label }) => [optimizer, number, label])).toEqual([
    ["adam", 3, "Heavy ball"],
    ["sgd", 1, "<b>"],
  ]);
  expect(toLink(linkOf(spec))).toBe(
    "run=adam&run=sgd(lr=0.02)&numbers=3,1&label=1:Heavy%20ball&label=2:%3Cb%3E",
  );
});

test("what is right beside what is wrong is kept", () => {
  const { spec } = parseLink("surface=beale&steps=oops&run=adam(lr=0.5,beta1=7)&run=nobody");
  expect(spec).toMatchObject({
    surface: "beale",
    steps: 100,
    runs: [{ optimizer: "adam", hyperparameters: { lr: 0.5 } }],
  });
  expect(spec.runs).toHaveLength(1);
});

test("a step taken apart is linked to, with the runs that are looked into", () => {
  const hash = "run=sgd&run=adam(lr=0.3)&run=lion&view=inside&inside=3,1&step=4";
  const { view, step, spec, problems } = parseLink(hash);
  expect(problems).toEqual([]);
  expect({ view, step }).toMatchObject({ view: { layout: "inside", inside: [3, 1] }, step: 4 });
  expect(toLink({ spec, view, step, play: false })).toBe(hash);
  // A run that has been removed since names nothing any more.
  expect(toLink({ spec: { ...spec, runs: spec.runs.slice(0, 2) }, view, step, play: false })).not.toContain(
    "inside=",
  );
});

test("how the charts are looked at is linked to: smoothed, and zoomed to some steps", () => {
  const { view, spec, step, problems } = parseLink("smooth=10&span=20,60");
  expect(problems).toEqual([]);
  expect(view).toMatchObject({ smoothing: 10, span: [20, 60] });
  expect(toLink({ spec, view, step, play: false })).toBe("smooth=10&span=20,60");
  const whole = { ...view, smoothing: 1, span: undefined };
  expect(toLink({ spec, view: whole, step, play: false })).toBe("");
});

test("the figure of a network is linked to, and of a surface nothing is said", () => {
  const hash = "network=mnist-mlp&figure=mistakes";
  const { view, spec, step, problems } = parseLink(hash);
  expect(problems).toEqual([]);
  expect(toLink({ spec, view, step, play: false })).toBe(hash);
  expect(toLink({ spec: surfaceSpec("beale"), view, step, play: false })).toBe("surface=beale");
});

test("a plus is a plus, and nothing inherited is read from the link", () => {
  expect(parseLink("start=+1,+2").spec).toMatchObject({ start: [1, 2] });
  const { spec } = parseLink("__proto__=1&surface=ravine(__proto__=2,kappa=3)&run=adam(__proto__=1,lr=0.2)");
  const [run] = spec.runs;
  for (const read of [spec, (spec as SurfaceSpec).parameters, run!.hyperparameters])
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  expect((spec as SurfaceSpec).parameters).toEqual({ kappa: 3 });
  expect(run!.hyperparameters).toEqual({ lr: 0.2 });
});

const linkOf = (spec: ExperimentSpec): Link => ({
  spec,
  view: { layout: "split", logarithmic: true, theme: "auto", language: "auto" },
  step: undefined,
  play: false,
});
