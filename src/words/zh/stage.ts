import type { stageWords } from "../en/stage";

export const stage: ReturnType<typeof stageWords> = {
  start: (place) => `起点 (${place})`,
  minimum: "最小值，",
  startHandle: (x, y) => `所有运行的起点，x ${x}，y ${y}；用方向键移动`,
  diverged: (step, loss) => `在第 ${step} 步发散${loss === undefined ? "" : `，损失 ${loss}`}`,
  range: (from, to) => `${from} 到 ${to}`,
  contourMap: "等高线图",
  inSpace: "三维视图",
  mapOf: (kind, surface, x, y) => `${surface}的${kind}，x 从 ${x}，y 从 ${y}`,
  marked: (minima) => `标出 ${minima} 个极小值`,
  paths: (runs, x, y) => `${runs} 从起点 ${x}, ${y} 出发的路径`,
  comma: "，",
  semicolon: "；",
  mapKeys: "地图；用 Shift 加方向键移动",
  zoom: "缩放",
  zoomIn: "放大",
  zoomInKeys: "（+，或 Ctrl 加滚轮）",
  zoomOut: "缩小",
  fit: "适应路径",
  whole: "显示整个曲面",
};
