import { useLayoutEffect, useRef, type CSSProperties, type ReactNode } from "react";
import { NumberField } from "./NumberField";
import { positionOf, ticksOf, valueAt, type Scale } from "./scale";
import { usePointed } from "./use-pointed";
import { uiWords } from "../words/en/ui";
import "./slider.css";

/** One of few values whose end is known: its place and height, 0 to 1, none where it diverged, and what is said of it. */
export type Mark = { readonly at: number; readonly height: number | undefined; readonly text: string };

type Props = {
  /** Names the control aloud: "Momentum: learning rate". */
  readonly label: string;
  readonly symbol: ReactNode;
  readonly word: ReactNode;
  readonly value: number;
  readonly range: readonly [number, number];
  readonly scale: Scale;
  readonly onChange: (value: number) => void;
  readonly refusalOf: (value: number) => string | undefined;
  /** Back to the usual value: a double click asks for it. */
  readonly onReset?: () => void;
  /** What each position would give: points (position, height), both 0 to 1, drawn above the track. */
  readonly scent?: readonly (readonly [number, number])[] | undefined;
  /** What a position would give, in words, and the position this was computed for: said where one points. */
  readonly toldAt?:
    ((position: number) => { readonly at: number; readonly text: string } | undefined) | undefined;
  /** In place of a scent and what it tells: the few values that were tried. */
  readonly marks?: readonly Mark[] | undefined;
  /** From this value on the track is marked with a word. */
  readonly limit?: { readonly value: number; readonly word: string } | undefined;
};

/** Positions run from 0 to this on the native control: one arrow key is a hundredth of the track. */
const span = 100;
const strip = 26;
const track = strip - 9;
const reach = strip - 15;
/** The native control is wider than the track by half a thumb at each end. */
const thumbRoom = 6;

/**
 * A symbol, a word, a typed value and a track above which runs what the other values would do. The native range
 * control takes pointer and keys over the whole strip; the drawing beneath it stretches with the strip.
 */
