import { problemOf, type Problem, type Refusal } from "../experiment/problem";
import { refuse } from "../words/link-sentences";
import { cursorOf } from "./cursor-of";
import type { Frame } from "./frame";
import { parseLink, refusalOfLink } from "./parse-link";
import { specLink, toLink } from "./write-link";
import type { Store } from "./store";

/** Quiet after a change before the address follows, in milliseconds: a drag is one entry of the history. */
const settleTime = 400;

/** The link to what is on the page now, cursor included: to the page, or to a frame as it is to stand in another's. */
export function currentLink(store: Store, frame?: Frame): string {
  const { spec, view, playback, recording } = store.getState();
  const isInside = !playback.playing && playback.step < recording.steps;
  const hash = toLink({
    spec,
    view,
    step: isInside ? playback.step : undefined,
    play: playback.playing,
    frame,
  });
  return `${location.href.replace(/#.*$/, "")}#${hash}`;
}

/**
 * Keeps store and address together: the address is read now and whenever the visitor changes it or goes back;
 * a changed spec or view becomes an entry of the history once it has settled, unless its link is too long to be read. A
 * zoom takes the place of the one before: nobody wants to go back through each turn of a wheel.
 */
export function followAddress(store: Store, mayPlay: boolean): void {
  let written: string | undefined;
  let seen: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Said once, until the link fits again. */
  let tooLong: Problem | undefined;

  function complain(refusal: Refusal | undefined) {
    if ((refusal === undefined) === (tooLong === undefined)) return;
    const said = tooLong;
    tooLong =
      refusal &&
      problemOf("link", refuse("{0}, so the address was left as it was: shorten a formula", refusal));
    const added = tooLong ? [tooLong] : [];
    store.setState(({ problems }) => ({ problems: [...problems.filter((each) => each !== said), ...added] }));
  }

  function read() {
    // Going back is told by two events.
    if (location.hash === seen) return;
    seen = location.hash;
    clearTimeout(timer);
    tooLong = undefined;
    const { view, step, play, problems, frame, ...link } = parseLink(location.hash);
    const known = store.getState().spec;
    // A spec that says the same is the same: what is computed stays.
    const isNew = specLink(link.spec) !== specLink(known);
    const spec = isNew ? link.spec : known;
    store.setState(({ playback, hidden }) => ({
      frame,
      spec,
      view,
      problems,
      hidden: isNew ? new Set() : hidden,
      playback: { ...playback, ...cursorOf({ spec, step, play }, mayPlay) },
    }));
    written = toLink({ spec, view, step: undefined, play: false, frame });
  }

  read();
  addEventListener("popstate", read);
  addEventListener("hashchange", read);
  store.subscribe((state, before) => {
    if (state.spec === before.spec && state.view === before.view) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const { spec, view, frame } = store.getState();
      const link = toLink({ spec, view, step: undefined, play: false, frame });
      const refusal = refusalOfLink(link);
      complain(refusal);
      if (refusal !== undefined || link === written) return;
      const isZoom = unzoomed(link) === unzoomed(written ?? "");
      written = link;
      try {
        // A frame's entries would stand in the way of who goes back from the page around it.
        history[frame || isZoom ? "replaceState" : "pushState"](null, "", `#${link}`);
        seen = location.hash;
      } catch {
        // A sandboxed frame may not have a history of its own; the page works without.
      }
    }, settleTime);
  });
}

const unzoomed = (link: string) => link.replace(/(^|&)window=[^&]*/, "");
