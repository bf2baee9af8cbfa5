import { readdirSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { said, speak } from "./speak";
import { byEnglish, definitionTexts } from "./definition-texts";
import { zh } from "./zh";

const parts = await englishParts();
const definitions = byEnglish(zh.definitions);
afterEach(() => speak("en"));

it("Chinese has exactly the parts that English has", () => {
  expect(Object.keys(zh.parts).toSorted()).toEqual(parts.map(([name]) => name).toSorted());
});

describe.each(parts)("%s", (name, english) => {
  const chinese = (zh.parts as Record<string, unknown>)[name];

  it("says in Chinese exactly what it says in English, and nothing emptily", () => {
    expect(shapeOf(chinese)).toEqual(shapeOf(english));
    expect(leavesOf(chinese).filter((leaf) => typeof leaf === "string" && leaf.trim() === "")).toEqual([]);
  });

  it("says it in Chinese characters where it has more than one word", () => {
    const texts = leavesOf(chinese).filter((leaf): leaf is string => typeof leaf === "string");
    expect(
      texts.filter((text) => /[a-z]{3}.*[ ].*[a-z]{3}/i.test(text) && !/\p{Script=Han}/u.test(text)),
    ).toEqual([]);
  });
});

it("every text of a definition has its Chinese, and it is not empty", () => {
  expect([...definitionTexts()].filter((text) => !definitions.get(text)?.trim())).toEqual([]);
});

it("the places for runs and values are the same in both languages", () => {
  const placesIn = (text: string) => (text.match(/\{\d?\}/g) ?? []).toSorted();
  for (const [english, chinese] of definitions) expect(placesIn(chinese), english).toEqual(placesIn(english));
});

it("what is not a definition's stays as it is, and English is what the definitions say", () => {
  expect(said("Momentum")).toBe("Momentum");
  speak("zh", { parts: zh.parts, texts: definitions });
  expect(said("Momentum")).toBe("动量法");
  expect(said("My own rule")).toBe("My own rule");
});

/** All parts of the page's words by name, as the files in en/ define them. */
async function englishParts(): Promise<[string, object][]> {
  const folder = new URL("./en/", import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith(".ts"));
  const modules = await Promise.all(files.map((file) => import(new URL(file, folder).pathname)));
  const named: [string, object][] = [];
  for (const module of modules)
    for (const part of Object.values(module) as (() => object)[]) {
      let name = "";
      // The name under which a part is looked up.
      const parts = new Proxy({}, { get: (_, key) => ((name = String(key)), {}) });
      speak("zh", { parts, texts: new Map() });
      part();
      speak("en");
      named.push([name, part()]);
    }
  return named;
}

/** Keys with, at each leaf, "text" or the number of arguments. */
function shapeOf(words: unknown): unknown {
  if (typeof words === "function") return "sentence";
  if (typeof words !== "object" || words === null) return "text";
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, shapeOf(value)]));
}

function leavesOf(words: unknown): unknown[] {
  return typeof words === "object" && words !== null ? Object.values(words).flatMap(leavesOf) : [words];
}
