import type { compareWords } from "../en/compare";

export const compare: ReturnType<typeof compareWords> = {
  label: "公平比较",
  same: "统一学习率",
  rate: "学习率",
  rateOfAll: "所有运行的学习率",
  give: (rate) => `所有运行都用 ${rate}`,
  giveNote: "其余不变：在这个学习率下谁更好？",
  tune: "逐个调优",
  tuneHint: "每个运行尝试同样多的学习率，保留最好的一个",
  trying: "正在尝试学习率…",
  tried: (trials, losses, found) =>
    `每个运行在滑块范围内尝试了 ${trials} 个学习率，保留最后 ${losses} 个损失最低的一个：${found}。`,
  divergedAtAll: "全部发散，保持原来的学习率",
  noRate: "没有学习率",
  comma: "，",
  goal: (loss) => `目标：${loss}`,
  goalHint: "各运行要达到的损失：每张卡片写出在第几步达到",
  goalField: "要达到的损失",
  goalLabel: "目标：要达到的损失",
  goalNumber: "目标必须是一个数",
  goalNote: (isFromMinimum) =>
    `每张卡片写出其运行首次达到目标的步数。通常的目标是${isFromMinimum ? "曲面的最小值" : "这些运行的最低损失"}再加上由此到起点的 1 %。`,
  goalBack: "恢复通常的目标",
};
