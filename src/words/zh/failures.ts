import type { DatasetFault } from "../../datasets/dataset";

/** What can be wrong with a file of a dataset: one that is missing does not compile. */
const faults: Readonly<Record<DatasetFault, string>> = {
  "is missing: the server answered 404": "缺失：服务器返回 404",
  "is missing: the server sent a web page instead": "缺失：服务器返回的是网页",
  "was refused: the server answered {0}": "被拒绝：服务器返回 {0}",
  "could not be fetched: the connection failed ({0})": "无法下载：连接失败（{0}）",
  "did not arrive whole: the connection broke ({0})": "未能完整下载：连接中断（{0}）",
  "is damaged: it is not JSON": "已损坏：不是 JSON",
  "does not describe this dataset": "描述的不是这个数据集",
  "is empty": "是空文件",
  "is cut short: {0} of {1} bytes arrived": "不完整：{1} 字节中只收到 {0} 字节",
  "arrived damaged: its checksum is not the one expected": "在传输中损坏：校验和不符",
  "arrived damaged: it cannot be unpacked": "在传输中损坏：无法解压",
  "is not the data expected: something else came in its place": "不是所需的数据：收到的是别的内容",
  "is not the data expected: more than {0} bytes": "不是所需的数据：超过 {0} 字节",
  "is not the data expected: {0} bytes unpacked instead of {1}":
    "不是所需的数据：解压后是 {0} 字节，而不是 {1} 字节",
};

/** What else the engine says of itself and of what ended; {0} is what the browser says, in its own words or in ours. */
const ends: Readonly<Record<string, string>> = {
  "no WebGPU in this browser": "此浏览器没有 WebGPU",
  "no WebGPU adapter": "没有 WebGPU 适配器",
  "the WebGPU adapter did not answer": "WebGPU 适配器没有响应",
  "the WebGPU adapter gave no device": "WebGPU 适配器没有给出设备",
  "the WebGPU adapter is software": "WebGPU 适配器是软件模拟的",
  "the GPU was lost too often": "显卡多次失去连接",
  "the GPU refused this program": "显卡无法运行这个程序",
  "only TensorFlow.js computes convolutional networks": "卷积网络只能由 TensorFlow.js 计算",
  "TensorFlow.js computes networks only": "TensorFlow.js 只计算神经网络",
  "a run that branches is computed by the CPU": "有分支的运行由 CPU 计算",
  "not on WebGPU: {0}": "未用 WebGPU：{0}",
  "a part of the page could not be fetched: there is no connection, or a new version has taken the page's place, which a reload shows":
    "页面的一部分无法下载：没有网络连接，或页面已有新版本，刷新即可看到",
  "the worker does not answer": "计算线程没有响应",
  "the worker stopped: no reason given": "计算线程已停止，原因不明",
  "the worker stopped: {0}": "计算线程已停止：{0}",
  "a training thread stopped: no reason given": "训练线程已停止，原因不明",
  "a training thread stopped: {0}": "训练线程已停止：{0}",
  "the GPU was lost: {0}": "显卡已断开：{0}",
  "the GPU has too little memory for these runs": "显存不足以容纳这些运行",
  "the network is too large for this GPU: a run needs {0} in one piece, of which there are {1}":
    "网络对这块显卡来说太大：一个运行需要 {0} 的整块内存，而最大的整块为 {1}",
  "the shader did not compile: {0}": "着色器无法编译：{0}",
};

const table: readonly (readonly [pattern: RegExp, chinese: string])[] = [
  ...Object.entries(faults).map(([english, chinese]) => [`{2} ${english}`, `{2} ${chinese}`] as const),
  ...Object.entries(ends),
].map(([english, chinese]) => [patternOf(english), chinese]);

/** A message of the engine in Chinese; one that is not known, such as a driver's, stays as it is. */
export function failureInChinese(message: string): string {
  const [pattern, chinese] = table.find(([pattern]) => pattern.test(message)) ?? [];
  const places = pattern?.exec(message)?.groups ?? {};
  return chinese?.replace(/\{(\d)\}/g, (_, place) => failureInChinese(places[`_${place}`]!)) ?? message;
}

/** An English sentence with what may stand in its places. */
function patternOf(english: string): RegExp {
  const escaped = english.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replace(/\{(\d)\}/g, "(?<_$1>.*)")}$`, "s");
}
