import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formulaErrorOf } from "../experiment/formula-error-of";
import { ownOptimizer, refusalOfName } from "../experiment/own-optimizer";
import { ownSurface } from "../experiment/own-surface";
import type { Problem } from "../experiment/problem";
import { readSpec } from "../experiment/read-spec";
import { refusalOf } from "../experiment/refusal";
import { inWords, type Refusal } from "../formula/sentence";
import { actionsOf } from "../store/actions";
import { linkKeys, parseLink, refusalOfLink } from "../store/parse-link";
import { createRavineStore } from "../store/store";
import { refuse } from "./link-sentences";
import { noticesWords } from "./en/notices";
import { loadDictionary } from "./load-language";
import { said, speak } from "./speak";
import { spoken } from "./spoken";
import { refusals } from "./zh/refusals";

const wrongLinks = [
  "x".repeat(50_000),
  "steps=9&steps=8",
  "colour=red",
  "steps=%",
  "run=adam(lr=0.1",
  "view=4d",
  "step=-1",
  "goal=low",
  "inside=one",
  "smooth=7",
  "span=9",
  "embed=2",
  "hide=stage",
  "embed=1&hide=all",
  "embed=1&origins=here",
  "window=1",
  "numbers=9",
  "label=Heavy",
  `label=1:${"x".repeat(41)}`,
  "backend=tpu",
  "steps=1.5",
  "noise=-1",
  "start=1",
  "surface=custom",
  "surface=custom&value=1/0",
  "surface=custom&value=x&domain=1",
  "surface=beale&value=x",
  "surface=beale&batch=8",
  "surface=hill",
  "surface=ravine(kappa=0)",
  "surface=ravine(slope=1)",
  "network=mnist-mlp&noise=1",
  "network=mnist-mlp&hidden=0",
  "network=mnist-mlp&standardise=2",
  "network=mnist-cnn&hidden=8",
  "network=mnist-logistic&dropout=0.5",
  "network=mnist-resnet",
  "network=mnist-mlp&run=sgd(until=5(lr=1))",
  "run=walker",
  "run=sgd@keras",
  "run=sgd(until=now)",
  "run=sgd(slope=1)",
  "run=sgd(lr=x)",
  "run=sgd(lr=1e999)",
  "run=sgd(lr=-1)",
  "run=sgd(lr=1e9)",
  "run=momentum(momentum=1)",
  "run=momentum(momentum=-1)",
  "run=sgd(schedule=slow)",
  "run=sgd(schedule=step(slope=2))",
  "run=sgd(schedule=constant(slope=2))",
  "run=sgd(schedule=inverse-sqrt(slope=2))",
  "run=sgd(schedule=step(factor=2))",
  "rule=k:theta = theta - g&run=k(schedule=cosine)",
  "rule=m:theta = theta",
  "rule=adam:theta = g",
  "rule=1:theta = g",
  "rule=m:theta = g&rule=m:theta = g",
  "rule=m:m = g",
  "rule=theta",
  "run=sgd&".repeat(9),
  [..."abcdefghi"].map((name) => `rule=${name}:theta = g`).join("&"),
];

const wrongRules = [
  "theta = sqrt + 1",
  "theta = window",
  "max = 3",
  "pi = 3",
  "g = 2",
  "theta = g -",
  "theta = g ** 2",
  "theta = 2 g",
  "theta = g)",
  "theta = sqr(g)",
  "theta = zzzzzz(g)",
  "sqrt(g)",
  `theta = ${"g*".repeat(99)}g`,
  `theta = ${"(".repeat(99)}g`,
  "theta = 1e999",
  "theta = sqrt(g, 2)",
  "theta = max(g)",
  "theta = (g",
  `theta = ${"g+".repeat(900)}g`,
  "theta = g".padEnd(2001),
  "theta = _g",
  "theta = g × 2",
  "theta = g / 0",
  "theta = 2 ^ 9999",
  "theta = log(0 - 1)",
  "theta = clip",
  "theta = lr_t",
  "m = g",
  `theta = ${[..."abcdefhijklmn"].join("+")}`,
];

const wrongSurfaces = ["a+b+c+d+f+h+j+k+l+x", "sin(x*y)*".repeat(50) + "x"];

