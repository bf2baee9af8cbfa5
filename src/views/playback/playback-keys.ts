/** What has the focus: a field takes every key itself, a slider its arrows, a button the space bar. */
export type Focus = "page" | "button" | "slider" | "field";

/** What a key can ask of the playback. */
type KeyAction =
  "toggle" | "back" | "forward" | "first" | "last" | "replay" | "loop" | "branch" | "slower" | "faster";

type Key = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

const actions: Readonly<Record<string, { action: KeyAction; except: readonly Focus[] }>> = {
  " ": { action: "toggle", except: ["button", "field"] },
  ArrowLeft: { action: "back", except: ["slider", "field"] },
  ArrowRight: { action: "forward", except: ["slider", "field"] },
  Home: { action: "first", except: ["slider", "field"] },
  End: { action: "last", except: ["slider", "field"] },
  r: { action: "replay", except: ["field"] },
  R: { action: "replay", except: ["field"] },
  l: { action: "loop", except: ["field"] },
  L: { action: "loop", except: ["field"] },
  b: { action: "branch", except: ["field"] },
  B: { action: "branch", except: ["field"] },
  "<": { action: "slower", except: ["field"] },
  ">": { action: "faster", except: ["field"] },
};

/** What a key does to the playback where the focus is; undefined where the key belongs to something else. */
export function keyAction(key: Key, focus: Focus): KeyAction | undefined {
  if (key.ctrlKey || key.metaKey || key.altKey || !Object.hasOwn(actions, key.key)) return undefined;
  const { action, except } = actions[key.key]!;
  // Shift and an arrow select text, or take a slider's larger step; a sign or a capital is typed with it.
  if (except.includes(focus) || (key.shiftKey && !/^[RLB<>]$/.test(key.key))) return undefined;
  return action;
}
