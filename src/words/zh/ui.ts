import type { uiWords } from "../en/ui";

export const ui: ReturnType<typeof uiWords> = {
  close: "关闭",
  valueOf: (label) => `${label}，数值`,
  stillDrawn: (reason, value) => `${reason}。仍按 ${value} 绘制。`,
  place: (line, column) => `第 ${line} 行第 ${column} 列：`,
  column: (column) => `第 ${column} 列：`,
  ended: (sentence) => (/[。！？]$/.test(sentence) ? sentence : `${sentence}。`),
  didYouMean: " 是否想写 ",
  whatIs: (name) => `什么是 ${name}？`,
  questionMark: "？",
  copy: (name) => `复制 ${name}`,
  copied: (name) => `已复制 ${name}`,
  noCopy: (name, why) => `没有 ${name}：${why}`,
  notLoaded: "页面的这一部分未能加载。",
  broken: "页面的这一部分停止了工作。",
  tryAgain: "重试",
  reload: "重新加载页面",
  byHand: (name) => `${name}，请手动复制`,
};
