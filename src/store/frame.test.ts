import { expect, it } from "vitest";
import { frameParts } from "./frame";
import { parseLink } from "./parse-link";
import { toLink } from "./write-link";

it.each([
  "embed=1",
  "embed=1&hide=rules,charts",
  "embed=1&origins=https://example.org,http://localhost:8080",
  "lang=zh&embed=1",
])("a frame's link survives the way through the page: %s", (hash) => {
  const { problems, ...link } = parseLink(hash);
  expect(problems).toEqual([]);
  expect(decodeURIComponent(toLink({ ...link, step: undefined }))).toBe(hash);
});

it("a page of its own is no frame", () => {
  expect(parseLink("").frame).toBeUndefined();
  expect(parseLink("embed=0").frame).toBeUndefined();
});

it("every part can be hidden, in any order", () => {
  expect(parseLink(`embed=1&hide=${[...frameParts].reverse().join()}`).frame?.hide).toEqual(frameParts);
});

it.each([
  ["embed=2", "embed"],
  ["hide=charts", "hide"],
  ["origins=https://example.org", "origins"],
  ["embed=1&hide=charts,everything", "hide"],
  ["embed=1&hide=__proto__", "hide"],
  ["embed=1&origins=example.org", "origins"],
  ["embed=1&origins=https://example.org/path", "origins"],
  ["embed=1&origins=*", "origins"],
  ["lang=klingon", "lang"],
])("%s comes up and says why it was not used", (hash, field) => {
  expect(parseLink(hash).problems).toMatchObject([{ field }]);
});

it("origins that cannot be read are nobody's, not everybody's", () => {
  expect(parseLink("embed=1").frame?.origins).toBeUndefined();
  expect(parseLink("embed=1&origins=").frame?.origins).toEqual([]);
  expect(parseLink("embed=1&origins=*").frame?.origins).toEqual([]);
  expect(parseLink("embed=1&origins=*,https://example.org").frame?.origins).toEqual(["https://example.org"]);
});
