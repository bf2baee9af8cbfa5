import type { ExperimentSpec } from "../experiment/spec";
import type { Store } from "./store";

/** Changes of one thing that follow each other this fast, in milliseconds, are one: a drag, a number being typed. */
const settleTime = 600;

/** Changes kept; what is older cannot be taken back. */
const longest = 200;

export type History = {
  /** Takes the last change of the spec back. */
  undo(): void;
  /** Makes the change that was taken back last again. */
  redo(): void;
  /** What follows is a change of its own, however soon it comes. */
  settle(): void;
};

/**
 * Remembers every change of the spec from now on; the store says whether there is one to take back, or to make again.
 * While a pointer is held, what it drags stays one change, however slowly its moves come.
 */
export function keepHistory(store: Store, isHeld = () => false): History {
  const past: ExperimentSpec[] = [];
  const future: ExperimentSpec[] = [];
  /** What the changes of the moment are about. */
  let current: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isMoving = false;

  store.subscribe(({ spec }, { spec: before }) => {
    // A drag that ends where its last move was sets what is set already.
    if (isMoving || JSON.stringify(spec) === JSON.stringify(before)) return;
    const changed = whatChanged(before, spec);
    if (changed !== current) past.push(before);
    if (past.length > longest) past.shift();
    future.length = 0;
    current = changed;
    settleLater();
    tell();
  });

  function settleLater() {
    clearTimeout(timer);
    timer = setTimeout(() => (isHeld() ? settleLater() : (current = undefined)), settleTime);
  }

  const tell = () => store.setState({ canUndo: past.length > 0, canRedo: future.length > 0 });

  function move(from: ExperimentSpec[], to: ExperimentSpec[]) {
    const spec = from.pop();
    if (!spec) return;
    to.push(store.getState().spec);
    current = undefined;
    isMoving = true;
    // A number that is hidden may be another run's now.
    store.setState({ spec, hidden: new Set(), editing: undefined });
    isMoving = false;
    tell();
  }

  return {
    undo: () => move(past, future),
    redo: () => move(future, past),
    settle: () => (current = undefined),
  };
}

/** Names the fields in which two specs differ: a slider's next move changes what its last one changed. */
function whatChanged(before: ExperimentSpec, after: ExperimentSpec): string {
  return differing(before, after)
    .map((field) => {
      const [a, b] = [before, after].map((spec) => (spec as Record<string, unknown>)[field]);
      return Array.isArray(a) && Array.isArray(b) && a.length === b.length
        ? `${field} ${differing(a, b).map((i) => `${i} ${parts(a[+i], b[+i])}`).join()}` // prettier-ignore
        : `${field} ${parts(a, b)}`;
    })
    .join("; ");
}

const parts = (a: unknown, b: unknown) => (isObject(a) && isObject(b) ? deep(a, b) : "");

const deep = (a: object, b: object): string =>
  differing(a, b)
    .map((name) => {
      const [x, y] = [a, b].map((object) => (object as Record<string, unknown>)[name]);
      return isObject(x) && isObject(y) ? `${name} ${deep(x, y)}` : name;
    })
    .join();

const differing = (a: object, b: object): string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (name) => (a as Record<string, unknown>)[name] !== (b as Record<string, unknown>)[name],
  );

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
