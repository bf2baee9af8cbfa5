import * as v from "valibot";
import { isRecord } from "../experiment/untrusted";

const farthest = 1_000_000_000;
const whole = (least: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(farthest));
const nothing = v.optional(v.strictObject({}), {});

/** What each method takes, by name. */
export const paramsOf = {
  set: v.union([
    v.strictObject({ spec: v.pipe(v.unknown(), v.check(isRecord, "must be an object")) }),
    v.strictObject({ hash: v.string() }),
  ]),
  get: nothing,
  play: nothing,
  pause: nothing,
  step: v.strictObject({ by: whole(-farthest) }),
  seek: v.strictObject({ step: whole(0) }),
  recording: nothing,
} as const;

export type Method = keyof typeof paramsOf;
export type Params<M extends Method> = v.InferOutput<(typeof paramsOf)[M]>;

/** A request as JSON-RPC 2.0 has it; a notification has no id. */
export const requestSchema = v.object({
  jsonrpc: v.picklist(["2.0"]),
  method: v.string(),
  params: v.optional(v.unknown()),
  id: v.optional(v.union([v.pipe(v.string(), v.maxLength(200)), v.number(), v.null()])),
});
