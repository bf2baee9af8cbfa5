import type { spaceWords } from "../en/space";

export const space: ReturnType<typeof spaceWords> = {
  height: {
    logarithm: "高度随损失的对数增长，低处和高处可以同时看到。",
    area: "高度随地图上更低处所占的比例增长，全部都能同时看到。",
  },
  turning: "三维视图：方向键转动和俯仰，加减键缩放，0 复位",
  left: "向左转",
  right: "向右转",
  up: "从更高处看",
  down: "从更低处看",
  nearer: "放大",
  farther: "缩小",
  reset: "复位视图",
  resetShort: "复位",
  missing: "此处无法绘制三维视图：浏览器没有 WebGL，或刚刚失去了它。",
  mapInstead: "显示叠加地图",
};
