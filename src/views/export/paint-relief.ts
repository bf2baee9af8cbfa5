import type { SurfaceMap } from "../contour-map/surface-map";
import { isSmall, toPixel } from "../contour-map/viewport";
import type { Inks } from "./inks";
import { rule, write } from "./lettering";
import type { Sheet } from "./sheet";

/** The map itself, as <Relief/> shows it: tints, contours with their numerals, y ticks, minima and saddles. */
export function paintRelief(sheet: Sheet, inks: Inks, map: SurfaceMap, hasTicks: boolean): void {
  const { context, shape } = sheet;
  const { viewport, contours, tint, numerals, minima, saddles, yTicks } = map;
  const { width, height } = viewport;
  const fill = (d: string, share: number) => {
    context.fillStyle = inks.tint(share);
    context.fill(shape(d));
  };
  sheet.group({ class: "relief" }, () => {
    fill(`M0,0H${width}V${height}H0Z`, tint);
    for (const contour of contours) fill(contour.path, contour.tint);
  });
  sheet.group({ class: "contours" }, () => {
    for (const { path, isBold } of contours)
      rule(sheet, path, inks.contour, isBold ? 1 : 0.6, inks.contourOpacity);
  });
  for (const { text, at, tint } of numerals)
    write(sheet, inks, text, [at[0], at[1] + 3.5], {
      ...{ size: 10.5, colour: inks.ink2, align: "center", halo: inks.tint(tint) },
    });
  for (const { value, text } of hasTicks && !isSmall(viewport) ? yTicks : []) {
    const y = toPixel(viewport, [0, value])[1];
    if (!(y > 8 && y < height - 8)) continue;
    rule(sheet, `M0,${y.toFixed(1)}h5`, inks.ink3);
    write(sheet, inks, text, [9, y + 4], { size: 11.5, colour: inks.ink2, halo: inks.mapHigh });
  }
  for (const [x, y] of minima) rule(sheet, `M${x - 6},${y}h12M${x},${y - 6}v12`, inks.ink, 1.5);
  for (const [x, y] of saddles)
    sheet.at(x, y, () => rule(sheet, "M-5,-6Q0,0 -5,6M5,-6Q0,0 5,6", inks.ink, 1.3));
}
