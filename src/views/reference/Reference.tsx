import { linked } from "./linked";

/** Who published it, when and where; a doi or an arXiv number is a link. */
export const Reference = ({ text }: { text: string }) =>
  linked(text).map(({ text, address }, i) =>
    address === undefined ? (
      text
    ) : (
      <a key={i} href={address} target="_blank" rel="noreferrer">
        {text}
      </a>
    ),
  );
