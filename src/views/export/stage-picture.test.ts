import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { FrameBatch } from "../../experiment/frame";
import { createRecording } from "../../experiment/recording";
import { isSurfaceSpec, type SurfaceSpec } from "../../experiment/spec";
import { parseLink } from "../../store/parse-link";
import { createRavineStore, type State } from "../../store/store";
import { chartsPicture } from "./charts-picture";
import { inksOf } from "./inks";
import { stagePicture } from "./stage-picture";
import { toSvg } from "./to-svg";

const themes = ["light", "dark"] as const;
const hash = "surface=rosenbrock&run=momentum(lr=0.002)&run=rmsprop(lr=0.03)&run=adam";

test.each(themes)("the stage as SVG is well formed, of vectors alone, and has a path a run, %s", (theme) => {
  const inks = inksOf(tokens(theme));
  const svg = toSvg(stagePicture(recorded(hash), inks)!, inks, 20);
  expectWellFormed(svg);
  expect(svg.match(/<g class="path"/g)).toHaveLength(3);
  expect(svg.match(/<g class="contours"/g)!.length).toBeGreaterThan(0);
  // Complete by itself: no picture in it, and nothing it would have to ask for.
  expect(svg).not.toMatch(/<image|<style|<script|href|url\((?!#clip)|var\(|color-mix/);
  for (const number of [1, 2, 3]) expect(svg).toContain(inks.line(number));
  expect(svg).toContain(`fill="${inks.paper}"`);
});

test("every run has its name and rate beside its path, with what would be markup escaped", () => {
  const inks = inksOf(tokens("light"));
  const state = recorded(hash);
  for (const picture of [stagePicture(state, inks)!, chartsPicture(state, inks)]) {
    const svg = toSvg(picture, inks, 20);
    expectWellFormed(svg);
    const words = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);
    for (const word of ["Momentum", "RMSprop", "a&lt;b&amp;c", "lr 0.002", "lr 0.03"])
      expect(words).toContain(word);
    expect(words).toContain("step 20 of 30");
  }
});

test("a run that is hidden is not in the picture, and all on one map stand under one legend", () => {
  const inks = inksOf(tokens("light"));
  const state = recorded(hash);
  const alone = toSvg(stagePicture({ ...state, hidden: new Set([2]) }, inks)!, inks, 20);
  expect(alone).not.toContain("RMSprop");
  expect(alone.match(/<g class="path"/g)).toHaveLength(2);
  const together = { ...state, view: { ...state.view, layout: "overlay" as const } };
  expect(toSvg(stagePicture(together, inks)!, inks, 20).match(/<g class="relief"/g)).toHaveLength(1);
});

test("the charts as SVG have a line a run and quantity", () => {
  const inks = inksOf(tokens("light"));
  const svg = toSvg(chartsPicture(recorded(hash), inks), inks, 20);
  // Effective rates have a line a coordinate where these differ.
  for (const number of [1, 2, 3])
    expect(svg.match(new RegExp(`<g class="line" data-run="${number}"`, "g"))!.length).toBeGreaterThanOrEqual(
      5,
    );
  expect(svg).toContain("Gradient norm");
});

/** A page that has recorded a link's runs, each on a way of its own. */
function recorded(hash: string): State {
  const { spec: parsed } = parseLink(`${hash}&steps=30`);
  if (!isSurfaceSpec(parsed)) throw new Error("not a surface");
  const [momentum, rmsprop, adam] = parsed.runs;
  const spec = { ...parsed, runs: [momentum!, rmsprop!, { ...adam!, label: "a<b&c" }] };
  const recording = createRecording(spec.runs.length, 30, true);
  recording.append(spirals(spec));
  const computedBy = { backend: "cpu", adapter: "", precision: "float64" } as State["computedBy"];
  return { ...createRavineStore().getState(), spec, recordedSpec: spec, recording, recorded: 31, computedBy };
}

function spirals({ runs }: SurfaceSpec): FrameBatch {
  const count = 31;
  const points = runs.flatMap((_, run) =>
    Array.from({ length: count }, (_, step) => {
      const [radius, angle] = [1.2 / (1 + step / 8), step / (2 + run)];
      return [radius * Math.cos(angle), radius * Math.sin(angle)] as const;
    }),
  );
  return {
    ...{ first: 0, count, runs: runs.length, checkpoints: [] },
    loss: Float64Array.from(points, ([x, y]) => x * x + y * y),
    theta: Float64Array.from(points.flat()),
    gradient: Float64Array.from(points.flat(), (each) => 2 * each),
  };
}

/** The tokens as the style sheet has them. */
function tokens(theme: (typeof themes)[number]): (name: string) => string {
  const css = readFileSync(new URL("../../app/tokens.css", import.meta.url), "utf8");
  const blocks = [
    /:root \{([^}]*)\}/,
    ...(theme === "dark" ? [/:root\[data-theme="dark"\] \{([^}]*)\}/] : []),
  ];
  const values = new Map(
    blocks.flatMap((block) =>
      [...block.exec(css)![1]!.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!]),
    ),
  );
  return (name) => values.get(name) ?? "";
}

/** Fails where elements are not closed in their order, or attributes are not as XML has them. */
function expectWellFormed(svg: string) {
  const open: string[] = [];
  const rest = svg
    .replace(/^<\?xml [^>]*\?>/, "")
    .replace(
      /<(\/?)([\w:]+)((?: [\w:-]+="[^"<&]*(?:&(?:amp|quot|lt|gt);[^"<&]*)*")*)(\/?)>/g,
      (_, end, name, __, empty) => {
        if (end) expect(open.pop()).toBe(name);
        else if (!empty) open.push(name);
        return "";
      },
    );
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/[<>]|&(?!(amp|quot|lt|gt);)/);
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
}
