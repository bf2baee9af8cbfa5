/** Watches over somebody who is waited for. */
export type Watch = {
  /** Something is waited for from now on, until `rest`. */
  wait(): void;
  /** There was a sign of life. */
  heard(): void;
  rest(): void;
};

type Watched = {
  /** Asks for a sign of life. */
  readonly ping: () => void;
  readonly onSilent: () => void;
  /** Milliseconds of silence that are borne. */
  readonly patience: () => number;
};

/** Milliseconds from one question for a sign of life to the next. */
const beat = 400;

/**
 * Tells when somebody who is waited for shows no life. Work that takes its time is not silence: it lets a question through
 * between its portions. Nor is the sleep of the page itself, when its clock stands too: it is counted anew after that.
 */
export function createWatch({ ping, onSilent, patience }: Watched): Watch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let heardAt = 0;
  let due = 0;

  function next() {
    due = performance.now() + beat;
    timer = setTimeout(look, beat);
  }

  function look() {
    const now = performance.now();
    if (now - due > beat) heardAt = now;
    if (now - heardAt >= patience()) {
      timer = undefined;
      return onSilent();
    }
    ping();
    next();
  }

  return {
    wait() {
      if (timer !== undefined) return;
      heardAt = performance.now();
      next();
    },
    heard: () => void (heardAt = performance.now()),
    rest() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
