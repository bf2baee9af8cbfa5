import { expect, test } from "vitest";
import { tuningInWords } from "./tuning-words";

test("what was tried is said with its number, how it was judged, and each run's rate or why it has none", () => {
  const words = tuningInWords(["Momentum", "Mine", "Off"], {
    trials: 48,
    lossesInMean: 15,
    runs: [{ kind: "best", lr: 0.0316, loss: 1 }, { kind: "no rate" }, { kind: "diverged" }],
  });
  expect(words).toBe(
    "Each run tried 48 learning rates over its slider and kept the one whose last 15 losses were lowest: " +
      "Momentum 0.0316, Mine has no learning rate, Off diverged at all of them and keeps its own.",
  );
});
