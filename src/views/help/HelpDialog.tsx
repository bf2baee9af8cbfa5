import { Dialog } from "../../ui/Dialog";
import { headerWords } from "../../words/en/header";
import { keyGroups } from "./key-groups";
import "./help.css";

/** All keys of the page, over it. */
export const HelpDialog = ({ onClose }: { readonly onClose: () => void }) => (
  <Dialog title={headerWords().keys} className="help" onClose={onClose}>
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
  </Dialog>
);
