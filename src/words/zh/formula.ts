import type { formulaWords } from "../en/formula";

export const formula: ReturnType<typeof formulaWords> = {
  formulaOf: (name) => `${name}的公式`,
  parameters: "参数",
  whereGradient: "计算梯度的位置",
  given: {
    g: "损失在 theta 处的梯度",
    t: "步数，从 1 开始",
    steps: "总步数",
    lr_t: "这一步的学习率",
    g_norm: "整个梯度的长度",
    loss_t: "这一步之前的损失",
  },
  hyperparameter: "超参数",
  takenAsNumber: " 被当作一个数；是否想写 ",
  state: "状态",
  computed: "每一步重新计算",
  schedules: {
    "one-cycle": {
      rise: "上升的进度，0 到 1",
      fall: "下降的进度，0 到 1",
      up: "上升阶段的学习率比例",
      down: "下降阶段的学习率比例",
    },
    plateau: {
      scale: "多次降低后剩下的学习率比例",
      better: "损失有改善时为 1，否则为 0",
      best: "迄今最小的损失",
      bad: "自上次改善以来的步数",
      cut: "降低学习率时为 1，否则为 0",
    },
  },
};
