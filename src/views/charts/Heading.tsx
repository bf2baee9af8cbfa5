import type { ReactNode } from "react";
import type { Plot } from "./layout";

type Props = { plot: Plot; title: ReactNode; note: ReactNode; children?: ReactNode };

/** The line over a plot: what it shows, a note on it, and what else has room there. */
export const Heading = ({ plot, title, note, children }: Props) => (
  <div
    className="charts-title"
    style={{ left: plot.columnLeft, top: plot.top - 26, width: plot.columnWidth }}
  >
    <h3>
      {title} <span>{note}</span>
    </h3>
    {children}
  </div>
);
