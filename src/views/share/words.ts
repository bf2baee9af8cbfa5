import type { FramePart } from "../../store/frame";
import type { HostKind } from "./snippets";

/** What the dialog calls each kind of page, and what its author is to know. */
export const hostWords: Readonly<Record<HostKind, { readonly word: string; readonly note: string }>> = {
  html: { word: "HTML", note: "A plain frame: no script in your page." },
  markdown: {
    word: "Markdown, Quarto",
    note: "Markdown takes HTML as it is; leave an empty line before and after.",
  },
  myst: { word: "MyST", note: "MyST sets the height by the width." },
  docusaurus: { word: "Docusaurus", note: "For an .mdx page, or an .md page of Docusaurus." },
  reveal: { word: "reveal.js", note: "A slide of its own; the frame is loaded when the slide is near." },
  moodle: {
    word: "Moodle, Canvas",
    note: "Paste it into the HTML view of the editor. Nothing in it is taken out when you save.",
  },
  element: {
    word: "<ravine-lab>",
    note: "The frame takes the height it needs, and scripts of your page can steer it.",
  },
};

/** What the dialog calls what can be left out. */
export const partWords: Readonly<Record<FramePart, string>> = {
  stage: "maps and curves",
  rules: "update rules",
  charts: "loss",
  controls: "learning rates",
  playback: "playback",
};

export const words = {
  share: "Share",
  close: "Close",
  link: "Link",
  linkLabel: "link to this page as it is",
  embed: "Embed",
  target: "where it is put",
  leaveOut: "Leave out",
  plays: "plays when it is seen",
  code: "embed code",
  preview: "Preview",
  copy: "Copy",
  copied: "Copied",
  byHand: "Selected: copy it with Ctrl+C or ⌘C.",
  tooLong: (refusal: string) => `Cannot be shared: ${refusal}. Shorten a formula.`,
};
