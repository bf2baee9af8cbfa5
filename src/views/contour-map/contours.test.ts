import { describe, expect, it } from "vitest";
import { surfaces } from "../../surfaces/index";
import { contoursOf } from "./contours";
import { valueFunctionOf } from "./value-function";
import { fit } from "./viewport";

describe("x", () => {
  it.each(Object.entries(surfaces))("%s", (id, surface) => {
    for (const [w, h] of [
      [944, 264],
      [464, 464],
      [1376, 620],
      [360, 104],
    ] as const) {
      const valueAt = valueFunctionOf(surface, {});
      const lowest = Math.min(...surface.minima.map(([x, y]) => valueAt(x, y)));
      for (let i = 0; i < 3; i++) contoursOf(valueAt, fit(surface, w, h), lowest);
      const t = performance.now();
      const c = contoursOf(valueAt, fit(surface, w, h), lowest);
      console.log(
        id,
        w,
        h,
        (performance.now() - t).toFixed(1),
        "ms",
        c.length,
        c.map((k) => (k.isBold ? "*" : "") + k.level + ":" + k.tint.toFixed(2)).join(" "),
        c.contours.map((k) => k.path.length).reduce((a, b) => a + b, 0),
      );
    }
    expect(1).toBe(1);
  });
});
