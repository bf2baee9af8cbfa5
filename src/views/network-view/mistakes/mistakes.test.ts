import { describe, expect, it } from "vitest";
import { confusionOf, rightOf, worstOf } from "./confusion";
import { pickedImages, rightsOf } from "./picked-images";

const labels = [0, 1, 2, 2, 1, 2];
const first = [0, 2, 2, 1, 2, 2];
const second = [1, 1, 2, 0, 2, 2];

describe("the confusion matrix", () => {
  const counts = confusionOf(first, labels, 3);

  it("counts what is named, a row a true class", () => {
    expect([...counts]).toEqual([1, 0, 0, 0, 0, 2, 0, 1, 2]);
  });

  it("tells how many are right, and what is confused most", () => {
    expect(rightOf(counts)).toBe(3);
    expect(worstOf(counts)).toEqual({ truth: 1, named: 2, count: 2 });
    expect(worstOf(confusionOf(labels, labels, 3)).count).toBe(0);
  });

  it("adds up to all images, whatever is named", () => {
    const named = Uint8Array.from({ length: 500 }, (_, i) => (i * 7) % 10);
    const truth = Uint8Array.from({ length: 500 }, (_, i) => (i * 3) % 10);
    const all = confusionOf(named, truth, 10);
    expect(all.reduce((sum, count) => sum + count)).toBe(500);
    expect(rightOf(all)).toBe(named.filter((name, i) => name === truth[i]).length);
  });
});

describe("images that are looked at", () => {
  it("are those a run gets wrong", () => {
    expect(pickedImages({ named: first }, labels)).toEqual([1, 3, 4]);
  });

  it("or those that two runs name differently, whoever is right", () => {
    const picked = pickedImages({ named: first, other: second }, labels);
    expect(picked).toEqual([0, 1, 3]);
    expect(rightsOf(picked, first, second, labels)).toEqual({ first: 1, second: 1, neither: 1 });
    expect(pickedImages({ named: first, other: first }, labels)).toEqual([]);
  });

  it("or those of one cell of the matrix, the right ones too where the cell is on the diagonal", () => {
    expect(pickedImages({ named: first, only: { truth: 1, named: 2 } }, labels)).toEqual([1, 4]);
    expect(pickedImages({ named: first, only: { truth: 2, named: 2 } }, labels)).toEqual([2, 5]);
    expect(pickedImages({ named: first, other: second, only: { truth: 1, named: 2 } }, labels)).toEqual([1]);
  });
});
