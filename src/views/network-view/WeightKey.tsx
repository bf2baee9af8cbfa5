import { networkWords } from "../../words/en/network";

/** Which colour a negative weight has, and which a positive one; in signs where there is no room for words. */
export function WeightKey({ isShort = false }: { readonly isShort?: boolean }) {
  const { against, inFavour } = networkWords();
  return (
    <span className="network-key">
      <i className="network-against" /> {isShort ? <abbr title={against}>−</abbr> : against}{" "}
      <i className="network-for" /> {isShort ? <abbr title={inFavour}>+</abbr> : inFavour}
    </span>
  );
}
