import type { Actions } from "../store/actions";
import type { Store } from "../store/store";
import { answerTo } from "./dispatch";
import { methodsOf } from "./methods";
import { newsBetween, type News } from "./news";

/** Milliseconds between two tellings of progress. */
const pace = 250;

/** Tells the host something unasked. */
export type Tell = (news: News) => void;

/**
 * The wire between a frame and the page around it: hears `window.parent` alone, and it only from the origins the link
 * names, if it names any; answers to the origin that asked. Returns what tells it something unasked.
 */
export function openMessages(store: Store, actions: Actions, mayPlay: boolean): Tell {
  const methods = methodsOf(store, actions, mayPlay);
  const host = window.parent;
  const allowed = () => store.getState().frame?.origins;

  addEventListener("message", ({ source, origin, data }: MessageEvent<unknown>) => {
    if (source !== host || host === window) return;
    if (allowed()?.includes(origin) === false) return;
    void answerTo(data, methods).then((answer) => {
      if (answer !== undefined) host.postMessage(answer, addressOf(origin));
    });
  });

  const tell: Tell = (news) => {
    if (host === window) return;
    for (const origin of allowed() ?? ["*"]) host.postMessage({ jsonrpc: "2.0", ...news }, addressOf(origin));
  };

  let waiting: News | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (waiting) tell(waiting);
    waiting = undefined;
  };
  store.subscribe((now, before) => {
    for (const news of newsBetween(before, now)) {
      if (news.method === "progress") {
        waiting = news;
        timer ??= setTimeout(flush, pace);
      } else {
        flush();
        tell(news);
      }
    }
  });
  for (const { message, field } of store.getState().problems)
    tell({ method: "problem", params: { message, field } });
  tell({ method: "ready" });
  return tell;
}

/** An opaque origin cannot be named as an address; it is the parent's window alone that gets the message all the same. */
const addressOf = (origin: string) => (origin === "null" ? "*" : origin);
