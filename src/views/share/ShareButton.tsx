import { useRef, useState } from "react";
import { ShareIcon } from "../../ui/icons";
import { late } from "../../ui/late";
import { headerWords } from "../../words/en/header";
import type { LinkNow } from "./ShareDialog";

/** Loaded when it is first opened. */
const ShareDialog = late(() => import("./ShareDialog").then(({ ShareDialog }) => ShareDialog));

/** Opens the dialog with the link and the embed code; closed, the focus is here again. */
export function ShareButton({ linkNow }: { linkNow: LinkNow }) {
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        className="header-share"
        aria-haspopup="dialog"
        onClick={() => setIsOpen(true)}
      >
        <span>{headerWords().share}</span>
        <ShareIcon />
      </button>
      {isOpen && (
        <ShareDialog
          linkNow={linkNow}
          onClose={() => {
            setIsOpen(false);
            button.current?.focus();
          }}
        />
      )}
    </>
  );
}
