import { expect, test } from "vitest";
import { networkSpec } from "../../../experiment/usual-spec";
import { compile, type NetworkExperiment } from "../../compile";
import { initialParameters } from "../../training/initial-parameters";
import { openMnistInNode } from "../../../tools/mnist-in-node";
import { deal } from "./dealt";
import { openMeasurer } from "./measurer";
import { shareHere } from "./shares";

test("what was to be measured by a measurer that is gone never reaches its threads, which may be another's", async () => {
  const { network, layers, ...rest } = compile(networkSpec("mnist-logistic")) as NetworkExperiment;
  const experiment = { network, layers, ...rest, runs: rest.runs.slice(0, 1) };
  const share = shareHere();
  let measured = 0;
  const dealing = deal(experiment, () => [
    { ...share, measure: (iterates) => (measured++, share.measure(iterates)) },
  ]);
  const measurer = openMeasurer(experiment, await openMnistInNode(), dealing);
  const parameters = initialParameters(layers, "glorot", 1);
  const first = measurer.measure(0, parameters);
  const second = measurer.measure(5, parameters);
  const refused = expect(second).rejects.toThrow("nobody waits");
  expect((await first).step).toBe(0);
  measurer.dispose();
  const third = expect(measurer.measure(10, parameters)).rejects.toThrow("nobody waits");
  await Promise.all([refused, third]);
  expect(measured).toBe(1);
});
