import type { MnistData } from "../../../datasets/mnist";
import type { NetworkExperiment } from "../../compile";
import { measuredImages } from "../../training/measured-images";
import type { Measurer } from "../../training/measurer";
import { checkpointOf } from "../../training/run-measures";
import { deal, inOrder, type Dealt } from "./dealt";
import { openShares } from "./shares";

/** Measures on threads of their own, whatever trains. */
export function openMeasurer(
  experiment: NetworkExperiment,
  data: MnistData,
  dealing: Promise<{ readonly dealt: readonly Dealt[] }> = deal(experiment, openShares),
): Measurer {
  const ready = Promise.all([dealing, measuredImages(data, experiment)]).then(async ([{ dealt }, images]) => {
    await Promise.all(dealt.map(({ share }) => share.show(images)));
    return dealt;
  });
  // Whoever measures is told.
  ready.catch(() => undefined);
  /** One after another: a share holds one iterate of each run. */
  let queue: Promise<unknown> = ready;

  async function measureNow(step: number, parameters: Float32Array) {
    const dealt = await ready;
    const width = parameters.length / experiment.runs.length;
    const rows = await Promise.all(
      dealt.map(({ share, places }) =>
        share.measure(places.map((place) => parameters.slice(place * width, (place + 1) * width))),
      ),
    );
    return checkpointOf(step, inOrder(dealt, rows));
  }

  return {
    measure(step, parameters) {
      const result = queue.then(() => measureNow(step, parameters));
      queue = result.catch(() => undefined);
      return result;
    },
    dispose: () =>
      void dealing.then(
        ({ dealt }) => dealt.forEach(({ share }) => void share.end()),
        () => undefined,
      ),
  };
}
