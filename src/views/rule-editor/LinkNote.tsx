import type { ExperimentSpec } from "../../experiment/spec";
import { maximumLinkLength } from "../../store/parse-link";
import { specLink } from "../../store/write-link";
import { formatCount } from "../number-format/number-format";
import { ruleEditorWords } from "../../words/en/rule-editor";

/** Says when what is written no longer fits into the page's link. */
export function LinkNote({ spec }: { spec: ExperimentSpec }) {
  const { length } = specLink(spec);
  if (length <= maximumLinkLength) return null;
  return (
    <p className="link-note" role="status">
      {ruleEditorWords().linkTooLong(formatCount(length), formatCount(maximumLinkLength))}
    </p>
  );
}
