import type { badgeWords } from "../en/badge";
import { failureInChinese } from "./failures";

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
  reason: (english) => english.split("; ").map(failureInChinese).join("；"),
  names: { auto: "自动选择", webgpu: "WebGPU", tfjs: "TensorFlow.js", cpu: "CPU" },
  notes: {
    auto: "有显卡时用 WebGPU，否则用现有的最快方式",
    webgpu: "float32，软件适配器也可以",
    tfjs: "用 WebGPU、WebAssembly 或 JavaScript，有哪个用哪个",
    cpu: "JavaScript；曲面用 float64，神经网络用 float32",
  },
};
