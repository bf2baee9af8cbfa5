import * as v from "valibot";
import { refusalOfValue } from "./bounded";
import { paramsOf, requestSchema, type Method, type Params } from "./schema";

/** What a method does; what it throws as a `RpcError` is the answer, all else is an internal error. */
export type Methods = { readonly [M in Method]: (params: Params<M>) => unknown };

type Id = string | number | null;
type Answer =
  | { readonly jsonrpc: "2.0"; readonly id: Id; readonly result: unknown }
  | {
      readonly jsonrpc: "2.0";
      readonly id: Id;
      readonly error: { readonly code: number; readonly message: string };
    };

/** The standard's errors. */
export const codes = {
  parse: -32700,
  request: -32600,
  method: -32601,
  params: -32602,
  internal: -32603,
} as const;

/** An error that is told to who asked. */
export class RpcError extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** Requests of a batch that are read. */
const longestBatch = 64;
const longestText = 100_000;

/**
 * Answers a JSON-RPC 2.0 message, or a batch, given as an object or as its text. Undefined where nothing is to be
 * answered: to notifications, and to answers, lest two that answer each other never end.
 */
export async function answerTo(
  message: unknown,
  methods: Methods,
): Promise<Answer | readonly Answer[] | undefined> {
  let data = message;
  if (typeof message === "string") {
    if (message.length > longestText) return failure(null, codes.request, "the message is too long");
    try {
      data = JSON.parse(message);
    } catch {
      return failure(null, codes.parse, "the message is no JSON");
    }
  }
  if (!Array.isArray(data)) return answerOne(data, methods);
  if (data.length === 0) return failure(null, codes.request, "the batch is empty");
  if (data.length > longestBatch)
    return failure(null, codes.request, `a batch holds at most ${longestBatch} requests`);
  // In turn: a batch of changes ends in the last.
  const answers: Answer[] = [];
  const coming: Promise<Answer | undefined>[] = data.map((each) => answerOne(each, methods));
  for (const each of coming) {
    const answer = await each;
    if (answer) answers.push(answer);
  }
  return answers.length > 0 ? answers : undefined;
}

async function answerOne(data: unknown, methods: Methods): Promise<Answer | undefined> {
  if (isAnswer(data)) return undefined;
  const read = v.safeParse(requestSchema, data);
  if (!read.success) return failure(idOf(data), codes.request, "no request of JSON-RPC 2.0");
  const { method, params, id } = read.output;
  const reply = (answer: Answer) => (Object.hasOwn(data as object, "id") ? answer : undefined);
  try {
    return reply({ jsonrpc: "2.0", id: id ?? null, result: (await call(method, params, methods)) ?? null });
  } catch (error) {
    const known = error instanceof RpcError;
    const message = error instanceof Error ? error.message : String(error);
    return reply(failure(id ?? null, known ? error.code : codes.internal, message));
  }
}

function call(method: string, params: unknown, methods: Methods): unknown {
  if (!Object.hasOwn(paramsOf, method))
    throw new RpcError(codes.method, `no such method; there are ${Object.keys(paramsOf).join(", ")}`);
  const refusal = refusalOfValue(params);
  if (refusal !== undefined) throw new RpcError(codes.params, `params ${refusal}`);
  const name = method as Method;
  const read = v.safeParse(paramsOf[name], params);
  if (!read.success) {
    const [issue] = read.issues;
    const field = issue.path?.map(({ key }) => String(key)).join(".") ?? "params";
    throw new RpcError(codes.params, `${field}: ${issue.message}`);
  }
  return (methods[name] as (params: unknown) => unknown)(read.output);
}

const failure = (id: Id, code: number, message: string): Answer => ({
  jsonrpc: "2.0",
  id,
  error: { code, message },
});

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

const isAnswer = (data: unknown) =>
  isObject(data) &&
  !Object.hasOwn(data, "method") &&
  (Object.hasOwn(data, "result") || Object.hasOwn(data, "error"));

/** The id of what is no request, where it can be told. */
function idOf(data: unknown): Id {
  const read = v.safeParse(v.object({ id: requestSchema.entries.id }), data);
  return read.success ? (read.output.id ?? null) : null;
}
