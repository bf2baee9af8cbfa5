import type { shareWords } from "../en/share";

export const share: ReturnType<typeof shareWords> = {
  share: "分享",
  link: "链接",
  linkLabel: "当前页面的链接",
  embed: "嵌入",
  target: "放在哪里",
  leaveOut: "省略",
  plays: "看到时自动播放",
  code: "嵌入代码",
  preview: "预览",
  copy: "复制",
  copied: "已复制",
  byHand: "已选中：用 Ctrl+C 或 ⌘C 复制。",
  tooLong: (refusal) => `无法分享：${refusal}。请缩短公式。`,
  notes: {
    html: "普通的框架：您的页面不需要脚本。",
    markdown: "Markdown 直接接受 HTML；前后各留一个空行。",
    myst: "MyST 按宽度决定高度。",
    docusaurus: "用于 Docusaurus 的 .mdx 或 .md 页面。",
    reveal: "单独一张幻灯片；临近时才加载。",
    moodle: "粘贴到编辑器的 HTML 视图中。保存时不会被删改。",
    element: "框架自动取所需的高度，您页面的脚本可以控制它。",
  },
  parts: {
    stage: "地图和曲线",
    rules: "更新规则",
    charts: "损失",
    controls: "学习率",
    playback: "播放",
  },
  inFull: "打开完整页面",
};
