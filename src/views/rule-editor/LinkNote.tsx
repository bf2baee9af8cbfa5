import type { ExperimentSpec } from "../../experiment/spec";
import { maximumLinkLength } from "../../store/parse-link";
import { specLink } from "../../store/write-link";
import { formatCount } from "../number-format/number-format";

/** Says when what is written no longer fits into the page's link. */
export function LinkNote({ spec }: { spec: ExperimentSpec }) {
  const { length } = specLink(spec);
  if (length <= maximumLinkLength) return null;
  return (
    <p className="link-note" role="status">
      The link to this has {formatCount(length)} characters; only {formatCount(maximumLinkLength)} are read,
      so it cannot be shared or reloaded.
    </p>
  );
}
