import { useEffect, useRef } from "react";
import { helpWords } from "../../words/en/help";
import { keyGroups } from "./key-groups";
import "./help.css";

/** All keys of the page, over it. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opened = dialog.current;
    if (!opened?.open) opened?.showModal();
  }, []);
  const words = helpWords();
  return (
    <dialog
      ref={dialog}
      className="help"
      aria-labelledby="help-title"
      onClose={onClose}
      onClick={({ target }) => {
        if (target === dialog.current) dialog.current.close();
      }}
    >
      <div className="help-body">
        <div className="help-head">
          <h2 id="help-title">{words.keys}</h2>
          <button type="button" className="help-close" onClick={() => dialog.current?.close()}>
            {words.close}
          </button>
        </div>
        <div className="help-groups">
          {keyGroups().map(({ title, keys }) => (
            <section key={title}>
              <h3>{title}</h3>
              <dl>
                {keys.map(([names, does]) => (
                  <div key={names.join()}>
                    <dt>
                      {names.map((name) => (
                        <kbd key={name}>{name}</kbd>
                      ))}
                    </dt>
                    <dd>{does}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </div>
    </dialog>
  );
}
