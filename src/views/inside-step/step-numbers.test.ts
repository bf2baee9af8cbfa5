import { expect, test } from "vitest";
import { columnTexts, scalarText } from "./step-numbers";

test("gradients and state have two decimals, long numbers fewer, and small ones what tells them apart", () => {
  expect(columnTexts([-8.2517, -92.9412], "plain")).toEqual(["−8.25", "−92.94"]);
  expect(columnTexts([62.094, 2407.73], "plain")).toEqual(["62.1", "2407.7"]);
  expect(columnTexts([0.02996, 0.003436], "plain")).toEqual(["0.0300", "0.0034"]);
  expect(columnTexts([-0.00076, -1.95624], "plain")).toEqual(["−7.6·10⁻⁴", "−1.96"]);
  expect(columnTexts([123456.7, 1], "plain")).toEqual(["123457", "1"]);
});

test("a step has three digits, its smaller coordinate at least two", () => {
  expect(columnTexts([0.44612, 0.82371], "step")).toEqual(["0.446", "0.824"]);
  expect(columnTexts([0.2367, -0.1686], "step")).toEqual(["0.237", "−0.169"]);
  expect(columnTexts([0.00441, 0.8237], "step")).toEqual(["0.0044", "0.824"]);
  expect(columnTexts([0.0441, 0.8237], "step")).toEqual(["0.044", "0.824"]);
  expect(columnTexts([12.34, 150.2], "step")).toEqual(["12", "150"]);
});

test("a place has the decimals of the step, so that a reader can add", () => {
  expect(columnTexts([-8.2517, -1.8588], "point", [0.44612, 0.82371])).toEqual(["−8.252", "−1.859"]);
  expect(columnTexts([-8.2517, -1.8588], "point", [150, 20])).toEqual(["−8.25", "−1.86"]);
});

test("what is left by rounding of a place at zero is nothing", () => {
  expect(columnTexts([-1.2e-15, 0.2], "point", [0.3, 0.3])).toEqual(["0", "0.200"]);
});

test("what is too small or too large for its column is told in powers of ten, and nothing is nothing", () => {
  expect(columnTexts([0, 3.21e-7], "step")).toEqual(["0", "3.2·10⁻⁷"]);
  expect(columnTexts([1e-12, -4.2], "plain")).toEqual(["10⁻¹²", "−4.20"]);
  expect(columnTexts([-2.5e13, 1], "plain")).toEqual(["−2.5·10¹³", "1"]);
  expect(columnTexts([NaN, Infinity], "step")).toEqual(["–", "∞"]);
});

test("a number alone is as it was typed, or to four digits", () => {
  expect(["0.9995", "0.015", "1e-8"].map((text) => scalarText(Number(text), "typed"))).toEqual([
    "0.9995",
    "0.015",
    "10⁻⁸",
  ]);
  expect(scalarText(1 - 0.9 ** 4, "scalar")).toBe("0.3439");
  expect(scalarText(1 - 0.99, "scalar")).toBe("0.01");
});
