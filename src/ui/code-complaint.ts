import { isOfWhole, type Stretch } from "./code-pieces";
import { uiWords } from "../words/en/ui";

/** What is wrong with a text, with its place; what could stand there instead, if there is one guess. */
export type CodeError = Stretch & {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly suggestion?: string | undefined;
};

/** Words as they are told; those the message had in quotation marks are code. */
export type Told = readonly { readonly text: string; readonly isCode: boolean }[];

/** An error as two sentences: where and what, and what may help unless a suggestion says it already. */
export function complaintOf(
  text: string,
  error: CodeError,
  hasLines: boolean,
): { readonly what: Told; readonly help: Told | undefined } {
  const { line, column, message, suggestion } = error;
  // A Chinese semicolon that is complained of stands before a quotation mark.
  const [what = "", ...rest] = message.split(/; |；(?!")/);
  const help = rest.join("; ");
  const place = hasLines ? uiWords().place(line, column) : uiWords().column(column);
  return {
    what: toldOf(isOfWhole(text, error) ? capital(what) : place + what),
    help: help === "" || suggestion !== undefined ? undefined : toldOf(capital(help)),
  };
}

function toldOf(sentence: string): Told {
  return uiWords()
    .ended(sentence)
    .split(/"([^"]+)"/)
    .map((text, i) => ({ text, isCode: i % 2 === 1 }))
    .filter(({ text }) => text !== "");
}

const capital = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);
