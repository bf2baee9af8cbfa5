import { describe, expect, test } from "vitest";
import { readSpec } from "../experiment/read-spec";
import { settingNames, type NetworkSpec } from "../experiment/spec";
import { networkSpec } from "../experiment/usual-spec";
import { networks } from "../networks/index";
import { settings, usualSettings, type Setting } from "../networks/settings";
import { parseLink } from "./parse-link";
import { specLink } from "./write-link";

const all = Object.entries<Setting<unknown>>(settings);

describe.each(Object.keys(networks))("%s", (id) => {
  test("as it is first shown, its link is its name", () => {
    expect(specLink(networkSpec(id))).toBe(`network=${id}`);
    expect(read(`network=${id}`)).toEqual(networkSpec(id));
  });

  test("every batch, budget and seed at both ends of its range survives the trip", () => {
    for (const changes of [
      { batch: 1, epochs: 1, steps: 1, seed: 0 },
      { batch: 1024, epochs: 100, steps: 1_000_000, seed: Number.MAX_SAFE_INTEGER },
    ]) {
      const spec = { ...networkSpec(id), ...changes };
      expect(read(specLink(spec))).toEqual(spec);
    }
  });
});

describe.each(all)("%s", (name, setting) => {
  test("every value it may take, and the ends of its range, survive the trip under its own name", () => {
    for (const value of valuesOf(setting)) {
      const spec: NetworkSpec = { ...networkSpec("mnist-cnn"), [name]: value };
      const link = specLink(spec);
      expect(link.includes(`&${name}=`), link).toBe(value !== setting.value);
      expect(read(link)).toEqual(spec);
    }
  });

  test("what it cannot take is refused by name, and leaves the usual", () => {
    const usual = typeof setting.value === "boolean" ? 0 : String(setting.value);
    for (const value of refusedBy(setting)) {
      const { spec, problems } = parseLink(`network=mnist-mlp&batch=8&${name}=${value}`);
      expect(problems.map(({ field }) => field)).toEqual([name]);
      expect(problems[0]!.message).toMatch(new RegExp(`^${name} must be .*; ${usual} is used$`));
      expect(spec).toEqual({ ...networkSpec("mnist-mlp"), batch: 8 });
    }
  });

  test("says nothing of a surface", () => {
    const { problems } = parseLink(`surface=beale&${name}=1`);
    expect(problems.map(({ message }) => message)).toEqual([
      `${name} says nothing of a surface and was ignored`,
    ]);
  });
});

test("all settings at once survive the trip, in the order of the table", () => {
  const others = Object.fromEntries(all.map(([name, setting]) => [name, valuesOf(setting).at(-1)]));
  const spec: NetworkSpec = { ...networkSpec("mnist-mlp"), hidden: [512, 1, 64, 64], ...others };
  const link = specLink(spec);
  expect(read(link)).toEqual(spec);
  const keys = link.split("&").map((part) => part.split("=")[0]);
  expect(keys).toEqual(["network", "hidden", ...settingNames]);
});

