import { expect, test } from "vitest";
import { complaintOf, type CodeError, type Told } from "./code-complaint";

const at = (message: string, more: Partial<CodeError> = {}): CodeError => ({
  ...{ offset: 4, length: 3, line: 4, column: 27, message },
  ...more,
});

test("the place comes first, without the line where there is but one", () => {
  const error = at('unknown function "sqr"');
  expect(plain(complaintOf("1 + sqr(x)", error, true).what)).toBe(
    "Line 4, column 27: unknown function `sqr`.",
  );
  expect(plain(complaintOf("1 + sqr(x)", error, false).what)).toBe("Column 27: unknown function `sqr`.");
});

test("what the suggestion says is not said twice; other help is a sentence of its own", () => {
  const guessed = at('unknown name "y"; did you mean x?', { suggestion: "x" });
  expect(complaintOf("1 + y", guessed, false).help).toBeUndefined();
  const listed = at('unknown name "foo"; there are x, y');
  expect(plain(complaintOf("1 + foo", listed, false).help!)).toBe("There are x, y.");
  expect(plain(complaintOf("1 + foo", listed, false).what)).toBe("Column 27: unknown name `foo`.");
});

test("an error about the whole text names no place", () => {
  const error = at("the derivative is too long; simplify the formula", { offset: 0, length: 0 });
  const { what, help } = complaintOf("x^x^x", error, true);
  expect([plain(what), plain(help!)]).toEqual(["The derivative is too long.", "Simplify the formula."]);
});

test("a semicolon or a quotation mark that is complained of is told as it is", () => {
  expect(plain(complaintOf("1 + ;", at('unexpected ";"'), false).what)).toBe("Column 27: unexpected `;`.");
  const chinese = at('"；" is not part of a formula; it has numbers and commas');
  expect(plain(complaintOf("1 ； 2", chinese, false).what)).toBe("Column 27: `；` is not part of a formula.");
  const quote = at('""" is not part of a formula; it has numbers and commas');
  expect(plain(complaintOf('1 + "', quote, false).what)).toBe('Column 27: """ is not part of a formula.');
});

const plain = (told: Told) => told.map(({ text, isCode }) => (isCode ? `\`${text}\`` : text)).join("");
