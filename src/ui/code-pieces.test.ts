import { expect, test } from "vitest";
import { isOfWhole, piecesOf, replaced, stretchOf, type Piece } from "./code-pieces";

const stateOf = (name: string) => (["m", "v", "e5"].includes(name) ? "state" : undefined);

const rule =
  "# the mean\nm = beta1 * m + (1 - beta1) * g\n\ntheta = theta - lr * m / (sqr(v) + 1e5)  # sqr\n";

test("the pieces of a text are the text, wherever the error lies in it", () => {
  for (let offset = 0; offset < rule.length + 3; offset++)
    for (const length of [0, 1, 4, 60]) {
      const lines = rule.split("\n");
      const painted = piecesOf(rule, { offset, length }, stateOf).map(plain);
      expect(painted.map((line, i) => line.slice(0, lines[i]!.length))).toEqual(lines);
      // Only a space to underline may be added, and only to the line the error points at the end of.
      const added = painted.map((line, i) => line.slice(lines[i]!.length)).filter((rest) => rest !== "");
      expect(added).toEqual(rule[offset] === "\n" || offset === rule.length ? [" "] : []);
    }
});

test("the wrong pieces are the characters pointed at", () => {
  for (let offset = 0; offset < rule.length; offset++)
    for (const length of [1, 4, 60]) {
      const wrong = rule.slice(offset, offset + length).replaceAll("\n", "");
      const pieces = piecesOf(rule, { offset, length }, stateOf).flat();
      const shown = plain(pieces.filter(({ isWrong }) => isWrong));
      expect(shown).toBe(rule[offset] === "\n" ? ` ${wrong}` : wrong);
    }
});

test("names are coloured as they are called, numbers and comments are none", () => {
  const kinds = piecesOf("m + 1e5 * e5 # m", undefined, stateOf)[0]!;
  expect(kinds.map(({ text, kind }) => [text, kind])).toEqual([
    ["m", "state"],
    [" + 1e5 * ", undefined],
    ["e5", "state"],
    [" ", undefined],
    ["# m", "comment"],
  ]);
});

test("an error within a comment or a name cuts it and leaves its kind", () => {
  const [line] = piecesOf("# note", { offset: 2, length: 2 });
  expect(line).toEqual([
    { text: "# ", kind: "comment", isWrong: false },
    { text: "no", kind: "comment", isWrong: true },
    { text: "te", kind: "comment", isWrong: false },
  ]);
});

test("what is missing at the end is a space to underline, in an empty text as well", () => {
  const missing = { text: " ", kind: undefined, isWrong: true };
  expect(piecesOf("2 *", { offset: 3, length: 0 })[0]!.at(-1)).toEqual(missing);
  expect(piecesOf("a =\nb", { offset: 3, length: 0 })).toEqual([
    [{ text: "a =", kind: undefined, isWrong: false }, missing],
    [{ text: "b", kind: undefined, isWrong: false }],
  ]);
  expect(piecesOf("", { offset: 0, length: 0 })).toEqual([[missing]]);
});

test("an error without a place marks nothing", () => {
  expect(isOfWhole("x^2", { offset: 0, length: 0 })).toBe(true);
  expect(piecesOf("x^2", { offset: 0, length: 0 }).flat()).not.toContainEqual(
    expect.objectContaining({ isWrong: true }),
  );
  expect(isOfWhole("", { offset: 0, length: 0 })).toBe(false);
  expect(isOfWhole("\nx", { offset: 0, length: 0 })).toBe(false);
});

test("a character of two code units is not torn", () => {
  expect(piecesOf("a😀b", { offset: 1, length: 2 })[0]!.map(({ text }) => text)).toEqual(["a", "😀", "b"]);
});

test("a suggestion takes the place of the wrong stretch and of nothing else", () => {
  expect(replaced("1 + sqr(x)", { offset: 4, length: 3 }, "sqrt")).toBe("1 + sqrt(x)");
  expect(replaced("x**2", { offset: 1, length: 2 }, "^")).toBe("x^2");
});

test("a word is found from where it first stands to where it last ends, and not within another", () => {
  const text = "G_2 = 1\ntheta = G - G * Gg";
  const { offset, length } = stretchOf(text, "G");
  expect(text.slice(offset, offset + length)).toBe("G - G");
  expect(stretchOf("1 + G", "G")).toEqual({ offset: 4, length: 1 });
});

const plain = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join("");
