import { currentLink, followAddress } from "../store/permalink";
import { startSession } from "../store/session";
import { createRavineStore } from "../store/store";
import { labOf, type Lab } from "../views/store-context/store-context";
import { followTheme } from "../views/theme/theme";

/** The page's one lab: the store read from the address, the theme applied, the session begun. */
export function openLab(baseUrl: string): Lab & { linkNow: () => string } {
  const store = createRavineStore();
  followAddress(store, !matchMedia("(prefers-reduced-motion: reduce)").matches);
  followTheme(store);
  const session = startSession(store, new URL("data/", baseUrl).href);
  return { ...labOf(store, session), linkNow: () => currentLink(store) };
}
