import { expect, test } from "vitest";
import { optimizers } from "../../optimizers/index";
import { conventionsOf } from "../../optimizers/optimizer";
import { differenceOf, warningOf } from "./convention-words";

test("every convention of every optimizer says in what it differs from PyTorch's", () => {
  for (const [id, optimizer] of Object.entries(optimizers))
    for (const convention of conventionsOf(optimizer))
      expect(differenceOf(id, convention) === undefined, `${id}@${convention}`).toBe(
        convention === "pytorch",
      );
});

test("textbook momentum says by how much it is slower, and nothing else warns", () => {
  expect(warningOf("momentum", "textbook", { beta: 0.9 })).toBe("10× slower");
  expect(warningOf("momentum", "textbook", { beta: 0.99 })).toBe("100× slower");
  expect(warningOf("momentum", "textbook", { beta: 0 })).toBeUndefined();
  expect(warningOf("momentum", "pytorch", { beta: 0.9 })).toBeUndefined();
});
