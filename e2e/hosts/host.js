// A host page's side of the messages, as a course page would write it; what it hears is kept for the tests. It stands in the
// head: a frame's first word is not said again.
const frames = () => [...document.querySelectorAll("iframe")];
const heard = [];
const waiting = new Map();
let lastId = 0;

addEventListener("message", ({ source, origin, data }) => {
  const frame = frames().findIndex(({ contentWindow }) => contentWindow === source);
  heard.push({ frame, origin, data, at: performance.now() });
  waiting.get(data.id)?.(data);
  waiting.delete(data.id);
});

/** Sends anything to a frame. */
const send = (message, frame = 0) => frames()[frame].contentWindow.postMessage(message, "*");

/** Asks a frame and waits for its answer. */
const ask = (method, params, frame = 0) =>
  new Promise((resolve) => {
    const id = ++lastId;
    waiting.set(id, resolve);
    send({ jsonrpc: "2.0", id, method, params }, frame);
  });

const untilHeard = (method, frame = 0) =>
  new Promise((resolve) => {
    const look = () => {
      const found = heard.find(({ frame: by, data }) => by === frame && data.method === method);
      if (found) resolve(found.data);
      else setTimeout(look, 20);
    };
    look();
  });

Object.assign(window, { heard, send, ask, untilHeard });
