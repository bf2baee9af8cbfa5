import { inLanguage } from "../speak";

/** Words of what the badge opens. */
export const badgePanelWords = inLanguage("badgePanel", {
  backend: "Backend",
  adapter: "Adapter",
  precision: "Precision",
  rate: "Rate",
  notAsked: "not asked yet",
  notKnown: "not known yet",
  together: ", all runs together",
  acceleration: "What makes it fast?",
  names: { auto: "Choose for me", webgpu: "WebGPU", tfjs: "TensorFlow.js", cpu: "CPU" },
  notes: {
    auto: "WebGPU on a graphics card, else the fastest there is",
    webgpu: "float32, on a software adapter too",
    tfjs: "on WebGPU, WebAssembly or JavaScript, whichever is there",
    cpu: "JavaScript; float64 on surfaces, float32 on networks",
  },
});
