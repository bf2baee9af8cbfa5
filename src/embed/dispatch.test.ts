import { describe, expect, it } from "vitest";
import { actionsOf } from "../store/actions";
import { createRavineStore } from "../store/store";
import { answerTo } from "./dispatch";
import { methodsOf } from "./methods";
import { paramsOf } from "./schema";

const request = (method: unknown, params?: unknown, id: unknown = 1) => ({
  jsonrpc: "2.0",
  id,
  method,
  ...(params !== undefined && { params }),
});

describe("what is asked rightly is done", () => {
  it("get tells the spec and where the playback stands", async () => {
    const { ask, store } = open();
    store.setState({ playback: { step: 24, playing: true, speed: 1 } });
    expect(await ask(request("get"))).toEqual({
      jsonrpc: "2.0",
      id: 1,
      result: { spec: store.getState().spec, playback: { step: 24, playing: true } },
    });
  });

  it("set takes a link's hash, and its cursor with it", async () => {
    const { ask, store } = open();
    const answer = await ask(request("set", { hash: "#surface=beale&step=7&view=overlay&hide=charts" }));
    expect(answer).toMatchObject({ result: { spec: { surface: "beale" } } });
    expect(store.getState()).toMatchObject({
      view: { layout: "overlay" },
      playback: { step: 7, playing: false },
      frame: { hide: ["charts"], origins: ["https://example.org"] },
    });
  });

  it.each([
    "surface=rosenbrock&start=-1,1&run=adam(lr=0.1,schedule=cosine)",
    "surface=custom&value=a*x^2+y^2&domain=-2,2,-3,3&rule=mine:theta=theta-lr*sign(g)&run=mine(lr=0.1)",
    "network=mnist-mlp&hidden=10,10&dropout=0.2&standardise=1&run=adam",
  ])("a spec that was told can be given back: %s", async (hash) => {
    const { ask, store } = open();
    const told = (await ask(request("set", { hash }))) as { result: { spec: unknown } };
    await ask(request("set", { hash: "surface=beale" }));
    const spec = JSON.parse(JSON.stringify(told.result.spec));
    expect(await ask(request("set", { spec }))).toEqual(told);
    expect(store.getState().problems).toEqual([]);
  });

  it("set with what cannot be used shows what can, and leaves a problem that names the field", async () => {
    const { ask, store } = open();
    const answer = await ask(request("set", { spec: { surface: "beale", steps: "many" } }));
    expect(answer).toMatchObject({ result: { spec: { surface: "beale", steps: 100 } } });
    expect(store.getState().problems).toMatchObject([{ field: "steps" }]);
  });

  it("the same experiment set again is not computed again", async () => {
    const { ask, store } = open();
    const { spec } = store.getState();
    await ask(request("set", { spec: JSON.parse(JSON.stringify(spec)) }));
    expect(store.getState().spec).toBe(spec);
  });

  it("seek and step before anything is computed say where the cursor will stand", async () => {
    const { ask } = open();
    expect(await ask(request("seek", { step: 1e6 }))).toMatchObject({ result: { step: 100 } });
    expect(await ask(request("step", { by: -30 }))).toMatchObject({ result: { step: 70 } });
  });

  it("a text is read as JSON", async () => {
    const { ask } = open();
    expect(await ask(JSON.stringify(request("pause")))).toMatchObject({ id: 1, result: { step: 0 } });
  });

  it("a notification is done and not answered, a batch answered without it", async () => {
    const { ask, store } = open();
    const [play, pause] = [{ jsonrpc: "2.0", method: "play" }, request("pause", {}, "b")];
    expect(await ask(play)).toBeUndefined();
    expect(store.getState().playback.playing).toBe(true);
    expect(await ask([play, pause])).toMatchObject([{ id: "b", result: {} }]);
    expect(await ask([play])).toBeUndefined();
  });
});

