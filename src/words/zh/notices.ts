import type { noticesWords } from "../en/notices";
import { failureInChinese } from "./failures";

export const notices: ReturnType<typeof noticesWords> = {
  field: (field) =>
    `${field
      .replace(/^run (\d+)/, "第 $1 个运行")
      .replace(/^run$/, "运行")
      .replace(/^surface /, "曲面 ")}：`,
  notices: "通知",
  dismiss: "关闭",
  failed: (message) => `${failureInChinese(message)}。`,
  stopped: "图中只显示到中断之处；之后没有再训练。",
  tryAgain: "重试",
};
