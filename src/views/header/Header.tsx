import { useState, type ReactNode } from "react";
import type { Refusal } from "../../experiment/problem";
import { refusalOfLink } from "../../store/parse-link";
import type { Theme } from "../../store/store";
import { ThemeIcon } from "../../ui/icons";
import { canScale } from "../../ui/page-scale";
import { HelpButton } from "../help/HelpButton";
import { ShareButton } from "../share/ShareButton";
import type { LinkNow } from "../share/ShareDialog";
import { useLab, useLabState } from "../store-context/store-context";
import { lectureScale } from "../theme/scale";
import { Places } from "./Places";
import { UndoButtons } from "./UndoButtons";
import { headerWords } from "../../words/en/header";
import { LanguageButton } from "./Language";
import "./header.css";
import { spoken } from "../../words/spoken";

/** Name, the places of the page, the badge, what can be taken back, the link and the theme. */
export function Header({ badge, linkNow }: { badge: ReactNode; linkNow: LinkNow }) {
  return (
    <header className="header">
      <h1 className="brand">
        <Glyph />
        Ravine
      </h1>
      <Places />
      <div className="header-right">
        {badge}
        <UndoButtons />
        <CopyLink linkNow={() => linkNow()} />
        <ShareButton linkNow={linkNow} />
        <LanguageButton />
        <HelpButton />
        <ScaleButton />
        <ThemeButton />
      </div>
    </header>
  );
}

/** Copies the link; where the clipboard is refused, shows it to be copied by hand; says so where it is too long to be read. */
function CopyLink({ linkNow }: { linkNow: () => string }) {
  const words = headerWords();
  const [state, setState] = useState<"idle" | "copied" | { link: string } | { refusal: Refusal }>("idle");
  async function copy() {
    const link = linkNow();
    const refusal = refusalOfLink(link.slice(link.indexOf("#") + 1));
    if (refusal !== undefined) return setState({ refusal });
    try {
      await navigator.clipboard.writeText(link);
      setState("copied");
      setTimeout(() => setState("idle"), 3000);
    } catch {
      setState({ link });
    }
  }
  return (
    <span className="copy-link">
      <button
        type="button"
        onClick={() => void copy()}
        onBlur={() => setState((now) => (typeof now === "object" && "refusal" in now ? "idle" : now))}
      >
        {state === "copied" ? words.linkCopied : words.copyLink}
      </button>
      {typeof state === "object" && "refusal" in state && (
        <span className="copy-link-refusal" role="alert">
          {words.notCopied(spoken(state.refusal))}
        </span>
      )}
      {typeof state === "object" && "link" in state && (
        <input
          aria-label={words.linkByHand}
          readOnly
          autoFocus
          value={state.link}
          onFocus={({ target }) => target.select()}
          onBlur={() => setState("idle")}
        />
      )}
    </span>
  );
}

const nextTheme: Readonly<Record<Theme, Theme>> = { auto: "dark", dark: "light", light: "auto" };

function ThemeButton() {
  const { actions } = useLab();
  const theme = useLabState(({ view }) => view.theme);
  const name = headerWords().theme(theme);
  return (
    <button
      type="button"
      className="header-icon"
      aria-label={name}
      title={name}
      onClick={() => actions.setView({ theme: nextTheme[theme] })}
    >
      <ThemeIcon />
    </button>
  );
}

/** Draws the page larger for who sees it from far, or as usual. */
function ScaleButton() {
  const { actions } = useLab();
  const isLarge = useLabState(({ view }) => view.scale !== undefined);
  if (!canScale()) return null;
  return (
    <button
      type="button"
      className="header-icon header-scale"
      aria-label={headerWords().larger}
      aria-pressed={isLarge}
      title={headerWords().larger}
      onClick={() => actions.setView({ scale: isLarge ? undefined : lectureScale })}
    >
      A<small>A</small>
    </button>
  );
}

/** Contours and a path across them. */
const Glyph = () => (
  <svg width="26" height="18" viewBox="0 0 26 18" fill="none" stroke="currentColor" aria-hidden="true">
    <ellipse cx="13" cy="9" rx="12.2" ry="8" strokeWidth="1.1" />
    <ellipse cx="13" cy="9" rx="8" ry="5" strokeWidth=".8" />
    <path d="m3.5 5.5 3 7 3.5-7 3 6 2-3.5" strokeWidth="1.7" strokeLinejoin="round" />
  </svg>
);
