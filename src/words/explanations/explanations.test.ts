import { expect, it } from "vitest";
import { optimizers } from "../../optimizers/index";
import { surfaces } from "../../surfaces/index";
import { explanations as en } from "./en";
import { concepts, type Explanations } from "./explanations";
import { explanations as zh } from "./zh";

const languages: [string, Explanations][] = [
  ["English", en],
  ["Chinese", zh],
];

it.each(languages)(
  "%s explains every optimizer, every surface and every concept, and nothing else",
  (_, all) => {
    expect(Object.keys(all.optimizers).toSorted()).toEqual(Object.keys(optimizers).toSorted());
    expect(Object.keys(all.surfaces).toSorted()).toEqual(Object.keys(surfaces).toSorted());
    expect(Object.keys(all.concepts).toSorted()).toEqual(concepts.toSorted());
  },
);

it.each(languages)("%s explains in one to three sentences, none of them empty", (language, all) => {
  const texts = [
    ...Object.values(all.optimizers),
    ...Object.values(all.surfaces),
    ...Object.values(all.concepts).map(({ text }) => text),
  ];
  const end = language === "Chinese" ? /。/g : /[.](?= |$)/g;
  for (const text of texts) {
    expect(text).toMatch(language === "Chinese" ? /。$/ : /\.$/);
    expect([...text.matchAll(end)].length, text).toBeLessThanOrEqual(3);
  }
});

it("numbers that both languages name are the same", () => {
  const numbersIn = (text: string) => (text.match(/\d+(?:[.,]\d+)*/g) ?? []).toSorted();
  for (const kind of ["optimizers", "surfaces"] as const)
    for (const [id, text] of Object.entries(en[kind]))
      expect(numbersIn((zh[kind] as Record<string, string>)[id]!), id).toEqual(numbersIn(text));
  for (const id of concepts)
    expect(numbersIn(zh.concepts[id].text), id).toEqual(numbersIn(en.concepts[id].text));
});
