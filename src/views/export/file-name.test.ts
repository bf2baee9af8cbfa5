import { expect, test } from "vitest";
import { parseLink } from "../../store/parse-link";
import { fileName } from "./file-name";

test("a file is called what it is of, and of which part", () => {
  const { spec } = parseLink("surface=ravine&run=momentum&run=rmsprop");
  expect(fileName(spec, "csv")).toBe("ravine-momentum-rmsprop.csv");
  expect(fileName(spec, "svg", "charts")).toBe("ravine-momentum-rmsprop-charts.svg");
});

test("whatever a rule is called, every file system takes the name; eight runs do not make it endless", () => {
  const { spec } = parseLink("surface=ravine&run=momentum");
  const run = { ...spec.runs[0]!, optimizer: '../"<Regel> 1\u0000' };
  expect(fileName({ ...spec, runs: [run] }, "png")).toBe("ravine-regel-1.png");
  expect(fileName({ ...spec, runs: Array(8).fill(spec.runs[0]) }, "png")).toBe(
    "ravine-momentum-momentum-momentum-momentum-4-more.png",
  );
});
