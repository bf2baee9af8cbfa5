import { expect, it } from "vitest";
import { parseLink } from "../../store/parse-link";
import { toLink } from "../../store/write-link";
import { hosts, snippetFor } from "./snippets";

const asked =
  "surface=custom&value=x^2+y^2&rule=mine:theta=theta-lr*g&run=mine(lr=0.1)&run=adam(beta1=0.5)&step=3";
const { problems, ...link } = parseLink(`${asked}&embed=1&hide=rules`);
const embedded = {
  page: "https://example.org/ravine/",
  hash: toLink(link),
  title: `A "b" <c> & d`,
  height: 400,
};

it.each(hosts)("the code for %s holds the whole experiment, readable again", (kind) => {
  expect(problems).toEqual([]);
  const code = snippetFor(kind, embedded);
  const text = code.replaceAll("&amp;", "&");
  const hash = (kind === "element" ? /hash="([^"]*)"/ : /#([^"\s]*)/).exec(text)![1]!;
  const read = parseLink(kind === "element" ? `${hash}&embed=1` : hash);
  expect(read).toEqual({ ...link, problems: [] });
});

it.each(hosts.filter((kind) => kind !== "myst"))(
  "nothing in the code for %s ends an attribute before its time",
  (kind) => {
    const code = snippetFor(kind, embedded);
    expect(code).toContain('title="A &quot;b&quot; &lt;c&gt; &amp; d"');
    expect(code.replaceAll(/&(amp|quot|lt|gt);/g, "")).not.toContain("&");
  },
);

it("a plain frame for Moodle has nothing that is taken out: no script, no style, no loading", () => {
  expect(snippetFor("moodle", embedded)).not.toMatch(/script|style|loading|class/);
});

it("<ravine-lab> loads the versioned module beside the page", () => {
  expect(snippetFor("element", embedded)).toContain('src="https://example.org/ravine/ravine-1.js"');
});
