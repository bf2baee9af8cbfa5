import { useEffect, useRef, useState, type ReactNode } from "react";
import "./menu.css";

type Props = {
  /** Names the button aloud where its content does not say enough. */
  readonly label?: string;
  readonly button: ReactNode;
  readonly className?: string;
  readonly align?: "left" | "right";
  readonly disabled?: boolean;
  /** What opens; choosing a `MenuItem` in it shuts it and gives the focus back. */
  readonly children: ReactNode;
};

/** A button that opens a small panel; Escape, a press elsewhere or leaving it shuts it. */
export function Menu({ label, button, className = "", align = "left", disabled, children }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!isOpen) return;
    const shutOutside = ({ target }: Event) => {
      if (target instanceof Node && !root.current?.contains(target)) setIsOpen(false);
    };
    document.addEventListener("pointerdown", shutOutside);
    document.addEventListener("focusin", shutOutside);
    return () => {
      document.removeEventListener("pointerdown", shutOutside);
      document.removeEventListener("focusin", shutOutside);
    };
  }, [isOpen]);

  const close = () => {
    setIsOpen(false);
    opener.current?.focus();
  };

  return (
    <div
      className={`menu ${className}`}
      ref={root}
      onClick={({ target }) => {
        if (target instanceof Element && target.closest(".menu-item")) close();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !isOpen) return;
        event.stopPropagation();
        close();
      }}
    >
      <button
        ref={opener}
        type="button"
        className="menu-button"
        aria-label={label}
        aria-expanded={isOpen}
        disabled={disabled}
        onClick={() => setIsOpen(!isOpen)}
      >
        {button}
      </button>
      {isOpen && <div className={`menu-panel menu-${align}`}>{children}</div>}
    </div>
  );
}

/** One choice in a menu: its name, and a few words on it. */
export const MenuItem = (props: {
  readonly name: string;
  readonly note?: ReactNode;
  readonly isCurrent?: boolean;
  readonly onChoose: () => void;
}) => (
  <button type="button" className="menu-item" aria-current={props.isCurrent} onClick={props.onChoose}>
    <span className="menu-name">{props.name}</span>
    {props.note !== undefined && <span className="menu-note">{props.note}</span>}
  </button>
);
