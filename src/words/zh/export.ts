import type { exportWords } from "../en/export";

export const exported: ReturnType<typeof exportWords> = {
  save: "保存",
  kinds: {
    stage: "地图",
    charts: "图表",
    animation: "动画",
    recording: "记录",
    script: "脚本",
  },
  saveAs: (kind, format) => `${kind}：保存为 ${format}`,
  colours: "图片配色",
  themes: { light: "浅色", dark: "深色" },
  saved: (name) => `已保存 ${name}。`,
  failed: (why) => `无法保存：${why}。`,
  preparing: "准备中",
  progress: (percent) => `${percent} %`,
  cancel: "取消",
  nothing: "还没有任何记录。",
  noVideo: "此浏览器不能录制视频；GIF 可用",
  stageOf: (surface, runs) => `${surface} 的等高线图，以及 ${runs} 的路径`,
  chartsOf: (objective, runs) => `${runs} 在 ${objective} 上的图表`,
  from: (place) => `起点 ${place}`,
  stepOf: (step, steps) => `第 ${step} / ${steps} 步`,
  computedBy: (backend, precision) => ` · 由 ${backend} 计算，${precision}`,
  loss: (value) => `损失 ${value}`,
  accuracy: (share) => `测试 ${share}`,
};
