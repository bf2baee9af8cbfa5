import { expect, test } from "vitest";
import { scaledQuery } from "./page-scale";

test("a page drawn a quarter larger has a phone's layout in a window that is a quarter wider", () => {
  expect(scaledQuery("(max-width: 700px)", 1.25)).toBe("(max-width: 875px)");
  expect(scaledQuery("(max-width: 1400px) and (min-width: 1101px)", 1.25)).toBe(
    "(max-width: 1750px) and (min-width: 1376.25px)",
  );
  expect(scaledQuery("(pointer: coarse)", 1.25)).toBe("(pointer: coarse)");
});
