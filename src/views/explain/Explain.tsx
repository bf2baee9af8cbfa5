import { useId, useRef, useState, type ReactNode } from "react";
import { own } from "../../experiment/own";
import { optimizers } from "../../optimizers/index";
import { surfaces } from "../../surfaces/index";
import { boxOf, windowSize } from "../../ui/page-scale";
import { gap, placementOf } from "../../ui/placement";
import { uiWords } from "../../words/en/ui";
import type { Concept, Explanations } from "../../words/explanations/explanations";
import { loadExplanations } from "../../words/explanations/load-explanations";
import { said } from "../../words/speak";
import "./explain.css";

/** What is explained: a concept, or an optimizer or surface by its id; of a visitor's own there is nothing to say. */
export type Explained = Concept | { readonly optimizer: string } | { readonly surface: string };

type Props = {
  readonly of: Explained;
  /** The word that is pressed; without one there is a small question mark. */
  readonly children?: ReactNode;
  /** What the question mark asks after, where that is no definition's name. */
  readonly name?: string;
};

/** A word that explains itself where it stands once it is pressed. Escape, or a press elsewhere, puts that away. */
export function Explain({ of, children, name = definitionName(of) }: Props) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [told, setTold] = useState<{ readonly title: string; readonly text: string }>();
  if (typeof of !== "string" && name === undefined) return children;

  async function tell(panel: HTMLElement) {
    const texts = await loadExplanations().catch(() => undefined);
    if (!texts) setTold({ title: "", text: uiWords().notLoaded });
    else
      setTold(typeof of === "string" ? texts.concepts[of] : { title: name ?? "", text: textOf(texts, of) });
    // Placed once the text has given it its size.
    requestAnimationFrame(() => button.current && place(panel, button.current));
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className={children === undefined ? "explain-mark" : "explain-word"}
        aria-label={children === undefined ? uiWords().whatIs(name ?? "") : undefined}
        popoverTarget={id}
      >
        {children ?? <span aria-hidden="true">?</span>}
      </button>
      <span
        id={id}
        popover="auto"
        className="explain"
        onToggle={({ newState, currentTarget }) => {
          if (newState === "open") void tell(currentTarget);
        }}
      >
        <span role="status">
          {told && (
            <>
              <strong>{told.title}</strong>
              <span className="explain-text">{told.text}</span>
            </>
          )}
        </span>
      </span>
    </>
  );
}

const definitionName = (of: Explained): string | undefined => {
  if (typeof of === "string") return undefined;
  const definition = "optimizer" in of ? own(optimizers, of.optimizer) : own(surfaces, of.surface);
  return definition && said(definition.name);
};

const textOf = (texts: Explanations, of: Exclude<Explained, string>): string =>
  ("optimizer" in of ? own(texts.optimizers, of.optimizer) : own(texts.surfaces, of.surface)) ?? "";

/** Puts a panel of the top layer beside its button, within the window. */
function place(panel: HTMLElement, button: HTMLElement): void {
  const anchor = boxOf(button);
  const window = windowSize();
  const size = { width: panel.offsetWidth, height: panel.offsetHeight };
  const { isAbove, left } = placementOf(anchor, size, window, "left");
  Object.assign(panel.style, {
    left: `${anchor.left + left}px`,
    top: isAbove ? "auto" : `${anchor.bottom + gap}px`,
    bottom: isAbove ? `${window.height - anchor.top + gap}px` : "auto",
  });
}
