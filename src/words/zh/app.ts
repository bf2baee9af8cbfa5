import type { appWords } from "../en/app";

export const app: ReturnType<typeof appWords> = {
  runs: "运行",
  view: "视图",
  layouts: { split: "并排", overlay: "叠加", "3d": "三维", inside: "单步剖析" },
  splitUpTo: (most) => `并排 ≤\u2009${most}`,
  crowded: (most) => `并排最多显示 ${most} 个运行`,
};
