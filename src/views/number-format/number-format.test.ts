import { describe, expect, it } from "vitest";
import { formatCount, formatNumber, formatPercent, formatTick } from "./number-format";

describe("a number", () => {
  it.each([
    [9.2937, "9.29"],
    [13.24, "13.2"],
    [0.14432, "0.144"],
    [0.08531, "0.0853"],
    [0.0012345, "0.00123"],
    [27.16, "27.2"],
    [1234.5, "1235"],
    [9999.7, "1.0·10⁴"],
    [12345, "1.2·10⁴"],
    [2.71e13, "2.7·10¹³"],
    [9.97e13, "1.0·10¹⁴"],
    [0.00041, "4.1·10⁻⁴"],
    [1e-8, "10⁻⁸"],
    [2e-5, "2·10⁻⁵"],
    [-0.54321, "−0.543"],
    [0, "0"],
    [-0, "0"],
    [NaN, "–"],
    [-Infinity, "−∞"],
  ])("%f is printed as %s", (value, text) => expect(formatNumber(value)).toBe(text));

  it("that is exact stays short; one that was rounded keeps its zeros", () => {
    expect([10, 30, 0.05, -9, 100].map((value) => formatNumber(value))).toEqual([
      "10",
      "30",
      "0.05",
      "−9",
      "100",
    ]);
    expect(formatNumber(0.29012)).toBe("0.290");
  });

  it("takes as many digits as asked for", () => {
    expect(formatNumber(9.2937, 2)).toBe("9.3");
    expect(formatNumber(1.2345678, 5)).toBe("1.2346");
    expect(formatNumber(12345.678, 6)).toBe("12345.7");
    expect(formatNumber(0.00028508, 5)).toBe("2.8508·10⁻⁴");
  });
});

it("ticks are powers of ten, written small and large", () => {
  const powers = [1000, 100, 1, 0.1, 0.01, 1e-3, 1e-4, 1e-16, 1e4, 1e12];
  expect(powers.map(formatTick)).toEqual(
    ["1000", "100", "1", "0.1", "0.01", "10⁻³", "10⁻⁴", "10⁻¹⁶", "10⁴", "10¹²"], // prettier-ignore
  );
});

it("other ticks are as short as they are exact", () => {
  const values = [0, 0.2, 0.30000000000000004, -0.5, 150, 25000, 0.0025, 2e-5, 3e7];
  expect(values.map(formatTick)).toEqual(
    ["0", "0.2", "0.3", "−0.5", "150", "25,000", "0.0025", "2·10⁻⁵", "3·10⁷"], // prettier-ignore
  );
});

it("counts are grouped, shares are in percent", () => {
  expect([7, 1500, 18750, 1234567].map(formatCount)).toEqual(["7", "1,500", "18,750", "1,234,567"]);
  expect(formatPercent(0.9114)).toBe("91.1\u00a0%");
  expect(formatPercent(0.7, 0)).toBe("70\u00a0%");
  expect(formatPercent(NaN)).toBe("–");
});
