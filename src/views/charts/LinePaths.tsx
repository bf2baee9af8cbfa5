import type { LinePath } from "./line-path";
import type { Line } from "./lines";

type Props = {
  readonly lines: readonly Line[];
  readonly paths: readonly (LinePath | undefined)[];
  readonly isDashed?: boolean;
};

/** The lines of a panel; an area is filled, and has no dashes. */
export const LinePaths = ({ lines, paths, isDashed = false }: Props) =>
  lines.map(({ run, dash }, i) => {
    const path = paths[i];
    if (!path) return null;
    return (
      <path
        key={i}
        data-run={run}
        d={path.d}
        className={path.isBand ? "charts-band" : undefined}
        strokeDasharray={isDashed && !path.isBand ? dash : undefined}
      />
    );
  });
