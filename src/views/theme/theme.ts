import type { Store, Theme } from "../../store/store";

/** Keeps the document's theme as the view, or the system, says; the tokens follow `data-theme` on <html>. */
export function followTheme(store: Store): void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    document.documentElement.dataset.theme = resolved(store.getState().view.theme, system.matches);
  };
  apply();
  system.addEventListener("change", apply);
  store.subscribe((state, before) => {
    if (state.view.theme !== before.view.theme) apply();
  });
}

const resolved = (theme: Theme, isDark: boolean) => (theme === "auto" ? (isDark ? "dark" : "light") : theme);
