import type { headerWords } from "../en/header";

export const header: ReturnType<typeof headerWords> = {
  title: "Ravine：看优化器如何移动",
  places: "页面",
  surfaces: "曲面",
  networks: "神经网络",
  rule: "自定义优化器",
  goElsewhere: (here) => `${here}：前往其他页面`,
  lessons: "示例",
  lessonsMenu: "示例",
  undo: "撤销",
  redo: "重做",
  copyLink: "复制链接",
  linkCopied: "链接已复制",
  notCopied: (why) => `未复制：${why}。请缩短公式。`,
  linkByHand: "当前页面的链接",
  language: "语言",
  theme: (theme) => `主题：${{ auto: "跟随系统", light: "浅色", dark: "深色" }[theme]}`,
  larger: "放大，用于投影",
  share: "分享",
  keys: "快捷键",
  openKeys: "快捷键（?）",
};
