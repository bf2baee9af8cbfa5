import type { DefinitionTexts } from "../definition-texts";
import { phrases } from "./phrases";

/** The texts of the definitions in Chinese. */
export const definitions: DefinitionTexts = {
  optimizers: {
    sgd: { name: "梯度下降" },
    momentum: { name: "动量法" },
    nesterov: { name: "Nesterov 动量" },
    adagrad: { name: "AdaGrad" },
    adadelta: { name: "Adadelta" },
    rmsprop: { name: "RMSprop" },
    "rmsprop-centered": { name: "中心化 RMSprop" },
    adam: { name: "Adam" },
    amsgrad: { name: "AMSGrad" },
    adamw: { name: "AdamW" },
    adamax: { name: "Adamax" },
    nadam: { name: "NAdam" },
    radam: { name: "RAdam" },
    rprop: { name: "Rprop" },
    lion: { name: "Lion" },
    "schedule-free": { name: "Schedule-Free" },
  },

  surfaces: {
    ravine: { name: "峡谷" },
    rosenbrock: { name: "Rosenbrock" },
    booth: { name: "Booth" },
    beale: { name: "Beale" },
    "goldstein-price": { name: "Goldstein–Price" },
    saddle: { name: "鞍面" },
    "monkey-saddle": { name: "猴鞍面" },
    plateau: { name: "高原" },
    himmelblau: { name: "Himmelblau" },
    "two-wells": { name: "双阱" },
    "three-hump-camel": { name: "三峰驼" },
    "six-hump-camel": { name: "六峰驼" },
    branin: { name: "Branin" },
    mccormick: { name: "McCormick" },
    "styblinski-tang": { name: "Styblinski–Tang" },
    rastrigin: { name: "Rastrigin" },
    ackley: { name: "Ackley" },
    "levy-13": { name: "Levy 13" },
    easom: { name: "Easom" },
    "noisy-line": { name: "带噪直线" },
  },

  subjects: {
    valleys: "谷地",
    "saddles and plains": "鞍点与平原",
    "several minima": "多个极小值",
    traps: "陷阱",
    noise: "噪声",
  },

  schedules: {
    step: { name: "阶梯衰减" },
    exponential: { name: "指数衰减" },
    cosine: { name: "余弦" },
    "one-cycle": { name: "单周期" },
    "warm-up": { name: "线性预热" },
    "inverse-sqrt": { name: "平方根倒数" },
    plateau: { name: "停滞时降低" },
  },

  modifiers: {
    l1: { name: "L1 惩罚", word: "L1 惩罚" },
    l2: { name: "L2 惩罚", word: "L2 惩罚" },
    clipNorm: { name: "按范数裁剪", word: "梯度的最大长度" },
    clip: { name: "按值裁剪", word: "梯度分量的最大值" },
    decay: { name: "解耦权重衰减", word: "解耦权重衰减" },
    clipWeights: { name: "权重裁剪", word: "参数的最大绝对值" },
  },

  networks: {
    "mnist-mlp": {
      name: "MNIST，多层感知机",
      teaches: "小到可以在眼前训练完，又难到能看出优化器的差别：它的损失不是凸函数。",
    },
    "mnist-logistic": {
      name: "MNIST，逻辑回归",
      teaches: "没有隐藏层，因此损失是凸函数：每个运行都走向同一个最小值，不同的只是路径。",
    },
    "mnist-cnn": {
      name: "MNIST，卷积网络",
      teaches: "同一组少量权重查看图像的每个位置：用更少的参数认出更多数字，但每一步的计算量更大。",
    },
  },

  settings: {
    activation: {
      word: "激活函数",
      hint: "隐藏单元对加权和所做的变换",
      said: "{}",
      words: { relu: "ReLU", tanh: "tanh", sigmoid: "sigmoid" },
    },
    init: {
      word: "初始权重",
      hint: "权重如何抽取：按 Glorot 或 He 的均匀分布，或全部为零，看看为什么不行",
      said: "初始权重：{}",
      words: { glorot: "Glorot", he: "He", zeros: "全零" },
    },
    images: { word: "训练图像数", hint: "图像太少就会被死记硬背：看测试准确率便知", said: "{} 幅图像" },
    standardise: { word: "像素标准化", hint: "均值为 0、标准差为 1，而不是 0 到 1", said: "像素已标准化" },
    shift: {
      word: "随机平移（像素）",
      hint: "数据增强：每次使用图像时，随机平移至多这么多像素",
      said: "平移至多 {} 像素",
    },
    rotate: {
      word: "随机旋转（度）",
      hint: "数据增强：每次使用图像时，随机旋转至多这么多度",
      said: "旋转至多 {}°",
    },
    dropout: {
      word: "丢弃率",
      hint: "丢弃法：每一步随机略去的隐藏单元（或最后的特征）的比例；测量时不丢弃",
      said: "丢弃率 {}",
    },
    labelNoise: { word: "标签噪声", hint: "标签被换成随机标签的训练图像所占比例", said: "标签噪声 {}" },
    fgsm: {
      word: "对抗测试",
      hint: "每个像素沿使损失增大的方向移动这么多时的测试准确率（FGSM）",
      said: "对抗测试 {}",
    },
  },
  settingGroups: {
    Start: "初始",
    Data: "数据",
    "Against overfitting": "防止过拟合",
    Robustness: "稳健性",
  },

  presets: {
    "momentum-beside-rmsprop": {
      name: "动量法与 RMSprop",
      lesson:
        "{0}在峡谷两侧来回摆动，并冲过了最小值；{1} 给每个坐标各自的步长，从不越过谷底，只沿着谷底慢慢爬行。",
    },
    "too-large-a-step": {
      name: "步子太大",
      lesson:
        "最陡的方向容不下大于 2/κ = 0.04 的学习率：{0}刚好低于它，能够到达；{1}刚好高于它，每次摆动都比上一次更大。",
    },
    "a-turned-ravine": {
      name: "旋转的峡谷",
      lesson:
        "旋转 45 度之后，对{0}来说峡谷还是那个峡谷；{1} 按坐标各自缩放，找不到可以缩放的轴，落在了后面。",
    },
    "two-wells": {
      name: "双阱",
      lesson: "从同一起点出发，{0}滑进了较近、较浅的阱；{1}和 {2} 记得自己前进的方向，停在了深的那个阱里。",
    },
    "escaping-a-saddle": {
      name: "逃离鞍点",
      lesson:
        "起点离山脊只有百万分之一：{3} 立刻离开鞍点，{2} 紧随其后；{1}需要五十步，而{0}走了一百步还几乎没有动身。",
    },
    "four-minima": {
      name: "四个相等的极小值",
      lesson: "四个极小值同样好：从同一起点出发，{0}和{1}停在其中一个，{2} 和 {3} 停在另一个。",
    },
    "lost-on-a-plain": {
      name: "迷失在平原",
      lesson: "唯一的窄坑周围是平原，坡度只有亿分之一：{0}一动不动，{1} 大胆前行，却停在了坑前的一道涟漪里。",
    },
    "why-rates-decay": {
      name: "学习率为何要衰减",
      lesson:
        "每一步只看到四个数据点：学习率不变时，{0}在最小值附近不停抖动；{1}的学习率按余弦下降，于是安定下来。",
    },
  },
  phrases,
};