test.each([
  ["mnist-mlp", "hidden", "", "hidden needs one to 4 layers of 1 to 512 units; 10,10 is used"],
  ["mnist-mlp", "hidden", "8,8,8,8,8", "hidden needs one to 4 layers of 1 to 512 units; 10,10 is used"],
  ["mnist-mlp", "hidden", "0", "hidden needs one to 4 layers"],
  ["mnist-mlp", "hidden", "513", "hidden needs one to 4 layers"],
  ["mnist-mlp", "hidden", "2.5", "hidden needs one to 4 layers"],
  ["mnist-mlp", "hidden", "ten", "hidden needs one to 4 layers"],
  [
    "mnist-logistic",
    "hidden",
    "10",
    "hidden cannot be set: the layers of MNIST, logistic regression are fixed",
  ],
  ["mnist-cnn", "hidden", "10", "the layers of MNIST, convolutional are fixed; it is left out"],
  [
    "mnist-logistic",
    "dropout",
    "0.5",
    "MNIST, logistic regression, which has no hidden units, and was ignored",
  ],
  ["mnist-logistic", "activation", "tanh", "activation says nothing of MNIST, logistic regression"],
  ["mnist-mlp", "batch", "0", "batch must be a whole number from 1 to 1024; 32 is used"],
  ["mnist-mlp", "batch", "1025", "batch must be a whole number from 1 to 1024"],
  ["mnist-cnn", "epochs", "101", "epochs must be a whole number from 1 to 100; 1 is used"],
  ["mnist-mlp", "steps", "0", "steps must be a whole number from 1 to 1000000; it is left out"],
  ["mnist-mlp", "init", "toString", "init must be one of glorot, he, zeros; glorot is used"],
  ["mnist-mlp", "standardise", "yes", "standardise must be 1 or 0; 0 is used"],
])("of %s, %s=%s is refused", (network, field, value, message) => {
  const { spec, problems } = parseLink(`network=${network}&${field}=${value}`);
  expect(problems).toMatchObject([{ field, message: expect.stringContaining(message) }]);
  expect(spec).toEqual(networkSpec(network));
});

test("an unknown network is quoted, with those there are; the first is shown", () => {
  const { spec, problems } = parseLink("network=mnist-resnet");
  expect(problems[0]).toMatchObject({
    field: "network",
    message: 'unknown network: "mnist-resnet". Known: mnist-mlp, mnist-logistic, mnist-cnn',
  });
  expect(spec).toMatchObject({ network: "mnist-mlp" });
});

test("a switch is written as 1, and read from 1, 0 and JSON's words", () => {
  const on = { ...networkSpec("mnist-mlp"), standardise: true };
  expect(specLink(on)).toBe("network=mnist-mlp&standardise=1");
  for (const value of ["1", " 1", "1.0"]) expect(read(`network=mnist-mlp&standardise=${value}`)).toEqual(on);
  expect(read("network=mnist-mlp&standardise=0")).toEqual(networkSpec("mnist-mlp"));
  for (const standardise of [true, false])
    expect(readSpec({ network: "mnist-mlp", standardise }).spec).toMatchObject({ standardise });
});

test("a whole spec as JSON is accepted of every network, where nothing in it says nothing", () => {
  for (const id of Object.keys(networks)) {
    const spec = networkSpec(id);
    expect(readSpec(JSON.parse(JSON.stringify(spec)))).toEqual({ spec, problems: [] });
  }
});

test("the settings a link does not name are the usual ones, also beside refused ones", () => {
  const { spec } = parseLink("network=mnist-mlp&dropout=2&rotate=15&labelNoise=x");
  expect(spec).toMatchObject({ ...usualSettings, rotate: 15 });
});

/** The spec of a link that leaves no problem. */
function read(link: string) {
  const { spec, problems } = parseLink(`#${link}`);
  expect(problems).toEqual([]);
  return spec;
}

/** Values worth trying, the last another than the usual one. */
function valuesOf(setting: Setting<unknown>): unknown[] {
  switch (setting.kind) {
    case "choice":
      return [...setting.choices];
    case "number": {
      const [least, most] = setting.range;
      const between = least + 0.37 * (most - least);
      return [setting.value, most, least, setting.isWhole ? Math.round(between) : between];
    }
    case "switch":
      return [false, true];
  }
}

function refusedBy(setting: Setting<unknown>): (string | number)[] {
  switch (setting.kind) {
    case "choice":
      return ["", "constructor", "RELU", 1];
    case "number": {
      const [least, most] = setting.range;
      return ["", "NaN", "Infinity", "some", least - 1, most + 1, ...(setting.isWhole ? [least + 0.5] : [])];
    }
    case "switch":
      return ["", "true", 2, -1];
  }
}
