import { expect, test } from "vitest";
import { resolveNetwork } from "../networks/index";
import { appliesTo, changedSettings } from "./changed-settings";
import { settingNames } from "./spec";
import { networkSpec } from "./usual-spec";

const wordsOf = (changes: Partial<ReturnType<typeof networkSpec>>) =>
  changedSettings({ ...networkSpec("mnist-mlp"), ...changes }).map(({ words }) => words);

test("what is otherwise than usual is said in a few words, in the order of the table", () => {
  expect(wordsOf({})).toEqual([]);
  expect(wordsOf({ dropout: 0.2, init: "he", images: 1000, standardise: true })).toEqual([
    ...["first weights He", "1,000 images", "standardised pixels", "dropout 0.2"],
  ]);
  expect(wordsOf({ activation: "tanh", shift: 2, rotate: 7.5, labelNoise: 0.1, fgsm: 1e-3 })).toEqual([
    ...["tanh", "shifts up to 2 px", "turns up to 7.5°", "label noise 0.1", "adversarial test 0.001"],
  ]);
});

test("activation and dropout say nothing of a network without hidden units", () => {
  const ofLogistic = settingNames.filter((name) => !appliesTo(name, resolveNetwork("mnist-logistic")));
  expect(ofLogistic).toEqual(["activation", "dropout"]);
  for (const id of ["mnist-mlp", "mnist-cnn"])
    expect(settingNames.every((name) => appliesTo(name, resolveNetwork(id)))).toBe(true);
});
