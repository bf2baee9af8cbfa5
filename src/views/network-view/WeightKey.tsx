/** Which colour of a weight speaks against a digit, and which for it. */
export const WeightKey = () => (
  <span className="network-key">
    <i className="network-against" /> against <i className="network-for" /> for
  </span>
);
