import type { badgeWords } from "../en/badge";
import { failureInChinese } from "./failures";

/** What the engine says of itself, by its English; anything else, such as a driver's message, stays as it is. */
const reasons = new Map([
  ["no WebGPU in this browser", "此浏览器没有 WebGPU"],
  ["no WebGPU adapter", "没有 WebGPU 适配器"],
  ["the WebGPU adapter did not answer", "WebGPU 适配器没有响应"],
  ["the WebGPU adapter gave no device", "WebGPU 适配器没有给出设备"],
  ["the WebGPU adapter is software", "WebGPU 适配器是软件模拟的"],
  ["the GPU was lost too often", "显卡多次失去连接"],
  ["the GPU has too little memory for these runs", "显存不足以容纳这些运行"],
  ["the GPU refused this program", "显卡无法运行这个程序"],
  ["only TensorFlow.js computes convolutional networks", "卷积网络只能由 TensorFlow.js 计算"],
  ["TensorFlow.js computes networks only", "TensorFlow.js 只计算神经网络"],
]);

export const badge: ReturnType<typeof badgeWords> = {
  backend: "后端",
  adapter: "适配器",
  precision: "精度",
  rate: "速度",
  starting: "启动中",
  notAsked: "尚未查询",
  notKnown: "尚不清楚",
  together: "（所有运行合计）",
  label: (backend, adapter, precision) => `由 ${backend} 在 ${adapter} 上以 ${precision} 计算；更改后端`,
  acceleration: "计算为什么快？",
  change: "更改后端",
  measuring: "测量中",
  stepsOfMillions: (millions) => `${Number((100 * millions).toPrecision(3))} 万步/秒`,
  stepsPerSecond: (steps) => `${steps} 步/秒`,
  reason: (english) =>
    english
      .split("; ")
      .map((part) => reasons.get(part) ?? failureInChinese(part))
      .join("；"),
  names: { auto: "自动选择", webgpu: "WebGPU", tfjs: "TensorFlow.js", cpu: "CPU" },
  notes: {
    auto: "有显卡时用 WebGPU，否则用现有的最快方式",
    webgpu: "float32，软件适配器也可以",
    tfjs: "用 WebGPU、WebAssembly 或 JavaScript，有哪个用哪个",
    cpu: "JavaScript；曲面用 float64，神经网络用 float32",
  },
};
