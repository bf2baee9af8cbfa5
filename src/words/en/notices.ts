import { inLanguage } from "../speak";

/** Words of what could not be used, and of what went wrong. */
export const noticesWords = inLanguage("notices", {
  /** Before what is wrong with it. */
  field: (field: string) => `${field}: `,
  notices: "notices",
  dismiss: "dismiss",
  /** What ended the computing. */
  failed: (message: string) => `${message}. `,
  stopped: "What is shown ends where it stopped; nothing more was trained.",
  tryAgain: "try again",
});
