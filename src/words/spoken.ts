import { inWords, type Refusal } from "../formula/sentence";
import { said } from "./speak";

/** A refusal in the language spoken. */
export function spoken(refusal: Refusal): string;
export function spoken(refusal: Refusal | undefined): string | undefined;
export function spoken(refusal: Refusal | undefined): string | undefined {
  // Chinese has a space beside a Latin name, and none beside a Chinese one.
  return refusal && inWords(refusal, said).replace(/(\p{Script=Han}) (?=\p{Script=Han})/gu, "$1");
}
