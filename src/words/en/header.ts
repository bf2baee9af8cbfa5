import { inLanguage } from "../speak";

/** Words of the header and of the places it leads to. */
export const headerWords = inLanguage("header", {
  title: "Ravine: watch optimizers move",
  places: "places",
  surfaces: "Surfaces",
  networks: "Networks",
  rule: "Your optimizer",
  goElsewhere: (here: string) => `${here}: go elsewhere`,
  lessons: "Lessons",
  lessonsMenu: "lessons",
  undo: "Undo",
  redo: "Redo",
  copyLink: "Copy link",
  linkCopied: "Link copied",
  notCopied: (why: string) => `Not copied: ${why}. Shorten a formula.`,
  linkByHand: "link to this page as it is",
  language: "Language",
  theme: (theme: "auto" | "light" | "dark") => `Theme: ${theme === "auto" ? "as the system" : theme}`,
  larger: "Larger, for a projector",
  share: "Share",
  keys: "Keys",
  openKeys: "Keys (?)",
});
