import { expect, test } from "vitest";
import { linked } from "./linked";

test("a doi and an arXiv number become links, and the comma behind one does not", () => {
  expect(linked("Kingma & Ba 2015, arXiv:1412.6980, section 7.1")).toEqual([
    { text: "Kingma & Ba 2015, " },
    { text: "arXiv:1412.6980", address: "https://arxiv.org/abs/1412.6980" },
    { text: ", section 7.1" },
  ]);
  expect(linked("Polyak 1964, doi:10.1016/0041-5553(64)90137-5").at(-1)?.address).toBe(
    "https://doi.org/10.1016/0041-5553(64)90137-5",
  );
  expect(linked("Nesterov 1983; Sutskever et al. 2013, ICML 28:1139")).toHaveLength(1);
});
