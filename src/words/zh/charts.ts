import type { chartsWords } from "../en/charts";

export const charts: ReturnType<typeof chartsWords> = {
  figure: "随步数变化的图",
  step: "步",
  loss: "损失",
  lossAbove: "高出最小值的损失",
  gradient: "梯度范数",
  stepLength: "步长",
  rate: "有效学习率",
  distance: "到最小值的距离",
  rateNote: "，不计动量",
  log: "对数",
  linear: "线性",
  toLinear: "对数坐标；点按改为线性",
  toLog: "线性坐标；点按改为对数",
  change: (scale) => `${scale}坐标，更改`,
  diverged: (run, step) => `${run} 在第 ${step} 步发散`,
};
