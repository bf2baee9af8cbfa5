import { inLanguage } from "../speak";

/** Words of controls that know nothing of optimizers. */
export const uiWords = inLanguage("ui", {
  close: "Close",
  valueOf: (label: string) => `${label}, value`,
  stillDrawn: (reason: string, value: string) => `${reason}. Still drawn with ${value}.`,
  place: (line: number, column: number) => `Line ${line}, column ${column}: `,
  column: (column: number) => `Column ${column}: `,
  /** Ends a sentence that has no end. */
  ended: (sentence: string) => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`),
  didYouMean: " Did you mean ",
  /** Before the text of an explanation is asked for. */
  whatIs: (name: string) => `What is ${name}?`,
  questionMark: "?",
  copy: (name: string) => `Copy ${name}`,
  copied: (name: string) => `${name} copied`,
  noCopy: (name: string, why: string) => `No ${name}: ${why}`,
  notLoaded: "This part of the page did not load.",
  broken: "This part of the page stopped working.",
  tryAgain: "try again",
  reload: "reload the page",
  byHand: (name: string) => `${name}, to be copied by hand`,
});
