import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { linkKeys } from "../store/parse-link";
import { paramsOf } from "./schema";

const read = (name: string) => readFileSync(new URL(`../../public/${name}`, import.meta.url), "utf8");
const script = read("ravine-1.js");

it("its attributes are the link's keys: `layers` for `hidden`, which would hide the element", () => {
  const attributes = /"(surface [^"]+)"/.exec(script)![1]!.split(" ");
  // The element says these itself.
  const own = ["embed", "origins"];
  const keys = linkKeys()
    .filter((key) => !own.includes(key))
    .map((key) => (key === "hidden" ? "layers" : key));
  expect([...attributes].sort()).toEqual([...keys].sort());
});

it("it has every method of the messages, and so have its types", () => {
  for (const method of Object.keys(paramsOf)) {
    expect(script).toContain(`${method} = (`);
    expect(read("ravine-1.d.ts")).toContain(`  ${method}(`);
  }
});

it("it is small, and ravine.js is the newest version of it", () => {
  expect(gzipSync(script).length).toBeLessThan(2048);
  expect(read("ravine.js")).toBe(script);
  expect(read("ravine.d.ts")).toBe(read("ravine-1.d.ts"));
});
