import { networkWords } from "../../words/en/network";

/** Which colour of a weight speaks against a digit, and which for it. */
export const WeightKey = () => (
  <span className="network-key">
    <i className="network-against" /> {networkWords().against} <i className="network-for" />{" "}
    {networkWords().inFavour}
  </span>
);
