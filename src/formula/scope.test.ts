import { expect, test } from "vitest";
import { parseExpression, parseProgram } from "./parse";
import { namesIn, scopeOf } from "./scope";

test("a name read before it is assigned is state, one assigned first is local, one never assigned a hyperparameter", () => {
  const program = parseProgram(`
    b = momentum * b + g
    step_size = lr / t
    theta = theta - step_size * b
  `);
  expect(scopeOf(program)).toEqual({
    state: ["b"],
    locals: ["step_size"],
    hyperparameters: ["momentum", "lr"],
  });
});

test("given names and constants need no declaration", () => {
  expect(scopeOf(parseProgram("theta = theta - g * cos(pi * t)"))).toEqual({
    state: [],
    locals: [],
    hyperparameters: [],
  });
});

test("names said to be given too are of no kind, read or assigned", () => {
  const program = parseProgram(
    "lr_t = lr * scale / g_norm; scale = scale * loss_t; theta = theta - lr_t * g",
  );
  expect(scopeOf(program, ["lr_t", "g_norm", "loss_t"])).toEqual({
    state: ["scale"],
    locals: [],
    hyperparameters: ["lr"],
  });
});

test("a given name that a modifier assigns stays a given name", () => {
  const program = parseProgram("g = g + l2 * theta; g = max(-clip, min(clip, g))", { assignable: ["g"] });
  expect(scopeOf(program)).toEqual({ state: [], locals: [], hyperparameters: ["l2", "clip"] });
});

test("a name read on one line and assigned only on a later one is state", () => {
  const { state, locals } = scopeOf(parseProgram("theta = theta - lr * u; v = g^2; u = v + 1"));
  expect([state, locals]).toEqual([["u"], ["v"]]);
});

test("a name that its own first assignment reads is state", () => {
  expect(scopeOf(parseProgram("s = s + g^2; s = s / 2")).state).toEqual(["s"]);
});

test("the names of an expression come in order of appearance, once each", () => {
  expect([...namesIn(parseExpression("y + x * max(y, z) - pi"))]).toEqual(["y", "x", "z"]);
});
