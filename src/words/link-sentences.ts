import { refusing } from "../formula/sentence";

/** All that a link is refused with, beside its spec: each sentence stands where it is said, and here for the other languages. */
export type LinkSentence =
  | "the link would have {0} characters; at most {1} can be read"
  | "{0}, so the address was left as it was: shorten a formula"
  | "the link has {0} characters; at most {1} are read, so none were"
  | "{0} is given twice; the last one counts"
  | "the link's key {0} is not known and was ignored"
  | "the link's part {0} holds a % that escapes nothing; it was ignored"
  | "{0} must read id or id(name=value,...)"
  | "{0} must be one of {1}"
  | "step must be a whole number from 0"
  | "goal must be a number: the loss that runs are held against"
  | "inside names one run or two by their places, as in inside=1,3"
  | "smooth must be one of 1, 10, 30, 100"
  | "span must be two steps, the first below the second, as in span=20,60"
  | "embed must be 1 or 0"
  | "{0} belongs to embed=1 and was ignored"
  | "hide takes a list of {0}"
  | "origins takes a list such as https://example.org; what reads otherwise is not obeyed"
  | "window needs four numbers, each range rising: x0,x1,y0,y1; the whole surface is shown"
  | "numbers gives each run its own, from 1 to {0}, as in numbers=2,1; they were left out"
  | "label names a run by its place and calls it something of up to {0} characters, as in label=1:Heavy ball";

/** A refusal of a link. */
export const refuse = refusing<LinkSentence>();
