import { describe, expect, test } from "vitest";
import type { RunSpec } from "../../experiment/spec";
import { programToMathml, toMathml } from "../../formula/emit/mathml";
import { toTex } from "../../formula/emit/tex";
import { textOf } from "../../formula/math-node";
import { modifiers } from "../../modifiers/index";
import { optimizers } from "../../optimizers/index";
import { conventionsOf } from "../../optimizers/optimizer";
import { schedules } from "../../schedules/index";
import { wholeRuleOf } from "./whole-rule";

const ids = Object.keys(optimizers);
const runOf = (optimizer: string, more: Partial<RunSpec> = {}): RunSpec => ({
  optimizer,
  convention: "pytorch",
  hyperparameters: {},
  number: 1,
  ...more,
});
const whole = (run: RunSpec) => wholeRuleOf({ rules: [] }, run);
const printed = (run: RunSpec) =>
  whole(run).lines.map((line) => textOf(programToMathml([line])).replace(/[\u2061\u2062]/g, ""));
const allOn = Object.fromEntries(Object.entries(modifiers).map(([id, { value }]) => [id, value]));

describe("a whole rule", () => {
  test("is the schedule, the penalties, the clipping, the decay, the rule and the clipping of weights", () => {
    const run = runOf("momentum", {
      hyperparameters: { l2: 0.1, clipNorm: 1, decay: 0.01, clipWeights: 2 },
      schedule: { id: "step", parameters: {} },
    });
    expect(printed(run)).toEqual([
      "g←g+λ2θ",
      "ηt←ηfactor⌊(t−1)/(everyT)⌋",
      "g←gcnorm/max(‖g‖,cnorm)",
      "θ←θ−ηtλwθ",
      "b←μb+g",
      "θ←θ−ηtb",
      "θ←max(−wmax,min(wmax,θ))",
    ]);
  });

  test("gives every symbol of every optimizer, convention, schedule and modifier a meaning", () => {
    for (const id of ids)
      for (const convention of conventionsOf(optimizers[id as keyof typeof optimizers]))
        for (const schedule of [undefined, ...Object.keys(schedules)]) {
          const run = runOf(id, {
            convention,
            hyperparameters: allOn,
            ...(schedule !== undefined && { schedule: { id: schedule, parameters: {} } }),
          });
          for (const [name, { words }] of whole(run).meanings)
            expect(words, `${id}@${convention} ${schedule} ${name}`).not.toMatch(
              /^$|^state$|^hyperparameter$|computed in each step|schedule_|undefined/,
            );
        }
  });

  test("says what is remembered, what a hyperparameter is set to, and where state starts", () => {
    const { meanings, starts } = whole(runOf("adagrad", { convention: "keras" }));
    expect(meanings.get("s")).toEqual({
      words: "sum of the squared gradients",
      isState: true,
    });
    expect(meanings.get("lr")).toEqual({ words: "learning rate", value: 0.001, isState: false });
    expect(starts.map(({ name, value }) => `${name} ${textOf(toMathml(value))}`)).toEqual(["s 0.1"]);
  });

  test("tells a schedule's first share from a rule's first value", () => {
    const run = runOf("adagrad", { convention: "keras", schedule: { id: "one-cycle", parameters: {} } });
    const { meanings } = whole(run);
    expect(meanings.get("initial_schedule")).toMatchObject({ value: 0.04 });
    expect(meanings.has("initial")).toBe(false);
  });

  test("says which name is the iterate", () => {
    const { reports, starts, meanings } = whole(runOf("schedule-free"));
    expect(reports).toBe("x");
    expect(starts.map(({ name, value }) => `${name} ${textOf(toMathml(value))}`)).toEqual(["z θ", "x θ"]);
    expect(meanings.get("theta")?.words).toBe("where the gradient is taken");
  });

  test("keeps a schedule's name apart from the rule's own", () => {
    const rules = [{ name: "mine", update: "scale = scale + g; theta = theta - lr * scale * odd" }];
    const run = runOf("mine", { schedule: { id: "plateau", parameters: {} } });
    const { meanings } = wholeRuleOf({ rules }, run);
    expect(meanings.get("scale_schedule")?.words).toBe("what the cuts have left of the rate");
    expect(meanings.get("scale")).toEqual({ words: "state", isState: true });
    expect(meanings.get("odd")).toEqual({ words: "hyperparameter", value: 0.1, isState: false });
  });

  test("can be written as TeX", () => {
    for (const id of ids)
      for (const schedule of Object.keys(schedules)) {
        const { lines } = whole(
          runOf(id, { hyperparameters: allOn, schedule: { id: schedule, parameters: {} } }),
        );
        expect(toTex(programToMathml(lines))).toContain("\\leftarrow");
      }
  });
});
