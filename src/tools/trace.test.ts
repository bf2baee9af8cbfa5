import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { conventions } from "../optimizers/optimizer";
import reference from "../optimizers/reference-end-points.json";
import { parseLink } from "../store/parse-link";
import { main, record } from "./trace";

afterEach(() => vi.restoreAllMocks());

test("a recording holds what the link asked for, index 0 being the start", async () => {
  const { spec } = parseLink("surface=rosenbrock&run=adam(lr=0.05)&run=sgd(lr=1)");
  const { runs, ...origin } = await record(spec);
  expect(origin).toMatchObject({ spec, backend: "cpu", precision: "float64" });
  const [adam, sgd] = runs;
  expect(adam).toMatchObject({ optimizer: "adam", convention: "pytorch", steps: 100, diverged: null });
  expect(adam!.hyperparameters).toEqual({ lr: 0.05, beta1: 0.9, beta2: 0.999, eps: 1e-8 });
  expect(adam!.loss).toHaveLength(101);
  expect(adam!.theta![0]).toEqual([-1.2, 1]);
  expect(adam!.theta![100]![0]).toBeCloseTo(-0.9076330091, 9);
  expect(sgd!.diverged).toMatchObject({ step: sgd!.steps });
  expect(sgd!.theta).toHaveLength(sgd!.steps + 1);
});

test("a network's recording holds losses and accuracies", async () => {
  const { runs, ...origin } = await record(parseLink("network=mnist-mlp&steps=25&run=nesterov").spec);
  expect(origin).toMatchObject({ backend: "tfjs", precision: "float32" });
  expect(runs[0]!.loss).toHaveLength(26);
  expect(runs[0]!.accuracy?.at(-1)).toMatchObject({ step: 25 });
  expect(runs[0]!.theta).toBeUndefined();
});

test("a wrong hash prints the page's message and returns 2", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
  expect(await main(["run=walker"])).toBe(2);
  expect(said.mock.calls.join()).toContain('unknown optimizer: "walker"');
});

describe("a link traced ends where its convention's source does, in every digit known", () => {
  const { decimals, steps, endPoints } = reference;
  /** Largest by rule and convention; printed when all are done. */
  const deviations = new Map<string, number>();

  test.each(endPoints)(
    "$optimizer as $convention has it on $surface, with $hyperparameters",
    async ({ surface, optimizer, convention, hyperparameters, end }) => {
      const numbers = Object.entries(hyperparameters).map(([name, value]) => `${name}=${value}`);
      const hash = `surface=${surface}&steps=${steps}&run=${optimizer}@${convention}(${numbers.join()})`;
      const { spec, problems } = parseLink(hash);
      expect(problems).toEqual([]);
      const [run] = (await record(spec)).runs;
      const deviation = Math.max(...run!.theta![steps]!.map((each, i) => Math.abs(each - end[i]!)));
      const key = `${optimizer} ${convention}`;
      deviations.set(key, Math.max(deviation, deviations.get(key) ?? 0));
      // The digits printed: half a unit of the last, and a little for the rounding of both.
      expect(deviation).toBeLessThan(0.51 * 10 ** -decimals);
    },
  );

  afterAll(() => {
    const rows = [...new Set(endPoints.map(({ optimizer }) => optimizer))].map((optimizer) =>
      [optimizer, ...conventions.map((convention) => deviations.get(`${optimizer} ${convention}`))]
        .map((cell = "-") => (typeof cell === "number" ? cell.toExponential(1) : cell).padEnd(18))
        .join(""),
    );
    const head = ["worst deviation", ...conventions].map((word) => word.padEnd(18)).join("");
    console.log([head, ...rows].join("\n"));
  });
});
