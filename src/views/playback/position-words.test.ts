import { describe, expect, it } from "vitest";
import { createRecording } from "../../experiment/recording";
import { networkSpec, openingSpec } from "../../experiment/usual-spec";
import { epochInWords, runsInWords } from "./position-words";

describe("the runs in words", () => {
  const recording = createRecording(2, 2, true);
  recording.append({
    ...{
      first: 0,
      count: 3,
      runs: 2,
      checkpoints: [],
      theta: new Float64Array(12),
      gradient: new Float64Array(12),
    },
    loss: Float64Array.of(140, 50, 9.2937, 140, NaN, NaN),
  });

  it("tell each run's step and loss, or that it diverged", () => {
    expect(runsInWords(openingSpec(), recording, 2)).toBe(
      "Momentum: step 2, loss 9.29. RMSprop: diverged at step 1.",
    );
    expect(runsInWords(openingSpec(), recording, 0)).toBe(
      "Momentum: step 0, loss 140. RMSprop: step 0, loss 140.",
    );
  });

  it("leave out hidden runs, and recordings of other runs", () => {
    expect(runsInWords(openingSpec(), recording, 2, (number) => number === 1)).toBe(
      "Momentum: step 2, loss 9.29.",
    );
    expect(runsInWords({ ...openingSpec(), runs: [] }, recording, 2)).toBe("");
    expect(runsInWords(openingSpec(), createRecording(2, 2, true), 0)).toBe("");
  });
});

describe("a network's epochs", () => {
  const spec = { ...networkSpec("mnist-mlp"), batch: 32, epochs: 10 };

  it("are counted from one, and said with how training stands", () => {
    const at = (step: number) => epochInWords(spec, step, { status: "running" });
    expect([0, 1, 1875, 1876, 11250, 18750].map(at).map((words) => words.split(" ")[1])).toEqual(
      ["1", "1", "1", "2", "6", "10"], // prettier-ignore
    );
    expect(at(11250)).toBe("epoch 6 of 10, training");
    expect(epochInWords(spec, 18750, { status: "complete" })).toBe("epoch 10 of 10, trained");
    expect(epochInWords({ ...spec, images: 320 }, 11, { status: "running" })).toBe("epoch 2 of 10, training");
    expect(epochInWords(openingSpec(), 5, { status: "complete" })).toBe("");
  });
});
