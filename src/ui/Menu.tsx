import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from "react";
import { moveFocus } from "./move-focus";
import { placePanel } from "./place-panel";
import "./menu.css";

type Props = {
  /** Names the button aloud where its content does not say enough. */
  readonly label?: string;
  /** What resting on the button says, where its content may be cut short. */
  readonly title?: string | undefined;
  readonly button: ReactNode;
  readonly className?: string;
  readonly align?: "left" | "right";
  readonly disabled?: boolean;
  /** What opens; choosing a `MenuItem` in it shuts it and gives the focus back. */
  readonly children: ReactNode;
};

/**
 * A button that opens a small panel; Escape, a press elsewhere or leaving it shuts it. Up, down, Home and End go from
 * choice to choice.
 */
export function Menu({ label, title, button, className = "", align = "left", disabled, children }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);

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

  useLayoutEffect(() => {
    const [anchor, placed] = [root.current, panel.current];
    if (!isOpen || !anchor || !placed) return;
    const place = () => placePanel(placed, anchor, align);
    place();
    // What opens may come late, or grow.
    const observer = new ResizeObserver(place);
    observer.observe(placed);
    window.addEventListener("resize", place);
    return () => {
      observer.disconnect();
      window.removeEventListener("resize", place);
    };
  }, [isOpen, align]);

  const close = () => {
    setIsOpen(false);
    opener.current?.focus();
  };

  function onKeyDown(event: KeyboardEvent) {
    if (!isOpen || event.defaultPrevented) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      close();
    } else if (panel.current && moveFocus(event, panel.current, opener.current)) event.preventDefault();
  }

  return (
    <div
      className={`menu ${className}`}
      ref={root}
      onClick={({ target }) => {
        // Of a menu within a menu, only that one.
        const item = target instanceof Element ? target.closest(".menu-item") : null;
        if (item && item.closest(".menu") === root.current) close();
      }}
      onKeyDown={onKeyDown}
    >
      <button
        ref={opener}
        type="button"
        className="menu-button"
        aria-label={label}
        title={title}
        aria-expanded={isOpen}
        disabled={disabled}
        onClick={() => setIsOpen(!isOpen)}
      >
        {button}
      </button>
      {isOpen && (
        // A press on its paper gives it the focus, so that Escape still shuts it.
        <div className="menu-panel" ref={panel} tabIndex={-1}>
          {children}
        </div>
      )}
    </div>
  );
}

/** One choice in a menu: its name, and a few words on it. */
export const MenuItem = (props: {
  readonly name: ReactNode;
  readonly note?: ReactNode;
  readonly isCurrent?: boolean;
  readonly disabled?: boolean;
  readonly onChoose: () => void;
}) => (
  <button
    type="button"
    className="menu-item"
    aria-current={props.isCurrent}
    disabled={props.disabled}
    onClick={props.onChoose}
  >
    <span className="menu-name">{props.name}</span>
    {props.note !== undefined && <span className="menu-note">{props.note}</span>}
  </button>
);

/** Choices, or fields, that belong together, beneath a small heading. */
export function MenuGroup({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <div className="menu-group" role="group" aria-labelledby={id}>
      <div className="menu-heading" id={id}>
        {name}
      </div>
      {children}
    </div>
  );
}
