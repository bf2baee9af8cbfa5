import { expect, it } from "vitest";
import { headName } from "./head-name";

it("the head of a run that diverged says its loss where the map has room for it", () => {
  const named = (width: number) => headName("Gradient descent", { step: 6, loss: 2.8e13 }, width);
  expect(named(800)).toBe("Gradient descent diverged at step 6, loss 2.8·10¹³");
  expect(named(360)).toBe("Gradient descent diverged at step 6");
  expect(headName("Adam", undefined, 360)).toBe("Adam");
});
