import { inLanguage } from "../speak";

/** What the visitor is told of a machine that failed, and of how it went on. */
export const faultWords = inLanguage("faults", {
  "gpu-lost": "The graphics card was gone for a moment. The run goes on from where it was.",
  "gpu-left":
    "The graphics card was gone three times in a short while. The run continues on the processor; the next one after half a minute tries the card again.",
  "gpu-memory": "The graphics card has too little memory for these runs. They continue on the processor.",
  "gpu-refused": "The graphics card could not run this program. It runs on the processor instead.",
  "worker-died": "The computing broke off. It is started again, and the run goes on from where it was.",
  "worker-silent": "The computing got stuck. It is started again, and the run goes on from where it was.",
});
