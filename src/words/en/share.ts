import { inLanguage } from "../speak";

/** Words of the dialog with the link and the embed code, and of a frame. */
export const shareWords = inLanguage("share", {
  share: "Share",
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
  /** What an author of each kind of page is to know. */
  notes: {
    html: "A plain frame: no script in your page.",
    markdown: "Markdown takes HTML as it is; leave an empty line before and after.",
    myst: "MyST sets the height by the width.",
    docusaurus: "For an .mdx page, or an .md page of Docusaurus.",
    reveal: "A slide of its own; the frame is loaded when the slide is near.",
    moodle: "Paste it into the HTML view of the editor. Nothing in it is taken out when you save.",
    element: "The frame takes the height it needs, and scripts of your page can steer it.",
  },
  /** What can be left out. */
  parts: {
    stage: "maps and curves",
    rules: "update rules",
    charts: "loss",
    controls: "learning rates",
    playback: "playback",
  },
  inFull: "open in full",
});
