import { actionsOf } from "../store/actions";
import type { Frame } from "../store/frame";
import { keepHistory } from "../store/history";
import { currentLink, followAddress } from "../store/permalink";
import { startSession } from "../store/session";
import { createRendered } from "../store/rendered";
import { createRavineStore } from "../store/store";
import type { Lab } from "../views/store-context/store-context";
import { followLanguage } from "../views/language/language";
import { followScale } from "../views/theme/scale";
import { followTheme } from "../views/theme/theme";

/** What the app is built on, with the link to what it shows. */
export type AppLab = Lab & {
  readonly linkNow: (frame?: Frame) => string;
  readonly mayPlay: boolean;
  /** Resolves once the page can speak its language. */
  readonly spoken: Promise<void>;
};

/**
 * The page's one lab: the store read from the address, the theme applied, the session begun; in a frame it sleeps until
 * it is seen. Knows no React.
 */
export function openLab(baseUrl: string): AppLab {
  const store = createRavineStore();
  const rendered = createRendered(store);
  const mayPlay = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  followAddress(store, mayPlay);
  followTheme(store);
  followScale(store);
  const spoken = followLanguage(store);
  const isAwake = store.getState().frame === undefined;
  const session = startSession(store, new URL("data/", baseUrl).href, undefined, isAwake);
  const history = keepHistory(store, followPointer());
  const actions = actionsOf(store, mayPlay);
  const linkNow = (frame?: Frame) => currentLink(store, frame);
  return { store, rendered, actions, history, session, spoken, linkNow, mayPlay };
}

/** Says whether a pointer is held down. */
function followPointer(): () => boolean {
  let isHeld = false;
  addEventListener("pointerdown", () => (isHeld = true), true);
  for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => (isHeld = false), true);
  return () => isHeld;
}
