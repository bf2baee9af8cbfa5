import { refusing } from "../formula/sentence";

/** What a value must be; said behind the name of its field. */
type Demand =
  | "must be one of {0}"
  | "must be a whole number from {0} to {1}"
  | "must be a number from {0} to {1}"
  | "must be 1 or 0"
  | "needs two numbers between -100000 and 100000: x,y"
  | "needs four numbers between -100000 and 100000, each range rising: x0,x1,y0,y1"
  | "needs one to {0} layers of 1 to {1} units"
  | "cannot be set: the layers of {0} are fixed"
  | "needs a formula in x and y, such as x^2 + y^2";

/** What a number of a run must be. */
type NumberSentence =
  | "{0} must be a number"
  | "{0} must be a number, not {1}"
  | "{0} must be above {1}"
  | "{0} must be at least {1}"
  | "{0} must be below {1}"
  | "{0} must be at most {1}";

/** What is wrong with a visitor's rule, surface, or name of either. */
type OwnSentence =
  | '"{0}" is a modifier that every run has; choose another name'
  | '"{0}" has a meaning of its own here; choose another name'
  | "a rule must assign theta, as in: theta = theta - lr * g"
  | "a rule has at most {0} hyperparameters"
  | "a rule's name is a letter and up to 31 letters, digits, spaces, - or _"
  | "there is an optimizer called {0} already"
  | "there is a rule called {0} already"
  | "there are two rules of this name"
  | "a surface has at most {0} names beside x and y"
  | "a run's name has 1 to {0} characters";

/** What is wrong with a spec. */
type SpecSentence =
  | "the spec must be an object"
  | "{0} {1}"
  | "{0} {1}; {2}"
  | "it is left out"
  | "{0} is used"
  | "{0} says nothing of a network and was ignored"
  | "{0} says nothing of a surface and was ignored"
  | "{0} says nothing of {1}, which has no hidden units, and was ignored"
  | "{0} belongs to surface=custom and was ignored"
  | "unknown network: {0}. Known: {1}"
  | "unknown surface: {0}. Known: {1}"
  | "unknown optimizer: {0}. Known: {1}"
  | "unknown schedule: {0}. Known: constant, {1}"
  | "{0} has no parameter {1}"
  | "rules must be a list"
  | "at most {0} rules are kept; the others were left out"
  | "rule must read name:<update rule>"
  | "rule {0}: {1}"
  | "line {0}, column {1}: {2}"
  | "runs must be a list"
  | "at most {0} runs are shown; the others were left out"
  | "{0} has no convention {1}, only {2}; shown with pytorch"
  | "until names a step from 1 and the numbers before it, as in until=60(lr=0.01); it was left out"
  | "{0}; {1} was left out"
  | "{0} has no hyperparameter {1}; it takes {2}"
  | "the schedule changes lr, and this rule has no lr; it was left out"
  | "schedule {0} has no parameter {1}; it takes {2}"
  | "schedule {0} has no parameter {1}; it takes no parameters"
  | "schedule {0}: {1} must be a number from {2} to {3}";

/** All that a spec is refused with: each sentence stands where it is said, and here for the other languages. */
export type ExperimentSentence = Demand | NumberSentence | OwnSentence | SpecSentence;

/** A refusal of a spec, or of a part of it. */
export const refuse = refusing<ExperimentSentence>();
