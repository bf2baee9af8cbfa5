import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from "react";
import { gap, placementOf } from "./placement";
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
        <div className="menu-panel" ref={panel}>
          {children}
        </div>
      )}
    </div>
  );
}

/** One choice in a menu: its name, and a few words on it. */
export const MenuItem = (props: {
  readonly name: string;
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

function placePanel(panel: HTMLElement, anchor: HTMLElement, align: "left" | "right"): void {
  // The whole height, though it may be cut short now.
  const height = panel.scrollHeight + panel.offsetHeight - panel.clientHeight;
  const { isAbove, left, maxHeight } = placementOf(
    anchor.getBoundingClientRect(),
    { width: panel.offsetWidth, height },
    { width: document.documentElement.clientWidth, height: innerHeight },
    align,
  );
  Object.assign(panel.style, {
    left: `${left}px`,
    top: isAbove ? "auto" : `calc(100% + ${gap}px)`,
    bottom: isAbove ? `calc(100% + ${gap}px)` : "auto",
    maxHeight: `${maxHeight}px`,
    // Only where it must: a panel that scrolls cuts off what opens in it.
    overflowY: height > maxHeight ? "auto" : "visible",
  });
}

/** Moves the focus among the choices of a panel; false where the key or the focus belongs to something else. */
function moveFocus({ key, target }: KeyboardEvent, panel: HTMLElement, opener: Element | null): boolean {
  const items = [...panel.querySelectorAll<HTMLElement>(".menu-item:not(:disabled)")];
  const at = items.indexOf(target as HTMLElement);
  if (items.length === 0 || (at < 0 && target !== opener)) return false;
  const to: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(at + 1, items.length - 1),
    ArrowUp: Math.max(at - 1, 0),
    Home: 0,
    End: items.length - 1,
  };
  if (!Object.hasOwn(to, key)) return false;
  items[to[key]!]?.focus();
  return true;
}
