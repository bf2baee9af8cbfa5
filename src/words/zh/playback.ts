import type { playbackWords } from "../en/playback";

export const playback: ReturnType<typeof playbackWords> = {
  playback: "播放",
  toStart: "回到起点",
  back: "后退一步",
  pause: "暂停",
  play: "播放",
  forward: "前进一步",
  speed: "速度",
  speedKeys: "速度（< 和 >）",
  loop: "循环",
  loopKey: "循环（L）",
  step: "步",
  stepWord: "步 ",
  of: (total) => `/ ${total}`,
  cursor: (step, steps, runs) => `第 ${step} 步，共 ${steps} 步。${runs}`,
  runDiverged: (run, step) => `${run}：在第 ${step} 步发散。`,
  runAt: (run, step, loss) => `${run}：第 ${step} 步，损失 ${loss}。`,
  epoch: (epoch, epochs, training) => `第 ${epoch} 轮，共 ${epochs} 轮，${training}`,
  training: {
    idle: "未开始",
    preparing: "启动中",
    running: "训练中",
    complete: "已训练完",
    cancelled: "已停止",
    failed: "已停止",
  },
};
