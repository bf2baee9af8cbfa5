import { expect, test } from "vitest";
import { dropoutBase, dropoutBound, dropoutMask } from "./dropout";

const [samples, units] = [200, 100];

test.each([0.1, 0.5, 0.9])("a share of %d is left out, and the rest makes up for it", (share) => {
  const mask = dropoutMask({ share, seed: 1 }, 3, 0, samples, units);
  const kept = mask.filter((value) => value !== 0);
  for (const value of kept) expect(value).toBeCloseTo(1 / (1 - share), 6);
  // Of 20,000 draws; five deviations.
  const deviation = Math.sqrt((share * (1 - share)) / mask.length);
  expect(Math.abs(1 - kept.length / mask.length - share)).toBeLessThan(5 * deviation);
});

test("every unit and every sample is left out as often as any other", () => {
  const mask = dropoutMask({ share: 0.5, seed: 2 }, 0, 0, samples, units);
  const kept = (places: number[]) => places.filter((place) => mask[place] !== 0).length / places.length;
  for (let unit = 0; unit < units; unit++)
    expect(kept(Array.from({ length: samples }, (_, sample) => sample * units + unit))).toBeCloseTo(0.5, 0);
  for (let sample = 0; sample < samples; sample++)
    expect(kept(Array.from({ length: units }, (_, unit) => sample * units + unit))).toBeCloseTo(0.5, 0);
});

test("the same place is the same again; another step, layer or seed is another draw", () => {
  const drawn = (seed: number, step: number, layer: number) =>
    dropoutMask({ share: 0.5, seed }, step, layer, samples, units);
  expect(drawn(1, 5, 0)).toEqual(drawn(1, 5, 0));
  const first = drawn(1, 5, 0);
  for (const other of [drawn(2, 5, 0), drawn(1, 6, 0), drawn(1, 5, 1)]) {
    const alike = other.filter((value, i) => (value === 0) === (first[i] === 0)).length / first.length;
    expect(Math.abs(alike - 0.5)).toBeLessThan(0.03);
  }
});

test("more samples or units do not change what the first were dealt, as long as rows are as long", () => {
  const few = dropoutMask({ share: 0.3, seed: 1 }, 0, 0, 10, units);
  expect(dropoutMask({ share: 0.3, seed: 1 }, 0, 0, samples, units).slice(0, few.length)).toEqual(few);
});

test("bounds and bases fit what a kernel counts in", () => {
  for (const share of [0, 0.5, 0.9, 1]) {
    const bound = dropoutBound(share);
    expect(bound).toBe(bound >>> 0);
  }
  for (const step of [0, 1, 1e6]) expect(dropoutBase(7, step, 2)).toBe(dropoutBase(7, step, 2) >>> 0);
});
