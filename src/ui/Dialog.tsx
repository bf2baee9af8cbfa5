import { useEffect, useId, useRef, type ReactNode } from "react";
import { uiWords } from "../words/en/ui";
import "./dialog.css";

type Props = {
  readonly title: string;
  /** Sets its width, and styles what is in it. */
  readonly className: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A dialog over the page, open as long as it is rendered; Escape, its button or a press beside it asks to close it. */
export function Dialog({ title, className, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const opened = dialog.current;
    if (!opened?.open) opened?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`dialog ${className}`}
      aria-labelledby={id}
      onClose={onClose}
      onClick={({ target }) => {
        if (target === dialog.current) dialog.current.close();
      }}
    >
      <div className="dialog-body">
        <div className="dialog-head">
          <h2 id={id}>{title}</h2>
          <button type="button" onClick={() => dialog.current?.close()}>
            {uiWords().close}
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