describe("what is not, is answered by its code and changes nothing", () => {
  const deep = () => {
    let value: unknown = 1;
    for (let i = 0; i < 20_000; i++) value = { value };
    return value;
  };
  const cyclic: Record<string, unknown> = {};
  cyclic.self = cyclic;
  const hostile: [string, () => unknown, number][] = [
    ["text that is no JSON", () => "{", -32700],
    ["an endless text", () => "[".repeat(200_000), -32600],
    ["deep text", () => "[".repeat(50_000), -32700],
    ["nothing", () => undefined, -32600],
    ["null", () => null, -32600],
    ["a number", () => 7, -32600],
    ["an empty object", () => ({}), -32600],
    ["an empty batch", () => [], -32600],
    ["a batch of a thousand", () => Array(1000).fill(request("get")), -32600],
    ["version 1", () => ({ id: 1, method: "get" }), -32600],
    ["a method that is no text", () => request(["get"]), -32600],
    ["an id that is an object", () => request("get", {}, {}), -32600],
    ["an id without end", () => request("get", {}, "x".repeat(1e6)), -32600],
    ["an unknown method", () => request("eval"), -32601],
    ["the prototype's name", () => request("__proto__"), -32601],
    ["a method of every object", () => request("constructor"), -32601],
    ["another method of every object", () => request("toString"), -32601],
    ["params by position", () => request("seek", [3]), -32602],
    ["a step that is text", () => request("seek", { step: "3" }), -32602],
    ["a step between steps", () => request("seek", { step: 0.5 }), -32602],
    ["a step that is no number", () => request("seek", { step: NaN }), -32602],
    ["a step before the start", () => request("seek", { step: -1 }), -32602],
    ["an infinite step", () => request("step", { by: Infinity }), -32602],
    ["more than is asked for", () => request("seek", { step: 1, also: 2 }), -32602],
    [
      "a field named as the prototype",
      () => request("seek", JSON.parse('{"step":1,"__proto__":{}}')),
      -32602,
    ],
    ["params for what takes none", () => request("get", { all: true }), -32602],
    ["both a spec and a hash", () => request("set", { spec: {}, hash: "" }), -32602],
    ["a spec that is text", () => request("set", { spec: "surface=beale" }), -32602],
    ["a spec that is a list", () => request("set", { spec: [] }), -32602],
    ["a hash that is too long", () => request("set", { hash: "x".repeat(5000) }), -32602],
    ["a text without end", () => request("set", { spec: { value: "x".repeat(1e6) } }), -32602],
    ["too many values", () => request("set", { spec: { runs: Array(1e6).fill(0) } }), -32602],
    [
      "too many fields",
      () => request("set", { spec: Object.fromEntries(Object.entries(Array(5000).fill(0))) }),
      -32602,
    ],
    ["a depth without end", () => request("set", { spec: deep() }), -32602],
    ["a circle", () => request("set", { spec: cyclic }), -32602],
    ["what is no JSON", () => request("set", { spec: { runs: new Map() } }), -32602],
    ["a buffer", () => request("set", { spec: { runs: new Float64Array(9) } }), -32602],
  ];

  it.each(hostile)("%s", async (_, message, code) => {
    const { ask, store } = open();
    const { spec, view, playback, frame } = store.getState();
    expect(await ask(message())).toMatchObject({
      jsonrpc: "2.0",
      error: { code, message: expect.any(String) },
    });
    expect(store.getState()).toMatchObject({ spec, view, playback, frame });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it("a hash cannot say who may speak", async () => {
    const { ask, store } = open();
    await ask(request("set", { hash: "embed=1&origins=https://other.example" }));
    expect(store.getState().frame?.origins).toEqual(["https://example.org"]);
  });

  it("a spec of strange names and types is accepted as far as it can be used, and says of each what it is not", async () => {
    const { ask, store } = open();
    const spec = JSON.parse(
      '{"surface":"__proto__","runs":[{"optimizer":"constructor"},{"optimizer":"adam","hyperparameters":{"__proto__":1,"lr":"1"}}],"start":{"x":1},"seed":-1,"rules":[1],"parameters":{"toString":2}}',
    );
    expect(await ask(request("set", { spec }))).toMatchObject({
      result: { spec: { surface: "ravine", runs: [{ optimizer: "adam" }], start: [-9, 2], seed: 1 } },
    });
    const fields = store.getState().problems.map(({ field }) => field.split(" ")[0]);
    expect(new Set(fields)).toEqual(new Set(["surface", "run", "start", "seed", "rule"]));
  });

  it("an answer is not answered, lest two that answer each other never end", async () => {
    const { ask } = open();
    expect(await ask({ jsonrpc: "2.0", id: 1, result: 3 })).toBeUndefined();
    expect(await ask({ jsonrpc: "2.0", id: null, error: { code: -32600 } })).toBeUndefined();
  });

  it("what fails within is an internal error, and tells what it is", async () => {
    const { ask, store } = open();
    store.setState({ execution: { status: "failed", message: "the worker stopped" } });
    expect(await ask(request("recording"))).toMatchObject({
      error: { code: -32603, message: "the worker stopped" },
    });
  });
});

it("the methods are the contract's", () => {
  expect(Object.keys(paramsOf)).toEqual(["set", "get", "play", "pause", "step", "seek", "recording"]);
});

function open() {
  const store = createRavineStore();
  store.setState({ frame: { hide: [], origins: ["https://example.org"] } });
  const methods = methodsOf(store, actionsOf(store), true);
  return { store, ask: (message: unknown) => answerTo(message, methods) };
}
