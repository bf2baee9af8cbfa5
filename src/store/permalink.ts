import { isSurfaceSpec } from "../experiment/spec";
import { parseLink, toLink } from "./link";
import type { Store } from "./store";

/** Quiet after a change before the address follows, in milliseconds: a drag is one entry of the history. */
const settleTime = 400;

/** The link to what is on the page now, cursor included. */
export function currentLink(store: Store): string {
  const { spec, view, playback, recording } = store.getState();
  const isInside = !playback.playing && playback.step < recording.steps;
  const hash = toLink({ spec, view, step: isInside ? playback.step : undefined, play: playback.playing });
  return `${location.href.replace(/#.*$/, "")}#${hash}`;
}

/**
 * Keeps store and address together: the address is read now and whenever the visitor changes it or goes back;
 * a changed spec or view becomes an entry of the history once it has settled.
 */
export function followAddress(store: Store, mayPlay: boolean): void {
  let written: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function read() {
    clearTimeout(timer);
    const { spec, view, step, play, problems } = parseLink(location.hash);
    const playing = play && mayPlay;
    const end = isSurfaceSpec(spec) ? spec.steps : 0;
    const cursor = Math.min(step ?? (playing ? 0 : end), end);
    store.setState(({ playback }) => ({
      spec,
      view,
      problems,
      playback: { ...playback, playing, step: cursor },
    }));
    written = toLink({ spec, view, step: undefined, play: false });
  }

  read();
  addEventListener("popstate", read);
  addEventListener("hashchange", () => {
    if (location.hash.replace(/^#/, "") !== written) read();
  });
  store.subscribe((state, before) => {
    if (state.spec === before.spec && state.view === before.view) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const { spec, view } = store.getState();
      const link = toLink({ spec, view, step: undefined, play: false });
      if (link === written) return;
      written = link;
      try {
        history.pushState(null, "", `#${link}`);
      } catch {
        // A sandboxed frame may not have a history of its own; the page works without.
      }
    }, settleTime);
  });
}
