import { linearAxis, logarithmicAxis, type Axis } from "../../charts/domain";
import type { LayerLine, LayerQuantity } from "./layer-lines";

/** One axis for all layers of a quantity, so that they can be compared across. */
export function layerAxis(quantity: LayerQuantity, lines: readonly LayerLine[]): Axis {
  const values = lines.flatMap((line) => line.values);
  switch (quantity) {
    case "gradient":
      return logarithmicAxis(values, 4) ?? linearAxis(values, 3);
    case "output":
      return linearAxis([0, ...values], 3);
    case "dead":
      return { isLogarithmic: false, domain: [0, 1], ticks: [0, 0.5, 1] };
    default:
      return quantity satisfies never;
  }
}
