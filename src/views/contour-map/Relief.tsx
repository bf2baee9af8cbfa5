import { memo } from "react";
import type { SurfaceMap } from "./surface-map";
import { toPixel } from "./viewport";

const tintOf = (share: number) =>
  `color-mix(in oklab, var(--map-hi) ${Math.round(100 * share)}%, var(--map-lo))`;

type Props = { readonly map: SurfaceMap; readonly hasTicks: boolean };

/** The map itself: tints, contours with their numerals, y ticks, minima and saddles. Nothing in it moves. */
export const Relief = memo(function Relief({ map, hasTicks }: Props) {
  const { viewport, contours, tint, numerals, minima, saddles, yTicks } = map;
  const { width, height } = viewport;
  return (
    <svg className="contour-map-relief" width={width} height={height}>
      <rect width={width} height={height} fill={tintOf(tint)} />
      {contours.map(({ level, path, tint }) => (
        <path key={level} d={path} fill={tintOf(tint)} />
      ))}
      <g fill="none" stroke="var(--contour)" strokeOpacity="var(--contour-opacity)">
        {contours.map(({ level, path, isBold }) => (
          <path key={level} d={path} strokeWidth={isBold ? 1 : 0.6} />
        ))}
      </g>
      {numerals.map(({ text, at: [x, y], tint }) => (
        <text key={text} className="contour-map-numeral" x={x} y={y + 3.5} stroke={tintOf(tint)}>
          {text}
        </text>
      ))}
      {hasTicks &&
        yTicks.map(({ value, text }) => {
          const y = toPixel(viewport, [0, value])[1];
          // A label cut in half by the border says nothing.
          return y > 8 && y < height - 8 ? (
            <g key={value} transform={`translate(0 ${y})`}>
              <path d="M0,0h5" stroke="var(--ink-3)" />
              <text className="contour-map-tick" x={9} y={4}>
                {text}
              </text>
            </g>
          ) : null;
        })}
      {minima.map(([x, y]) => (
        <path
          key={`${x} ${y}`}
          d={`M${x - 6},${y}h12M${x},${y - 6}v12`}
          stroke="var(--ink)"
          strokeWidth={1.5}
        />
      ))}
      {saddles.map(([x, y]) => (
        <path
          key={`${x} ${y}`}
          transform={`translate(${x} ${y})`}
          d="M-5,-6Q0,0 -5,6M5,-6Q0,0 5,6"
          fill="none"
          stroke="var(--ink)"
          strokeWidth={1.3}
        />
      ))}
    </svg>
  );
});
