import type { badgePanelWords } from "../en/badge-panel";

export const badgePanel: ReturnType<typeof badgePanelWords> = {
  backend: "后端",
  adapter: "适配器",
  precision: "精度",
  rate: "速度",
  notAsked: "尚未查询",
  notKnown: "尚不清楚",
  together: "（所有运行合计）",
  acceleration: "计算为什么快？",
  names: { auto: "自动选择", webgpu: "WebGPU", tfjs: "TensorFlow.js", cpu: "CPU" },
  notes: {
    auto: "有显卡时用 WebGPU，否则用现有的最快方式",
    webgpu: "float32，软件适配器也可以",
    tfjs: "用 WebGPU、WebAssembly 或 JavaScript，有哪个用哪个",
    cpu: "JavaScript；曲面用 float64，神经网络用 float32",
  },
};
