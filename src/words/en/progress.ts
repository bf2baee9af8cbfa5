import { inLanguage } from "../speak";

/** Words on how far a network is. */
export const progressWords = inLanguage("progress", {
  loaded: (loaded: string, total: string) => `MNIST, ${loaded} of ${total} MB`,
  checked: "60,000 images, checked as they come",
  gettingReady: "Getting ready to train",
  training: "Training.",
  cancel: "cancel",
  cancelled: "Cancelled.",
  trainAgain: "train again",
  trained: "Trained to the end.",
});
