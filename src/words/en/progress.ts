import { inLanguage } from "../speak";

/** Words on how far a network is, and of the notices of what could not be used. */
export const progressWords = inLanguage("progress", {
  /** What ended the computing. */
  failed: (message: string) => `${message}. `,
  stopped: "What is shown ends where it stopped; nothing more was trained.",
  tryAgain: "try again",
  loaded: (loaded: string, total: string) => `MNIST, ${loaded} of ${total} MB`,
  checked: "60,000 images, checked as they come",
  gettingReady: "Getting ready to train",
  training: "Training.",
  cancel: "cancel",
  cancelled: "Cancelled.",
  trainAgain: "train again",
  trained: "Trained to the end.",
  /** Before what is wrong with it. */
  field: (field: string) => `${field}: `,
  notices: "notices",
  dismiss: "dismiss",
});
