/** Red, green and blue from 0 to 1, as they are sent to the screen. */
export type Tone = readonly [red: number, green: number, blue: number];

/** Reads `#rrggbb`, the form of the tokens, or `#rgb`, to which a build may shorten it. Throws on any other. */
export function toneOf(text: string): Tone {
  const digits = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(text.trim())?.[1];
  if (!digits) throw new Error(`not a colour of the form #rrggbb: ${text}`);
  const parts = digits.length === 3 ? [...digits].map((digit) => digit + digit) : digits.match(/../g)!;
  return parts.map((part) => parseInt(part, 16) / 255) as unknown as Tone;
}

/** The tone a share of the way from one to another, in oklab, as CSS's color-mix has it (Ottosson 2020). */
export function mixed(from: Tone, to: Tone, share: number): Tone {
  const [a, b] = [toOklab(from), toOklab(to)];
  return fromOklab(a.map((part, i) => part + share * (b[i]! - part)) as unknown as Tone);
}

const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const gamma = (value: number) => (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055);
const times = (rows: readonly Tone[], [a, b, c]: Tone) =>
  rows.map(([x, y, z]) => x * a + y * b + z * c) as unknown as Tone;
const each = (tone: Tone, change: (value: number) => number) => tone.map(change) as unknown as Tone;

const toOklab = (tone: Tone) =>
  times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    each(
      times(
        [
          [0.4122214708, 0.5363325363, 0.0514459929],
          [0.2119034982, 0.6806995451, 0.1073969566],
          [0.0883024619, 0.2817188376, 0.6299787005],
        ],
        each(tone, linear),
      ),
      Math.cbrt,
    ),
  );

const fromOklab = (lab: Tone) =>
  each(
    times(
      [
        [4.0767416621, -3.3077115913, 0.2309699292],
        [-1.2684380046, 2.6097574011, -0.3413193965],
        [-0.0041960863, -0.7034186147, 1.707614701],
      ],
      each(
        times(
          [
            [1, 0.3963377774, 0.2158037573],
            [1, -0.1055613458, -0.0638541728],
            [1, -0.0894841775, -1.291485548],
          ],
          lab,
        ),
        (part) => part ** 3,
      ),
    ),
    (value) => Math.min(1, Math.max(0, gamma(value))),
  );
