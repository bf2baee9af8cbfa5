import type { HostKind } from "./snippets";

/** What the dialog calls each kind of page: names, the same in every language. */
export const hostNames: Readonly<Record<HostKind, string>> = {
  html: "HTML",
  markdown: "Markdown, Quarto",
  myst: "MyST",
  docusaurus: "Docusaurus",
  reveal: "reveal.js",
  moodle: "Moodle, Canvas",
  element: "<ravine-lab>",
};
