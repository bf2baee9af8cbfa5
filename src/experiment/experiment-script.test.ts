import { describe, expect, test } from "vitest";
import { optimizers } from "../optimizers/index";
import { conventionsOf, formulationOf, type Optimizer } from "../optimizers/optimizer";
import { experimentScript } from "./experiment-script";
import type { RunSpec, SurfaceSpec } from "./spec";
import { networkSpec, surfaceSpec } from "./usual-spec";

const formulations = Object.entries<Optimizer>(optimizers).flatMap(([optimizer, definition]) =>
  conventionsOf(definition).map((convention) => ({
    ...{ optimizer, convention },
    numbers: Object.fromEntries(
      Object.keys(formulationOf(definition, convention).hyperparameters).map((name, i) => [
        name,
        0.1701 + i / 100,
      ]),
    ),
  })),
);

describe.each(["pytorch", "keras"] as const)("%s", (framework) => {
  test.each(formulations)("$optimizer@$convention is there with the numbers recorded", (run) => {
    const { optimizer, convention, numbers } = run;
    const body = runsIn(
      experimentScript(on({ optimizer, convention, hyperparameters: numbers }), framework),
    ).get(1)!;
    // As arguments of the framework's own optimizer, or as defaults of the rule's class.
    const given = argumentsIn(body);
    for (const value of Object.values(numbers)) expect(given).toContain(value);
    const isOwn = body.includes("class Rule(");
    expect(body).toMatch(isOwn ? / theta = .*\n/ : calls[framework]);
  });

  test("where the framework's own rounds otherwise the rule is written out, and the script says why", () => {
    const writtenOut = formulations.flatMap(({ optimizer, convention }) => {
      const code = experimentScript(on({ optimizer, convention }), framework).replace(/\n +/g, " ");
      const [, why] = /Written out: (.*?)\.(?!\d)/.exec(code) ?? [];
      if (why !== undefined) expect(code).toContain("class Rule(");
      return why === undefined ? [] : [`${optimizer}@${convention}: ${why}`];
    });
    const root = "the framework's own takes the root of a variance that can round to below 0";
    const expected = {
      pytorch: [`rmsprop-centered@pytorch: ${root}`],
      keras: [
        `rmsprop-centered@keras: ${root}`,
        "nadam@keras: Keras's own rounds its 0.96 to float32 on TensorFlow",
      ],
    };
    expect(writtenOut).toEqual(expected[framework]);
    const clipped = on({ optimizer: "adam", convention: framework, hyperparameters: { clipNorm: 0.7 } });
    const isWrittenOut = experimentScript(clipped, framework).includes("Written out: Keras's own clips");
    expect(isWrittenOut).toBe(framework === "keras");
    // A network computes in float32 as it is.
    const network = {
      ...networkSpec("mnist-mlp"),
      runs: on({ optimizer: "nadam", convention: "keras" }).runs,
    };
    if (framework === "keras") expect(experimentScript(network, framework)).toContain("optimizers.Nadam(");
  });

  test("all runs walk from the one start, each in a function of its own, and all are printed", () => {
    const spec = {
      ...on({ optimizer: "momentum" }, { optimizer: "rmsprop", convention: "keras" }),
      steps: 20,
    };
    const code = experimentScript(spec, framework);
    const runs = runsIn(code);
    expect([...runs.keys()]).toEqual([1, 2]);
    for (const body of runs.values()) {
      expect(body).toContain("[-1.2, 1.0]");
      expect(body).toContain("for k in range(20):");
    }
    expect(code).toContain('show([("momentum", run_1()), ("rmsprop", run_2())])');
    expect(code).toContain('print("run,optimizer,step,loss,x,y")');
  });

  test("the noise is the page's own, drawn from the seed, and added to each gradient", () => {
    const spec = { ...on({ optimizer: "sgd" }), noise: 0.25, seed: 7 };
    const code = experimentScript(spec, framework);
    expect(code).toContain("normal = normal_numbers(7)");
    expect(code).toContain("0.25 * next(normal)");
    expect(runsIn(code).get(1)).toMatch(/disturbance\(k, /);
    expect(experimentScript(on({ optimizer: "sgd" }), framework)).not.toContain("disturbance");
  });

  test("mini-batches are of the same points", () => {
    const spec = { ...surfaceSpec("noisy-line"), parameters: { batch: 6 } };
    const code = experimentScript(spec, framework);
    expect(code).toContain("mini_batches(points, 6, 1)");
    expect(code).toContain("(1.9, 3.8)");
  });

  test("a run that changes its numbers on the way does so at that step", () => {
    const until = { step: 8, hyperparameters: { lr: 0.0125 } };
    const spec = on({ optimizer: "momentum", convention: framework, hyperparameters: { lr: 0.0375 }, until });
    const body = runsIn(experimentScript(spec, framework)).get(1)!;
    expect(body).toMatch(/def __init__\(self, .*lr=0\.0125/);
    expect(body).toMatch(/if k == 8:\n +.*\(lr=0\.0375, /);
  });

  test("what is around a rule is around it: clipping, penalties, a schedule", () => {
    const around = { lr: 0.3, l2: 0.011, clipNorm: 0.7 };
    const schedule = { id: "cosine", parameters: {} };
    const body = runsIn(
      experimentScript(on({ optimizer: "adam", hyperparameters: around, schedule }), framework),
    ).get(1)!;
    for (const value of Object.values(around)) expect(argumentsIn(body)).toContain(value);
    expect(body.replace(/\s+/g, " ")).toContain("Around it: L2 penalty, clip by norm. Schedule: cosine.");
    expect(body).toMatch(framework === "keras" ? /[ (]cos\(/ : /math\.cos\(/);
  });

  test("a visitor's own rule is written out, under a name that cannot end its text", () => {
    const name = 'my "rule"';
    const rules = [{ name, update: "theta = theta - 0.1 * sign(g)" }];
    const code = experimentScript({ ...on({ optimizer: name }), rules }, framework);
    expect(code).toContain("theta = theta - 0.1 * ");
    expect(code).toContain('("my \\"rule\\"", run_1())');
  });

  test("a network is trained once a run, and the script says that its random numbers are others", () => {
    const code = experimentScript(networkSpec("mnist-mlp"), framework);
    expect(code.replace(/\n# /g, " ")).toContain("but for its random numbers");
    expect(code).not.toContain("exact(");
    expect([...runsIn(code).keys()]).toEqual([1, 2]);
    expect(code).toContain("run_1()\nrun_2()\n");
    expect(code.match(/^import \w+/gm)!.length).toBe(2);
  });
});

/** A framework's own optimizer; Keras's is given all digits of its numbers. */
const calls = {
  pytorch: /optimizer = torch\.optim\.\w+\(/,
  keras: /optimizer = exact\(keras\.optimizers\.\w+\(.*\)\)\n/,
} as const;

type Given = Partial<RunSpec> & Pick<RunSpec, "optimizer">;

function on(...runs: readonly Given[]): SurfaceSpec {
  return {
    ...surfaceSpec("rosenbrock"),
    runs: runs.map((run, i) => ({ convention: "pytorch", hyperparameters: {}, ...run, number: i + 1 })),
  };
}

/** The bodies of the functions run_1, run_2 ... of a script, by number. */
function runsIn(code: string): Map<number, string> {
  const functions = code.split(/^(?=\S)/m).filter((part) => part.startsWith("def run_"));
  return new Map(functions.map((body) => [Number(/^def run_(\d+)\(\):/.exec(body)![1]), body]));
}

/** All numbers that are given by name. */
const argumentsIn = (code: string): number[] =>
  [...code.matchAll(/\w=(-?[\d.]+(?:e-?\d+)?)\b/g), ...code.matchAll(/(?<=[(, ])(-?\d[\d.]*)(?=[,) ])/g)].map(
    ([, number]) => Number(number),
  );
