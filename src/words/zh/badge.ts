import type { badgeWords } from "../en/badge";
import { failureInChinese } from "./failures";

export const badge: ReturnType<typeof badgeWords> = {
  starting: "启动中",
  label: (backend, adapter, precision) => `由 ${backend} 在 ${adapter} 上以 ${precision} 计算；更改后端`,
  change: "更改后端",
  measuring: "测量中",
  stepsOfMillions: (millions) => `${Number((100 * millions).toPrecision(3))} 万步/秒`,
  stepsPerSecond: (steps) => `${steps} 步/秒`,
  reason: (english) => english.split("; ").map(failureInChinese).join("；"),
};
