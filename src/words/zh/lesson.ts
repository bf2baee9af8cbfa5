import type { lessonWords } from "../en/lesson";

export const lesson: ReturnType<typeof lessonWords> = {
  addRun: "添加一个运行，看它如何行走。",
  before: "起点相同，小批量相同，步数相同：",
  and: "和",
  comma: "，",
  stop: "。",
  after: (isSurface, _steps, count) => `${count} 步后的${isSurface ? "损失" : "训练损失"}：`,
  divergedAt: (step) => `在第 ${step} 步发散`,
  belowAll: "小于 10⁻¹²",
};
