import { dashOf, markerOf } from "./mark";

/** A run's marker alone, for a line of text. */
export const Marker = ({ run, radius = 4.5 }: { run: number; radius?: number }) => (
  <svg
    data-run={run}
    width={radius * 2.6}
    height={radius * 2.6}
    viewBox={[-1.3, -1.3, 2.6, 2.6].map((v) => v * radius).join(" ")}
    aria-hidden="true"
  >
    <path d={markerOf(run)} transform={`scale(${radius})`} fill="var(--line)" />
  </svg>
);

/** A sample of a run's line with its marker: colour, dash and shape together. */
export const LineSample = ({ run, width = 26 }: { run: number; width?: number }) => (
  <svg data-run={run} width={width} height={12} viewBox={`0 -6 ${width} 12`} aria-hidden="true">
    <path d={`M0,0H${width}`} stroke="var(--line)" strokeWidth={2.4} strokeDasharray={dashOf(run)} />
    <path
      d={markerOf(run)}
      transform={`translate(${width / 2}) scale(4.2)`}
      fill="var(--line)"
      stroke="var(--paper)"
      strokeWidth={1.5 / 4.2}
    />
  </svg>
);
