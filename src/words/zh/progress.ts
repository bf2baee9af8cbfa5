import type { progressWords } from "../en/progress";

export const progress: ReturnType<typeof progressWords> = {
  loaded: (loaded, total) => `MNIST，已下载 ${loaded} / ${total} MB`,
  checked: "60,000 幅图像，边下载边校验",
  gettingReady: "正在准备训练",
  training: "训练中。",
  cancel: "取消",
  cancelled: "已取消。",
  trainAgain: "重新训练",
  trained: "训练完成。",
};
