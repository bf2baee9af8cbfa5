import { listenIn, untilFrames } from "./bench-listen";
import type { Aim, Report } from "./bench-rounds";
import { inBrowser, type Server } from "./bench-server";
import { launchArguments } from "./find-browser";

/** Frames of ten epochs of 60,000 images in batches of 32. */
export const framesOfTenEpochs = 10 * 1875 + 1;

/** A link's runs: six optimizers, each at its usual rate. */
export const sixRuns = ["sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam"]
  .map((id) => `run=${id}`)
  .join("&");

/** Ten epochs of the reference network as a visitor without a GPU sees them trained: page, worker, drawing and all. */
export async function reportEpochs({ url }: Server): Promise<Report> {
  return inBrowser(launchArguments.plain, async (open, browser) => {
    await listenIn(browser.contexts()[0]!);
    let by = "";
    async function visit(query: string, frames: number) {
      const page = await open(`${url}#network=mnist-mlp&batch=32&epochs=10&${query}`);
      const heard = await untilFrames(page, frames, { isLoaded: true });
      await page.close();
      return heard;
    }
    async function train(name: string, runs: string, seed = 1) {
      const heard = await visit(`seed=${seed}&${runs}`, framesOfTenEpochs);
      const { backend, adapter } = heard.find(({ type }) => type === "started")!.computedBy!;
      by = `${backend}, ${adapter}`;
      const accuracies = heard.findLast(({ test }) => test)!.test!;
      const percent = accuracies.map((accuracy) => (100 * accuracy).toFixed(2)).join(", ");
      const milliseconds = heard.findLast(({ frames }) => frames)!.at - heard[0]!.at;
      return { row: { name: `${name}: test ${percent} %`, milliseconds }, accuracies };
    }

    const nesterov = "run=nesterov(lr=0.01,momentum=0.9)";
    // Puts the data into the browser's cache.
    await visit(`steps=20&${nesterov}`, 21);
    const seeds = [];
    for (const seed of [1, 2, 3]) seeds.push(await train(`Nesterov, seed ${seed}`, nesterov, seed));
    const six = await train("six optimizers", sixRuns);
    const slowest = Math.max(...seeds.map(({ row }) => row.milliseconds));
    return {
      title: `Ten epochs of 784-10-10-10 on MNIST without WebGPU, batch 32, from the start to the last frame, drawn as they come: built page, data cached; ${by}`,
      checks: [],
      rows: [...seeds, six].map(({ row }) => row),
      aims: [
        ...seeds.map(({ accuracies }, i) => accuracyAim(`seed ${i + 1}`, 100 * accuracies[0]!)),
        timeAim("Nesterov, slowest seed", slowest, 6),
        timeAim("six optimizers", six.row.milliseconds, 12),
      ],
    };
  });
}

const accuracyAim = (name: string, value: number): Aim => ({
  claim: `${name}: test accuracy of 93 to 94.5 %`,
  ...{ value, unit: "%", isReached: value >= 93 && value <= 94.5 },
});

const timeAim = (name: string, milliseconds: number, most: number): Aim => ({
  claim: `${name}, under ${most} s`,
  ...{ value: milliseconds / 1000, unit: "s", isReached: milliseconds < 1000 * most },
});
