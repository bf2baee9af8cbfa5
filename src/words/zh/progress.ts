import type { progressWords } from "../en/progress";
import { failureInChinese } from "./failures";

export const progress: ReturnType<typeof progressWords> = {
  failed: (message) => `${failureInChinese(message)}。`,
  stopped: "图中只显示到中断之处；之后没有再训练。",
  tryAgain: "重试",
  loaded: (loaded, total) => `MNIST，已下载 ${loaded} / ${total} MB`,
  checked: "60,000 幅图像，边下载边校验",
  gettingReady: "正在准备训练",
  training: "训练中。",
  cancel: "取消",
  cancelled: "已取消。",
  trainAgain: "重新训练",
  trained: "训练完成。",
  field: (field) =>
    `${field
      .replace(/^run (\d+)/, "第 $1 个运行")
      .replace(/^run$/, "运行")
      .replace(/^surface /, "曲面 ")}：`,
  notices: "通知",
  dismiss: "关闭",
};
