import type { surfaceEditorWords } from "../en/surface-editor";

export const surfaceEditor: ReturnType<typeof surfaceEditorWords> = {
  field: "曲面的公式，用 x 和 y 写成",
  note: "在改正之前，显示最后一个可以读懂的曲面。",
  changeIt: ["改动它，它就成为你自己的曲面。除 ", " 和 ", " 之外的每个名字都有一个滑块。"],
  parameter: (name) => `曲面：${name}`,
  window: "窗口",
  from: "从",
  to: "到",
  windowFrom: (axis) => `窗口：${axis} 从`,
  windowTo: (axis) => `窗口：${axis} 到`,
  mustBegin: (axis, below) => `${axis} 的起点必须小于 ${below}`,
  mustEnd: (axis, above) => `${axis} 的终点必须大于 ${above}`,
};