const problems: readonly Problem[] = [
  ...wrongLinks.flatMap((hash) => parseLink(hash).problems),
  ...[1, { rules: 1 }, { runs: 1 }].flatMap((spec) => readSpec(spec).problems),
];
const others: readonly Refusal[] = [
  ...wrongRules.map((update) => formulaErrorOf(() => ownOptimizer({ name: "m", update }))!.refusal),
  ...wrongSurfaces.map((value) => formulaErrorOf(() => ownSurface(value))!.refusal),
  refusalOf("lr", NaN, { accepts: { least: 0 } })!,
  refusalOf("lr", -1, { accepts: { least: 0 } })!,
  refusalOfName("")!,
  refusalOfTakenName(),
  refuse("{0}, so the address was left as it was: shorten a formula", refusalOfLink("x".repeat(5000))!),
];

beforeAll(async () => speak("zh", await loadDictionary("zh")));
afterAll(() => speak("en"));

it("every sentence can be provoked, and whatever is said has its Chinese", () => {
  const seen = new Set([...problems.map(({ refusal }) => refusal), ...others].flatMap(sentencesIn));
  expect(Object.keys(refusals).filter((sentence) => !seen.has(sentence))).toEqual(notFromHere);
  const unspoken = [...seen].filter((sentence) => said(sentence) === sentence);
  expect(unspoken.filter((sentence) => !untranslated.includes(sentence))).toEqual([]);
});

/** What is the same in Chinese. */
const untranslated = ["{0} {1}"];

/** Made of names that a formula is given, which no rule or surface gives. */
const notFromHere = ['unknown name "{0}"; did you mean {1}?', 'unknown name "{0}"; there are {1}'];

it("Chinese has the places that English has", () => {
  const placesIn = (text: string) => [...new Set(text.match(/\{\d\}/g))].toSorted();
  for (const [english, chinese] of Object.entries(refusals))
    expect(placesIn(chinese), english).toEqual(placesIn(english));
});

describe("a notice names its field in Chinese too", () => {
  it.each(problems.map((problem) => [problem.message.slice(0, 60), problem] as const))(
    "%s",
    (_, { field, message, refusal }) => {
      // As Notices.tsx puts them together: `run 1 lr` goes before a message that says no more than lr.
      const isNamed = message.includes(field);
      const chinese = (isNamed ? "" : noticesWords().field(field)) + spoken(refusal);
      const name = field.replace(/^(run \d+|surface|rule) /, "");
      const key = name.split(" ")[0]!;
      expect(
        [key, inChinese[key] ?? key].some((word) => chinese.includes(word)),
        chinese,
      ).toBe(true);
      expect(chinese).not.toContain(message);
    },
  );
});

/** Fields that are said in Chinese instead of as the link has them. */
const inChinese: Readonly<Record<string, string>> = {
  link: "链接",
  rule: "规则",
  run: "运行",
  spec: "设定",
  surface: "曲面",
  network: "网络",
};

it("Chinese has no English words but keys of links, names and formulas", () => {
  const spokenTexts = Object.values(refusals).map((text) => text.replace(formulas, ""));
  const keys = new Set([...linkKeys(), "rules", "runs", "lr", "until", "pytorch", "constant", "custom"]);
  const wordsIn = (text: string) => (text.match(/[a-z]{2,}/gi) ?? []).filter((word) => !keys.has(word));
  expect(spokenTexts.flatMap(wordsIn)).toEqual([]);
});

const formulas = /theta|\bid\b(\(name=value,\.\.\.\))?|https:\S+org/g;

it("English says what it said, whatever is spoken", () => {
  const { message, refusal } = parseLink("run=sgd(lr=-1)").problems[0]!;
  expect([message, inWords(refusal), spoken(refusal)]).toEqual([
    "lr must be above 0",
    "lr must be above 0",
    "lr 必须大于 0",
  ]);
});

/** A refusal's sentence, and those of its parts. */
function sentencesIn({ sentence, values }: Refusal): string[] {
  return [sentence, ...values.flatMap((value) => (typeof value === "object" ? sentencesIn(value) : []))];
}

function refusalOfTakenName(): Refusal {
  const actions = actionsOf(createRavineStore());
  actions.newRule();
  actions.newRule();
  return actions.renameRule("Your rule")!;
}
