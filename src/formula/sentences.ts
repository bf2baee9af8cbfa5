import { refusing } from "./sentence";

/** All that a formula is refused with: each sentence stands where it is said, and here for the other languages. */
export type FormulaSentence =
  | '"{0}" is a function: write {0}(...)'
  | '"{0}" is a reserved name; choose another'
  | '"{0}" is a function and cannot be assigned'
  | '"{0}" is a constant and cannot be assigned'
  | '"{0}" is given; a rule may assign {1} and names of its own'
  | "expected a number, a name or ("
  | "write ^ for a power"
  | 'expected an operator before "{0}", such as *'
  | 'unexpected "{0}"'
  | 'unknown name "{0}"; did you mean {1}?'
  | 'unknown name "{0}"; there are {1}'
  | 'unknown function "{0}"; did you mean {1}?'
  | 'unknown function "{0}"; there are {1}'
  | 'expected an assignment such as "theta = theta - lr * g"'
  | "more than {0} factors in a row"
  | "nested more than {0} levels deep"
  | "the number {0} is too large"
  | "{0} takes {1} argument, not {2}"
  | "{0} takes {1} arguments, not {2}"
  | 'expected ")"'
  | "a formula has at most {0} numbers, names and operators"
  | "a formula has at most {0} characters; this one has {1}"
  | "a name begins with a letter"
  | '"{0}" is not part of a formula; it has numbers, names, + - * / ^ ( ) and commas'
  | "a division by 0 has no value"
  | "{0} is too large"
  | "{0} has no value"
  | "the derivative of this formula is too long; simplify the formula";

/** A refusal of a formula. */
export const refuse = refusing<FormulaSentence>();
