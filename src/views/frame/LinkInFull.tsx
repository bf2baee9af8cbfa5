import { shareWords } from "../../words/en/share";
import { useRef } from "react";

/** Leads from a frame to the whole page, showing what the frame shows at that moment. */
export function LinkInFull({ linkNow }: { linkNow: () => string }) {
  const link = useRef<HTMLAnchorElement>(null);
  // The cursor moves sixty times a second; the address is only wanted when the link is about to be used.
  const renew = () => {
    if (link.current) link.current.href = linkNow();
  };
  return (
    <a
      ref={link}
      className="frame-link"
      href={linkNow()}
      target="_blank"
      rel="noopener"
      onPointerEnter={renew}
      onFocus={renew}
      onClick={renew}
      onContextMenu={renew}
    >
      {shareWords().inFull} <span aria-hidden="true">↗</span>
    </a>
  );
}
