import { expect, test } from "vitest";
import { medianOf, race } from "./bench-rounds";

test("contenders take turns forwards and backwards, each prepared before its turn", async () => {
  const told: string[] = [];
  const contender = (name: string) => ({
    name,
    prepare: async () => void told.push(`prepare ${name}`),
    compute: () => void told.push(name),
  });
  await race([contender("a"), contender("b")], 2);
  expect(told.filter((each) => !each.startsWith("prepare")).join(" ")).toBe("a b b a");
  expect(told.join(", ")).toContain("prepare b, b, prepare b, b");
});

test("getting ready is not timed, and a part counts as often as the whole holds it", async () => {
  const work = (milliseconds: number) => {
    for (const end = performance.now() + milliseconds; performance.now() < end;);
  };
  const [row] = await race(
    [{ name: "a", prepare: async () => work(60), compute: () => work(2), scale: 3 }],
    3,
  );
  expect(row!.milliseconds).toBeGreaterThanOrEqual(6);
  expect(row!.milliseconds).toBeLessThan(60);
});

test("of an even number the upper of the two in the middle is the median", () => {
  expect(medianOf([4, 1, 3, 2])).toBe(3);
  expect(medianOf([9])).toBe(9);
});
