import { defineSurface } from "./surface";

/** Six minima of three depths, two of each: where a run ends is more the start's doing than the rule's. */
export const sixHumpCamel = defineSurface({
  name: "Six-hump camel",
  teaches: "several minima",
  reference: "Branin 1972, doi:10.1147/rd.165.0504; Dixon & Szegő 1978, Towards Global Optimisation 2",
  value: "(4 - 2.1 * x^2 + x^4 / 3) * x^2 + x * y + (4 * y^2 - 4) * y^2",
  domain: { x: [-2, 2], y: [-1, 1] },
  minima: [
    [0.08984201310031806, -0.7126564030207396],
    [-0.08984201310031806, 0.7126564030207396],
    [1.703606714969981, -0.7960835686726251],
    [-1.703606714969981, 0.7960835686726251],
    [1.6071047529201972, 0.5686514548841314],
    [-1.6071047529201972, -0.5686514548841314],
  ],
  saddles: [
    [0, 0],
    [1.1092053368047865, -0.7682680925095399],
    [-1.1092053368047865, 0.7682680925095399],
    [1.6380679841897785, 0.22867406904439408],
    [-1.6380679841897785, -0.22867406904439408],
    [1.2960702671671092, 0.6050843880386585],
    [-1.2960702671671092, -0.6050843880386585],
  ],
  start: [-1.1, -0.1],
  // prettier-ignore
  rates: {
    sgd: 0.02, momentum: 0.01, nesterov: 0.01, adagrad: 0.1, adadelta: 10, rmsprop: 0.02,
    "rmsprop-centered": 0.02, adam: 0.05, amsgrad: 0.05, adamw: 0.05, adamax: 0.05, nadam: 0.05,
    radam: 0.1, rprop: 0.01, lion: 0.02, "schedule-free": 0.1,
  },
});
