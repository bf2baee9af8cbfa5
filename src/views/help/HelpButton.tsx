import { useEffect, useRef, useState } from "react";
import { late } from "../../ui/late";
import { headerWords } from "../../words/en/header";

/** Loaded when it is first opened. */
const HelpDialog = late(() => import("./HelpDialog").then(({ HelpDialog }) => HelpDialog));

/** Where a question mark is typed. */
const typing = 'input:not([type="range"]), select, textarea, [contenteditable], dialog, [role="dialog"]';

/** Opens the overlay with the keys, as the key `?` does; closed, the focus is where it was. */
export function HelpButton() {
  const [isOpen, setIsOpen] = useState(false);
  const before = useRef<Element>(null);
  const open = () => {
    before.current = document.activeElement;
    setIsOpen(true);
  };
  useEffect(() => {
    const onKeyDown = ({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      if (key !== "?" || ctrlKey || metaKey || altKey) return;
      if (!(target instanceof Element && target.closest(typing))) open();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
  return (
    <>
      <button
        type="button"
        className="header-icon header-help"
        aria-label={headerWords().keys}
        title={headerWords().openKeys}
        aria-haspopup="dialog"
        onClick={open}
      >
        <span aria-hidden="true">?</span>
      </button>
      {isOpen && (
        <HelpDialog
          onClose={() => {
            setIsOpen(false);
            if (before.current instanceof HTMLElement) before.current.focus();
          }}
        />
      )}
    </>
  );
}
