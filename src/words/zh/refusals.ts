import type { ExperimentSentence } from "../../experiment/sentences";
import type { FormulaSentence } from "../../formula/sentences";
import type { LinkSentence } from "../link-sentences";

/** Why something is refused, by the English sentence: one that is missing does not compile. */
export const refusals: Readonly<Record<FormulaSentence | ExperimentSentence | LinkSentence, string>> = {
  // Of formulas.
  '"{0}" is a function: write {0}(...)': '"{0}" 是函数：请写成 {0}(...)',
  '"{0}" is a reserved name; choose another': '"{0}" 是保留名称；请换一个',
  '"{0}" is a function and cannot be assigned': '"{0}" 是函数，不能赋值',
  '"{0}" is a constant and cannot be assigned': '"{0}" 是常数，不能赋值',
  '"{0}" is given; a rule may assign {1} and names of its own':
    '"{0}" 是给定的；规则只能给 {1} 和自己的变量赋值',
  "expected a number, a name or (": "此处应为数字、名称或 (",
  "write ^ for a power": "乘方请写作 ^",
  'expected an operator before "{0}", such as *': '"{0}" 之前缺少运算符，例如 *',
  'unexpected "{0}"': '"{0}" 不应出现在这里',
  'unknown name "{0}"; did you mean {1}?': '未知名称 "{0}"；是否想写 {1}？',
  'unknown name "{0}"; there are {1}': '未知名称 "{0}"；可用的有 {1}',
  'unknown function "{0}"; did you mean {1}?': '未知函数 "{0}"；是否想写 {1}？',
  'unknown function "{0}"; there are {1}': '未知函数 "{0}"；可用的有 {1}',
  'expected an assignment such as "theta = theta - lr * g"': '此处应为赋值，例如 "theta = theta - lr * g"',
  "more than {0} factors in a row": "连乘的因子超过 {0} 个",
  "nested more than {0} levels deep": "嵌套超过 {0} 层",
  "the number {0} is too large": "数字 {0} 太大",
  "{0} takes {1} argument, not {2}": "{0} 需要 {1} 个参数，而不是 {2} 个",
  "{0} takes {1} arguments, not {2}": "{0} 需要 {1} 个参数，而不是 {2} 个",
  'expected ")"': '缺少 ")"',
  "a formula has at most {0} numbers, names and operators": "公式中的数字、名称和运算符最多共 {0} 个",
  "a formula has at most {0} characters; this one has {1}": "公式最多 {0} 个字符；这个有 {1} 个",
  "a name begins with a letter": "名称必须以字母开头",
  '"{0}" is not part of a formula; it has numbers, names, + - * / ^ ( ) and commas':
    '公式中不能有 "{0}"；只能有数字、名称、+ - * / ^ ( ) 和逗号',
  "a division by 0 has no value": "除以 0 没有值",
  "{0} is too large": "{0} 太大",
  "{0} has no value": "{0} 没有值",
  "the derivative of this formula is too long; simplify the formula": "这个公式的导数太长；请简化公式",

  // Of numbers.
  "must be one of {0}": "必须是 {0} 之一",
  "must be a whole number from {0} to {1}": "必须是 {0} 到 {1} 之间的整数",
  "must be a number from {0} to {1}": "必须是 {0} 到 {1} 之间的数",
  "must be 1 or 0": "必须是 1 或 0",
  "needs two numbers between -100000 and 100000: x,y": "需要两个 -100000 到 100000 之间的数：x,y",
  "needs four numbers between -100000 and 100000, each range rising: x0,x1,y0,y1":
    "需要四个 -100000 到 100000 之间的数，每个范围由小到大：x0,x1,y0,y1",
  "needs one to {0} layers of 1 to {1} units": "需要 1 到 {0} 层，每层 1 到 {1} 个单元",
  "cannot be set: the layers of {0} are fixed": "不能设置：“{0}”的层是固定的",
  "needs a formula in x and y, such as x^2 + y^2": "需要一个关于 x 和 y 的公式，例如 x^2 + y^2",
  "{0} must be a number": "{0} 必须是数",
  "{0} must be a number, not {1}": "{0} 必须是数，而不是 {1}",
  "{0} must be above {1}": "{0} 必须大于 {1}",
  "{0} must be at least {1}": "{0} 不能小于 {1}",
  "{0} must be below {1}": "{0} 必须小于 {1}",
  "{0} must be at most {1}": "{0} 不能大于 {1}",

  // Of what the visitor writes and names.
  '"{0}" is a modifier that every run has; choose another name': '"{0}" 是每个运行都有的修饰项；请换一个名称',
  '"{0}" has a meaning of its own here; choose another name': '"{0}" 在这里另有含义；请换一个名称',
  "a rule must assign theta, as in: theta = theta - lr * g":
    "规则必须给 theta 赋值，例如：theta = theta - lr * g",
  "a rule has at most {0} hyperparameters": "规则最多有 {0} 个超参数",
  "a rule's name is a letter and up to 31 letters, digits, spaces, - or _":
    "规则的名称以字母或汉字开头，其后最多 31 个字母、汉字、数字、空格、- 或 _",
  "there is an optimizer called {0} already": "已有名为 {0} 的优化器",
  "there is a rule called {0} already": "已有名为 {0} 的规则",
  "there are two rules of this name": "有两条规则使用这个名称",
  "a surface has at most {0} names beside x and y": "除 x 和 y 外，曲面最多有 {0} 个名称",
  "a run's name has 1 to {0} characters": "运行的名称应为 1 到 {0} 个字符",

  // Of a spec.
  "the spec must be an object": "实验设定必须是一个对象",
  "{0} {1}": "{0} {1}",
  "{0} {1}; {2}": "{0} {1}；{2}",
  "it is left out": "已略去",
  "{0} is used": "改用 {0}",
  "{0} says nothing of a network and was ignored": "{0} 不适用于神经网络，已忽略",
  "{0} says nothing of a surface and was ignored": "{0} 不适用于曲面，已忽略",
  "{0} says nothing of {1}, which has no hidden units, and was ignored":
    "{0} 不适用于没有隐藏单元的“{1}”，已忽略",
  "{0} belongs to surface=custom and was ignored": "{0} 只用于 surface=custom，已忽略",
  "unknown network: {0}. Known: {1}": "未知网络：{0}。可用的有：{1}",
  "unknown surface: {0}. Known: {1}": "未知曲面：{0}。可用的有：{1}",
  "unknown optimizer: {0}. Known: {1}": "未知优化器：{0}。可用的有：{1}",
  "unknown schedule: {0}. Known: constant, {1}": "未知学习率调度：{0}。可用的有：constant, {1}",
  "{0} has no parameter {1}": "{0} 没有参数 {1}",
  "rules must be a list": "rules 必须是列表",
  "at most {0} rules are kept; the others were left out": "最多保留 {0} 条规则；其余已略去",
  "rule must read name:<update rule>": "rule 应写成 名称:<更新规则>",
  "rule {0}: {1}": "规则 {0}：{1}",
  "line {0}, column {1}: {2}": "第 {0} 行第 {1} 列：{2}",
  "runs must be a list": "runs 必须是列表",
  "at most {0} runs are shown; the others were left out": "最多显示 {0} 个运行；其余已略去",
  "{0} has no convention {1}, only {2}; shown with pytorch": "{0} 没有写法 {1}，只有 {2}；按 pytorch 显示",
  "until names a step from 1 and the numbers before it, as in until=60(lr=0.01); it was left out":
    "until 应写出从 1 开始的步数和此前的数值，例如 until=60(lr=0.01)；已略去",
  "{0}; {1} was left out": "{0}；{1} 已略去",
  "{0} has no hyperparameter {1}; it takes {2}": "{0} 没有超参数 {1}；可用的有 {2}",
  "the schedule changes lr, and this rule has no lr; it was left out":
    "学习率调度改变的是 lr，而这条规则没有 lr；已略去",
  "schedule {0} has no parameter {1}; it takes {2}": "学习率调度 {0} 没有参数 {1}；可用的有 {2}",
  "schedule {0} has no parameter {1}; it takes no parameters": "学习率调度 {0} 没有参数 {1}；它不带参数",
  "schedule {0}: {1} must be a number from {2} to {3}": "学习率调度 {0}：{1} 必须是 {2} 到 {3} 之间的数",

  // Of a link.
  "the link would have {0} characters; at most {1} can be read": "链接会有 {0} 个字符；最多只能读取 {1} 个",
  "{0}, so the address was left as it was: shorten a formula": "{0}，因此地址未更新：请缩短公式",
  "the link has {0} characters; at most {1} are read, so none were":
    "链接有 {0} 个字符；最多只能读取 {1} 个，因此全部未读取",
  "{0} is given twice; the last one counts": "{0} 出现了两次；以最后一次为准",
  "the link's key {0} is not known and was ignored": "链接中的 {0} 不是已知的键，已忽略",
  "the link's part {0} holds a % that escapes nothing; it was ignored":
    "链接中 {0} 部分的 % 之后不是有效的编码；已忽略",
  "{0} must read id or id(name=value,...)": "{0} 应写成 id 或 id(name=value,...)",
  "{0} must be one of {1}": "{0} 必须是 {1} 之一",
  "step must be a whole number from 0": "step 必须是从 0 开始的整数",
  "goal must be a number: the loss that runs are held against": "goal 必须是数：各运行要达到的损失",
  "inside names one run or two by their places, as in inside=1,3":
    "inside 按位置指定一个或两个运行，例如 inside=1,3",
  "smooth must be one of 1, 10, 30, 100": "smooth 必须是 1、10、30、100 之一",
  "span must be two steps, the first below the second, as in span=20,60":
    "span 必须是两个步数，前一个小于后一个，例如 span=20,60",
  "embed must be 1 or 0": "embed 必须是 1 或 0",
  "{0} belongs to embed=1 and was ignored": "{0} 只用于 embed=1，已忽略",
  "hide takes a list of {0}": "hide 接受的列表可含 {0}",
  "origins takes a list such as https://example.org; what reads otherwise is not obeyed":
    "origins 接受列表，例如 https://example.org；其他写法一概不予理会",
  "window needs four numbers, each range rising: x0,x1,y0,y1; the whole surface is shown":
    "window 需要四个数，每个范围由小到大：x0,x1,y0,y1；现显示整个曲面",
  "numbers gives each run its own, from 1 to {0}, as in numbers=2,1; they were left out":
    "numbers 为每个运行各给一个编号，从 1 到 {0}，例如 numbers=2,1；已略去",
  "label names a run by its place and calls it something of up to {0} characters, as in label=1:Heavy ball":
    "label 按位置指定一个运行，并为它取最多 {0} 个字符的名称，例如 label=1:重球",
};
