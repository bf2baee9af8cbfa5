import type { Pencil } from "../contour-map/pen";
import { svgElement } from "./svg-element";
import type { Sheet } from "./sheet";

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** A sheet that writes what is drawn on it as SVG elements: every line stays a line, every word a word. */
export function svgSheet(): { readonly sheet: Sheet; readonly written: () => string } {
  const clips = new Map<string, string>();
  let parts: string[] = [];
  const pencil = svgPencil((name, attributes, text) => parts.push(svgElement(name, attributes, text)));
  const group = (attributes: Attributes, draw: () => void) => {
    const outer = parts;
    parts = [];
    pencil.save();
    draw();
    pencil.restore();
    const inner = parts.join("");
    parts = outer;
    if (inner) parts.push(svgElement("g", attributes, undefined, inner));
  };
  const sheet: Sheet = {
    context: pencil,
    // What it draws is told apart by this sheet alone.
    shape: (d) => ({ d }) as unknown as Path2D,
    group,
    at: (x, y, draw) => group({ transform: `translate(${hundredths(x)} ${hundredths(y)})` }, draw),
    clipped: ({ left, top, width, height }, draw) => {
      const box = { x: left, y: top, width, height };
      const rect = svgElement("rect", box);
      const id = clips.get(rect) ?? `clip${clips.size + 1}`;
      clips.set(rect, id);
      group({ "clip-path": `url(#${id})` }, draw);
    },
  };
  const defined = () =>
    [...clips].map(([rect, id]) => svgElement("clipPath", { id }, undefined, rect)).join("");
  return {
    sheet,
    written: () => (clips.size > 0 ? svgElement("defs", {}, undefined, defined()) : "") + parts.join("\n"),
  };
}

type Write = (name: string, attributes: Attributes, text?: string) => void;

const first = {
  globalAlpha: 1,
  lineWidth: 1,
  lineDashOffset: 0,
  strokeStyle: "#000" as Pencil["strokeStyle"],
  fillStyle: "#000" as Pencil["fillStyle"],
  lineJoin: "miter" as Pencil["lineJoin"],
  font: "10px sans-serif",
  textAlign: "start" as Pencil["textAlign"],
};

/** A pencil with a canvas's words. */
function svgPencil(write: Write): Pencil {
  let d = "";
  let dash: number[] = [];
  let moves = "";
  const kept: { pen: typeof first; dash: number[]; moves: string }[] = [];
  const shapeOf = (path?: Path2D | CanvasFillRule) =>
    typeof path === "object" ? (path as unknown as { readonly d: string }).d : d;
  const common = () => ({
    ...(moves && { transform: moves.trim() }),
    ...(pencil.globalAlpha < 1 && { opacity: hundredths(pencil.globalAlpha) }),
  });
  const stroked = () => ({
    fill: "none",
    stroke: String(pencil.strokeStyle),
    "stroke-width": hundredths(pencil.lineWidth),
    ...(pencil.lineJoin !== "miter" && { "stroke-linejoin": pencil.lineJoin }),
  });
  const dashed = () =>
    dash.length > 0 && {
      "stroke-dasharray": dash.join(" "),
      ...(pencil.lineDashOffset !== 0 && { "stroke-dashoffset": hundredths(pencil.lineDashOffset) }),
    };
  const lettered = (x: number, y: number) => {
    const [, italic, weight, size, family] = /^(italic )?(?:(\d+) )?([\d.]+)px (.*)$/.exec(pencil.font) ?? [];
    return {
      x: hundredths(x),
      y: hundredths(y),
      "font-family": family,
      "font-size": size,
      ...(weight && { "font-weight": weight }),
      ...(italic && { "font-style": "italic" }),
      ...(anchors[pencil.textAlign] && { "text-anchor": anchors[pencil.textAlign] }),
    };
  };
  const pencil: Pencil = {
    ...first,
    setLineDash: (segments: Iterable<number>) => void (dash = [...segments]),
    beginPath: () => void (d = ""),
    moveTo: (x, y) => void (d += `M${hundredths(x)},${hundredths(y)}`),
    lineTo: (x, y) => void (d += `${d ? "L" : "M"}${hundredths(x)},${hundredths(y)}`),
    // Whole circles are all that is drawn.
    arc: (x, y, r) => {
      const half = (to: number) => `A${r},${r} 0 1 1 ${hundredths(to)},${hundredths(y)}`;
      d += half(x - r) + half(x + r);
    },
    stroke: (path?: Path2D) => {
      const shape = shapeOf(path);
      if (/[LAHVCQhvlZ]/.test(shape)) write("path", { d: shape, ...stroked(), ...dashed(), ...common() });
    },
    fill: (path?: Path2D | CanvasFillRule) => {
      const shape = shapeOf(path);
      if (shape) write("path", { d: shape, fill: String(pencil.fillStyle), ...common() });
    },
    fillText: (text, x, y) =>
      write("text", { ...lettered(x, y), fill: String(pencil.fillStyle), ...common() }, text),
    strokeText: (text, x, y) => write("text", { ...lettered(x, y), ...stroked(), ...common() }, text),
    save: () => void kept.push({ pen: { ...penOf(pencil) }, dash, moves }),
    restore: () => {
      const last = kept.pop();
      if (!last) return;
      Object.assign(pencil, last.pen);
      ({ dash, moves } = last);
    },
    translate: (x, y) => void (moves += ` translate(${hundredths(x)} ${hundredths(y)})`),
    scale: (x, y) => void (moves += x === y ? ` scale(${x})` : ` scale(${x} ${y})`),
    rotate: (angle) => void (moves += ` rotate(${hundredths((180 * angle) / Math.PI)})`),
  };
  return pencil;
}

const penOf = (pencil: Pencil): typeof first => {
  const { globalAlpha, lineWidth, lineDashOffset, strokeStyle, fillStyle, lineJoin, font, textAlign } =
    pencil;
  return { globalAlpha, lineWidth, lineDashOffset, strokeStyle, fillStyle, lineJoin, font, textAlign };
};

const anchors: Readonly<Record<CanvasTextAlign, string>> = {
  start: "",
  left: "",
  center: "middle",
  end: "end",
  right: "end",
};

const hundredths = (value: number) => Math.round(100 * value) / 100;
