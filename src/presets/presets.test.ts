import { describe, expect, it } from "vitest";
import type { RunJson } from "../experiment/recording-json";
import { parseLink } from "../store/parse-link";
import { specLink } from "../store/write-link";
import { record } from "../tools/trace";
import { presets } from "./index";
import type { Preset } from "./preset";

describe.each(Object.entries<Preset>(presets))("%s", (_id, { link, lesson }) => {
  it("has a link without a complaint, and a sentence that names each of its runs", () => {
    const { spec, problems } = parseLink(link);
    expect(problems).toEqual([]);
    const named = [...lesson.matchAll(/\{(\d)\}/g)].map(([, run]) => Number(run));
    expect([...new Set(named)].sort()).toEqual([...spec.runs.keys()]);
    expect(lesson).toMatch(/^[^.]*(\d\.\d[^.]*)*\.$/);
  });
});

it("no two are the same experiment", () => {
  const links = Object.values<Preset>(presets).map(({ link }) => specLink(parseLink(link).spec));
  expect(new Set(links).size).toBe(links.length);
});

describe("what is said is what happens", () => {
  /** By preset, what its sentence claims of its runs. */
  const claims: Record<keyof typeof presets, (runs: Run[]) => void> = {
    "momentum-beside-rmsprop": ([momentum, rmsprop]) => {
      expect(crossings(momentum!, 1)).toBeGreaterThan(5);
      expect(Math.max(...momentum!.theta.map(([x]) => x))).toBeGreaterThan(1);
      expect(crossings(rmsprop!, 1)).toBe(0);
      expect(last(rmsprop!)[0]).toBeLessThan(-1);
    },
    "too-large-a-step": ([below, above]) => {
      expect(last(below!, "loss")).toBeLessThan(0.1);
      expect(above!.diverged).not.toBeNull();
      const swings = above!.theta.slice(0, above!.steps).map(([, y]) => Math.abs(y));
      swings.slice(1).forEach((swing, i) => expect(swing).toBeGreaterThan(swings[i]!));
    },
    "a-turned-ravine": ([momentum, adam]) => {
      expect(last(momentum!, "loss")).toBeLessThan(0.01);
      expect(last(adam!, "loss")).toBeGreaterThan(1);
    },
    "two-wells": ([sgd, ...others]) => {
      expect(last(sgd!)[0]).toBeCloseTo(0.9053, 2);
      expect(others).toHaveLength(2);
      for (const run of others) expect(last(run)[0]).toBeCloseTo(-0.9363, 1);
    },
    "escaping-a-saddle": ([sgd, momentum, adam, rmsprop]) => {
      const left = (run: Run) => run.theta.findIndex(([, y]) => Math.abs(y) > 0.5);
      expect(left(rmsprop!)).toBeLessThan(5);
      expect(left(adam!)).toBeLessThan(15);
      expect(Math.abs(left(momentum!) - 50)).toBeLessThan(5);
      expect(left(sgd!)).toBe(-1);
      expect(last(sgd!)[1]).toBeLessThan(0.1);
    },
    "four-minima": ([sgd, momentum, adagrad, adam]) => {
      for (const run of [sgd, momentum]) expect(distance(last(run!), [3.5844, -1.8481])).toBeLessThan(0.1);
      for (const run of [adagrad, adam]) expect(distance(last(run!), [3, 2])).toBeLessThan(0.1);
    },
    "lost-on-a-plain": ([sgd, adam]) => {
      expect(distance(last(sgd!), [0, 0])).toBeLessThan(1e-5);
      expect(distance(last(adam!), [0, 0])).toBeGreaterThan(1);
      expect(last(adam!, "loss")).toBeGreaterThan(-0.001);
      expect(distance(last(adam!), adam!.theta.at(-50)!)).toBeLessThan(0.05);
    },
    "why-rates-decay": ([constant, falling]) => {
      const spread = (run: Run) =>
        run.theta.slice(-20).reduce((sum, at) => sum + distance(at, last(run)), 0) / 20;
      expect(spread(falling!)).toBeLessThan(0.1 * spread(constant!));
      expect(distance(last(falling!), [2, -0.5])).toBeLessThan(0.1);
    },
  };
  it.each(Object.entries(claims))("%s", async (id, claim) => {
    const { runs } = await record(parseLink(presets[id as keyof typeof presets].link).spec);
    claim(runs as Run[]);
  });
});

type Run = RunJson & Required<Pick<RunJson, "theta">>;

function last(run: Run): Run["theta"][number];
function last(run: Run, what: "loss"): number;
function last({ theta, loss }: Run, what?: "loss") {
  return what ? loss.at(-1)! : theta.at(-1)!;
}

const distance = ([a, b]: readonly [number, number], [c, d]: readonly [number, number]) =>
  Math.hypot(a - c, b - d);

/** How often a run changes sides along a coordinate. */
const crossings = ({ theta }: Run, coordinate: 0 | 1) =>
  theta.slice(1).filter((point, i) => point[coordinate] * theta[i]![coordinate] < 0).length;
