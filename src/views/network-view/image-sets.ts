import { networkWords } from "../../words/en/network";

/** On which images a curve is measured: those trained on, or those kept apart. */
export type ImageSet = "train" | "test";
/** Which of them a chart shows. */
export type ShownSets = ImageSet | "both";

/** Whether a chart shows the curves of a set. */
export const shows = (shown: ShownSets, set: ImageSet): boolean => shown === "both" || shown === set;

/** The set whose curves are thick and have the labels: where both are shown, that of the test. */
export const mainSet = (shown: ShownSets): ImageSet => (shown === "train" ? "train" : "test");

/** The choices as the page names them. */
export const setChoices = (): { readonly value: ShownSets; readonly word: string }[] =>
  (["train", "test", "both"] as const).map((value) => ({ value, word: networkWords().sets[value] }));
