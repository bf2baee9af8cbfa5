import { describe, expect, test } from "vitest";
import { misspelt } from "./misspelt";

const meantBy = (word: string, ...meaning: readonly string[]) =>
  misspelt([word], ["theta", "g", "t", ...meaning])?.meant;

test.each([
  ["tehta", "theta"],
  ["thetta", "theta"],
  ["thet", "theta"],
  ["thata", "theta"],
  ["Theta", "theta"],
  ["G", "g"],
  ["T", "t"],
  ["Pi", "pi"],
  ["sgin", "sign"],
  ["Sqrt", "sqrt"],
])("%s is taken for a slip for %s", (word, meant) => {
  expect(meantBy(word)).toBe(meant);
});

test("what a rule remembers or computes is meant too", () => {
  expect(meantBy("mhat", "m_hat", "v_hat")).toBe("m_hat");
  expect(meantBy("vle", "vel")).toBe("vel");
  expect(misspelt(["a", "X"], ["x", "y"])).toEqual({ word: "X", meant: "x" });
});

describe("names that are meant as they are stay unremarked", () => {
  test.each(["lr", "m", "b", "eta", "beta", "zeta", "rho", "eps", "mu", "tau", "gt", "cost", "theta0", "g2"])(
    "%s",
    (name) => {
      expect(meantBy(name)).toBeUndefined();
    },
  );

  test("so do numbered names beside each other", () => {
    expect(meantBy("beta2", "beta1")).toBeUndefined();
    expect(meantBy("m2", "m1")).toBeUndefined();
  });
});
