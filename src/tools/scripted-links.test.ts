import { expect, test } from "vitest";
import { optimizers } from "../optimizers/index";
import { conventionsOf, type Optimizer } from "../optimizers/optimizer";
import { parseLink } from "../store/parse-link";
import { scriptedLinks } from "./scripted-links";

test("scripts of every formulation are run, by links of which the page has nothing to complain", () => {
  const specs = [...scriptedLinks().values()].flat().map((hash) => {
    const { spec, problems } = parseLink(hash);
    expect(problems, hash).toEqual([]);
    return spec;
  });
  const run = new Set(
    specs.flatMap(({ runs }) => runs.map(({ optimizer, convention }) => `${optimizer}@${convention}`)),
  );
  for (const [id, optimizer] of Object.entries<Optimizer>(optimizers))
    for (const convention of conventionsOf(optimizer)) expect(run).toContain(`${id}@${convention}`);
});
