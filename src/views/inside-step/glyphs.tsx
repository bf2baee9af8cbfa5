import { arrowPath } from "./arrow-path";
import { styles } from "./step-arrows";
import type { Glyph } from "./worked-rule";

/** What a row is about, as the map draws it: an arrow, or the ellipse. */
export function RowGlyph({ glyph }: { glyph: Glyph }) {
  if (glyph === "rate")
    return (
      <svg width={30} height={12} aria-hidden="true">
        <ellipse className="step-ellipse" cx={15} cy={6} rx={14} ry={4.5} />
      </svg>
    );
  const arrow = arrowPath([0, 6], [30, 6], { ...styles[glyph], width: styles[glyph].width * 0.85, gap: 0 });
  return (
    <svg width={31} height={12} aria-hidden="true" data-arrow={glyph}>
      <path className="step-shaft" d={arrow?.shaft} strokeWidth={styles[glyph].width * 0.85} />
      <path className="step-head" d={arrow?.head} strokeWidth={styles[glyph].isOpen ? 1.5 : 0.5} />
    </svg>
  );
}
