import type { Assignment, BinaryOperator, Expression } from "./ast";
import { constantParts } from "./constant-parts";
import { FormulaError } from "./formula-error";
import { complaintsAbout, refusalToAssign, refusalToRead, type Taken } from "./refusal";
import { refuse } from "./sentences";
import { tokenize, type Token } from "./tokens";
import { constantOf, functionNames, vocableOf } from "./vocabulary";

export { FormulaError };

/** Brackets within brackets, signs before signs, powers of powers, factors in a row. */
const deepest = 64;
const mostNodes = 1000;

const precedence = { "+": 1, "-": 1, "*": 2, "/": 2, "^": 4 } as const satisfies Record<
  BinaryOperator,
  number
>;
/** Between `*` and `^`: -x^2 is -(x^2). */
const signPrecedence = 3;

/** Reads one expression; names outside `known`, if given, are refused, and those `taken`. Throws FormulaError. */
export function parseExpression(
  source: string,
  known?: Iterable<string>,
  { taken }: { readonly taken?: Taken } = {},
): Expression {
  const tokens = tokenize(source).filter(({ text }) => text !== "\n");
  const parser = parserOf(source, tokens, { known: known && new Set(known), taken });
  const expression = parser.expression();
  parser.end("text");
  return expression;
}

/**
 * Reads an update rule: assignments parted by line ends or `;`. Names `taken` are neither read nor assigned; of the
 * given names only theta and those `assignable` are assigned. Throws FormulaError.
 */
export function parseProgram(
  source: string,
  { taken, assignable }: { readonly taken?: Taken; readonly assignable?: readonly string[] } = {},
): Assignment[] {
  const parser = parserOf(source, tokenize(source), { taken, assignable });
  const program: Assignment[] = [];
  while (parser.skipEnds()) {
    const target = parser.target();
    program.push({ target, value: parser.expression() });
    parser.end("line");
  }
  return program;
}

/** Which names may stand where. */
type Names = {
  readonly known?: ReadonlySet<string> | undefined;
  readonly taken?: Taken | undefined;
  readonly assignable?: readonly string[] | undefined;
};

function parserOf(source: string, tokens: readonly Token[], { known, taken, assignable }: Names) {
  let at = 0;
  let nodes = 0;
  const complaintAboutConstant = constantParts();
  const { failure, unexpected, mistaken } = complaintsAbout(source);
  const current = () => tokens[at]!;
  const isAt = (symbol: string) => current().kind === "symbol" && current().text === symbol;

  return {
    expression: () => binary(0, 0),

    /** Demands that nothing follows on this line, or at all. */
    end(what: "line" | "text") {
      const { kind, text } = current();
      if (kind !== "end" || (what === "text" && text !== "")) throw unexpected(current(), tokens[at - 1]);
      if (text !== "") at++;
    },

    /** Moves past blank lines; whether anything is left. */
    skipEnds() {
      while (current().kind === "end" && current().text !== "") at++;
      return current().kind !== "end";
    },

    /** The name before an equals sign. */
    target(): string {
      const token = current();
      const next = tokens[at + 1]!;
      if (token.kind !== "name" || next.text !== "=")
        throw failure(refuse('expected an assignment such as "theta = theta - lr * g"'), token);
      const refusal = refusalToAssign(token.text, taken, assignable);
      if (refusal) throw failure(refusal, token);
      at += 2;
      return token.text;
    },
  };

  function binary(minimum: number, depth: number): Expression {
    let left = operand(depth);
    for (let factors = 1; ;) {
      const op = operatorOf(current());
      if (op === undefined || precedence[op] <= minimum) return left;
      if (precedence[op] === precedence["*"] && ++factors > deepest)
        throw failure(refuse("more than {0} factors in a row", deepest), current());
      const symbol = current();
      at++;
      // Powers group from the right: 2^3^2 is 2^(3^2).
      const right = op === "^" ? binary(signPrecedence, depth + 1) : binary(precedence[op], depth);
      left = node({ kind: "binary", op, left, right }, symbol);
    }
  }

  function operand(depth: number): Expression {
    const token = current();
    if (depth > deepest) throw failure(refuse("nested more than {0} levels deep", deepest), token);
    if (token.kind === "number") return number(token);
    if (token.kind === "name") return nameOrCall(token, depth);
    if (isAt("-")) {
      at++;
      return node({ kind: "unary", op: "-", arg: binary(signPrecedence, depth + 1) }, token);
    }
    if (isAt("(")) {
      at++;
      const inner = binary(0, depth + 1);
      close();
      return inner;
    }
    throw unexpected(current(), tokens[at - 1]);
  }

  function number(token: Token): Expression {
    const value = Number(token.text);
    if (!Number.isFinite(value)) throw failure(refuse("the number {0} is too large", token.text), token);
    at++;
    return node({ kind: "number", value }, token);
  }

  function nameOrCall(token: Token, depth: number): Expression {
    const { text } = token;
    const vocable = vocableOf(text);
    at++;
    if (!isAt("(")) {
      const refusal = refusalToRead(text, taken);
      if (refusal) throw failure(refusal, token);
      if (known && !known.has(text) && constantOf(text) === undefined) throw mistaken("name", token, known);
      return node({ kind: "name", name: text }, token);
    }
    if (!vocable) throw mistaken("function", token, functionNames);
    const args: Expression[] = [];
    do {
      at++;
      args.push(binary(0, depth + 1));
    } while (isAt(","));
    close();
    const { arity } = vocable;
    if (args.length !== arity)
      throw failure(
        refuse(`{0} takes {1} argument${arity > 1 ? "s" : ""}, not {2}`, text, arity, args.length),
        token,
      );
    return node({ kind: "call", fn: text, args }, token);
  }

  function close() {
    if (!isAt(")"))
      throw current().kind === "end"
        ? failure(refuse('expected ")"'), current())
        : unexpected(current(), tokens[at - 1]);
    at++;
  }

  function node(expression: Expression, token: Token): Expression {
    if (++nodes > mostNodes)
      throw failure(refuse("a formula has at most {0} numbers, names and operators", mostNodes), token);
    const complaint = complaintAboutConstant(expression);
    if (complaint) throw failure(complaint, token);
    return expression;
  }
}

const operatorOf = ({ kind, text }: Token): BinaryOperator | undefined =>
  kind === "symbol" && (text === "+" || text === "-" || text === "*" || text === "/" || text === "^")
    ? text
    : undefined;