export function Slider({
  label,
  symbol,
  word,
  value,
  range,
  scale,
  onChange,
  refusalOf,
  onReset,
  scent: swept,
  toldAt: sweptAt,
  marks: tried,
  limit,
}: Props) {
  const position = positionOf(value, range, scale);
  const limitAt = limit && limit.value < range[1] ? positionOf(limit.value, range, scale) : undefined;
  // A key may come before what the last one asked for is rendered: it moves on from there.
  const asked = useRef<number>(undefined);
  useLayoutEffect(() => {
    asked.current = undefined;
  }, [value]);
  const moveTo = (to: number) => {
    const next = valueAt(Math.min(1, Math.max(0, to)), range, scale);
    asked.current = positionOf(next, range, scale);
    onChange(next);
  };
  const marks = tried?.map(aboveThumb);
  const scent = marks ? lineThrough(marks) : swept;
  const toldAt = marks ? (to: number) => nearestTo(marks, to) : sweptAt;
  const isHere = (at: number) => Math.abs(at - position) < 1e-6;
  const atThumb = scent?.find(([u]) => (marks ? isHere(u) : u >= position - 1e-6));
  const { readout, words, mark, handlers } = usePointed((to) => {
    const told = toldAt?.(to);
    const height = told && scent?.find(([u]) => Math.abs(u - told.at) < 1e-6)?.[1];
    return told && { ...told, height: height === undefined ? undefined : heightOf(height) };
  }, thumbRoom);
  const atValue = marks ? marks.find(({ at }) => isHere(at))?.text : toldAt?.(position)?.text;
  return (
    <div className="slider">
      <div className="slider-head">
        <span className="slider-symbol">{symbol}</span>
        <span className="slider-word">{word}</span>
        <NumberField
          label={uiWords().valueOf(label)}
          value={value}
          onCommit={onChange}
          refusalOf={refusalOf}
        />
      </div>
      <div className="slider-strip">
        <svg height={strip} aria-hidden="true" className="slider-track">
          <line x1="0" x2="100%" y1={track} y2={track} className="slider-line" />
          {ticksOf(range, scale).map((tick) => {
            const x = `${100 * positionOf(tick, range, scale)}%`;
            return <line key={tick} x1={x} x2={x} y1={track} y2={track + 4} className="slider-tick" />;
          })}
          {limitAt !== undefined && (
            <line x1={`${100 * limitAt}%`} x2="100%" y1={track} y2={track} className="slider-limit" />
          )}
          {limitAt !== undefined && (
            <line
              x1={`${100 * limitAt}%`}
              x2={`${100 * limitAt}%`}
              y1={track - 4}
              y2={track + 4}
              className="slider-limit-mark"
            />
          )}
          {scent && (
            <svg
              viewBox={`0 0 1 ${strip}`}
              preserveAspectRatio="none"
              width="100%"
              height={strip}
              overflow="visible"
            >
              <path d={scentPath(scent)} className="slider-scent" vectorEffect="non-scaling-stroke" />
            </svg>
          )}
          {marks?.map(({ at, height }) => (
            <svg key={at} x={`${100 * at}%`} y={heightOf(height ?? marksTo)} overflow="visible">
              {height === undefined ? (
                <path d="M-2.5,-2.5l5,5m0,-5l-5,5" className="slider-lost" />
              ) : (
                <circle r="2.2" className="slider-tried" />
              )}
            </svg>
          ))}
          <svg x={`${100 * position}%`} overflow="visible">
            {atThumb && <line y1={heightOf(atThumb[1])} y2={track} className="slider-stem" />}
            {atThumb && <circle cy={heightOf(atThumb[1])} r="2.2" className="slider-dot" />}
            <circle cy={track} r="5.5" className="slider-thumb" />
          </svg>
          <svg ref={mark} overflow="visible" visibility="hidden">
            <circle r="3" className="slider-pointed" />
          </svg>
        </svg>
        {limitAt !== undefined && limitAt < 0.85 && <span className="slider-limit-word">{limit?.word}</span>}
        {toldAt && (
          <span
            ref={readout}
            className="slider-readout"
            aria-hidden="true"
            style={{ "--at": position } as CSSProperties}
          >
            <span ref={words} />
            {atValue !== undefined && <b>{atValue}</b>}
          </span>
        )}
        <input
          type="range"
          aria-label={label}
          aria-description={marks ? marks.map(({ text }) => text).join(" · ") : atValue}
          {...handlers}
          aria-valuetext={String(value)}
          min={0}
          max={span}
          step="any"
          value={position * span}
          onChange={({ target }) => moveTo(target.valueAsNumber / span)}
          onDoubleClick={onReset}
          onKeyDown={(event) => {
            const by = keySteps[event.key];
            if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            const decade = scale === "log" ? 1 / Math.log10(range[1] / range[0]) : 0.1;
            const [sign, size] = by;
            moveTo(
              (asked.current ?? position) +
                sign * (size === "page" ? decade : size === "end" ? 1 : event.shiftKey ? 0.1 : 0.01),
            );
          }}
        />
      </div>
    </div>
  );
}

const keySteps: Readonly<Record<string, readonly [number, "arrow" | "page" | "end"]>> = {
  ArrowRight: [1, "arrow"],
  ArrowUp: [1, "arrow"],
  ArrowLeft: [-1, "arrow"],
  ArrowDown: [-1, "arrow"],
  PageUp: [1, "page"],
  PageDown: [-1, "page"],
  Home: [-1, "end"],
  End: [1, "end"],
};

/** Between the thumb, which would cover a mark, and the number above, which a mark would touch. */
const marksFrom = 0.4;
const marksTo = 0.9;

const aboveThumb = ({ height, ...mark }: Mark): Mark => ({
  ...mark,
  height: height === undefined ? undefined : marksFrom + (marksTo - marksFrom) * height,
});

/** Through all that came to an end. */
const lineThrough = (marks: readonly Mark[]) =>
  marks.flatMap(({ at, height }) => (height === undefined ? [] : [[at, height] as const]));

const nearestTo = (marks: readonly Mark[], position: number) =>
  marks.reduce((nearest, mark) =>
    Math.abs(mark.at - position) < Math.abs(nearest.at - position) ? mark : nearest,
  );

const heightOf = (share: number) => track - 3 - share * reach;

const scentPath = (points: readonly (readonly [number, number])[]) =>
  points.length
    ? `M${points.map(([u, share]) => `${u.toFixed(4)},${heightOf(share).toFixed(2)}`).join("L")}`
    : "";
