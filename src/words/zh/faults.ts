import type { faultWords } from "../en/faults";

export const faults: ReturnType<typeof faultWords> = {
  "gpu-lost": "显卡短暂失去连接，运行将从中断处继续。",
  "gpu-left": "显卡在短时间内三次失去连接。运行改由处理器继续；半分钟后开始的下一次运行会再次尝试显卡。",
  "gpu-memory": "显存不足以容纳这些运行，改由处理器继续。",
  "gpu-refused": "显卡无法运行这个程序，改由处理器运行。",
  "worker-died": "计算意外中断，正在重新启动，运行将从中断处继续。",
  "worker-silent": "计算没有响应，正在重新启动，运行将从中断处继续。",
};
