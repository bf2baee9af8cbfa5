import type { Store, Theme } from "../../store/store";

/**
 * Keeps the document's theme as the view, or the system, says; the tokens follow `data-theme` on <html>. On paper it is
 * light: what is drawn on canvases is drawn anew before the page is printed, and after.
 */
export function followTheme(store: Store): void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const paper = matchMedia("print");
  let isOnPaper = paper.matches;
  const apply = () => {
    const theme = isOnPaper ? "light" : resolved(store.getState().view.theme, system.matches);
    document.documentElement.dataset.theme = theme;
  };
  const print = (isPrinted: boolean) => {
    isOnPaper = isPrinted;
    apply();
  };
  apply();
  system.addEventListener("change", apply);
  paper.addEventListener("change", () => print(paper.matches));
  addEventListener("beforeprint", () => print(true));
  addEventListener("afterprint", () => print(false));
  store.subscribe((state, before) => {
    if (state.view.theme !== before.view.theme) apply();
  });
}

const resolved = (theme: Theme, isDark: boolean) => (theme === "auto" ? (isDark ? "dark" : "light") : theme);
