import { inLanguage } from "../speak";

/** Words of the badge: who computes what is shown. */
export const badgeWords = inLanguage("badge", {
  backend: "Backend",
  adapter: "Adapter",
  precision: "Precision",
  rate: "Rate",
  starting: "starting",
  notAsked: "not asked yet",
  notKnown: "not known yet",
  together: ", all runs together",
  label: (backend: string, adapter: string, precision: string) =>
    `Computed by ${backend} on ${adapter} in ${precision}; change the backend`,
  acceleration: "What makes it fast?",
  change: "Change the backend",
  measuring: "measuring",
  stepsOfMillions: (millions: number) => `${millions} M steps/s`,
  stepsPerSecond: (steps: string) => `${steps} steps/s`,
  /** Why it is not another backend: the engine says so in English. */
  reason: (english: string) => english,
  names: { auto: "Choose for me", webgpu: "WebGPU", tfjs: "TensorFlow.js", cpu: "CPU" },
  notes: {
    auto: "WebGPU on a graphics card, else the fastest there is",
    webgpu: "float32, on a software adapter too",
    tfjs: "on WebGPU, WebAssembly or JavaScript, whichever is there",
    cpu: "JavaScript; float64 on surfaces, float32 on networks",
  },
});
