import { expect, it } from "vitest";
import { DatasetError } from "../datasets/dataset";
import { notFetched } from "../engine/backends/part";
import { failureInChinese } from "./zh/failures";

it("what is wrong with a file is told in Chinese, with its name and its numbers", () => {
  const cut = new DatasetError("train-00.bin", "is cut short: {0} of {1} bytes arrived", 1000, 322040);
  expect(cut.message).toBe("train-00.bin is cut short: 1000 of 322040 bytes arrived");
  expect(failureInChinese(cut.message)).toBe("train-00.bin 不完整：322040 字节中只收到 1000 字节");
  const broken = new DatasetError("a.bin", "could not be fetched: the connection failed ({0})", "reset (1)");
  expect(failureInChinese(broken.message)).toBe("a.bin 无法下载：连接失败（reset (1)）");
});

it("what the engine says of itself is told in Chinese, what it quotes included", () => {
  expect(failureInChinese(notFetched)).toMatch(/^页面的一部分无法下载/);
  expect(failureInChinese(`not on WebGPU: ${notFetched}`)).toMatch(/^未用 WebGPU：页面的一部分无法下载/);
  expect(failureInChinese("not on WebGPU: the shader did not compile: bad token")).toBe(
    "未用 WebGPU：着色器无法编译：bad token",
  );
});

it("what ends the computing is told in Chinese; what a driver says stays in its words", () => {
  expect(failureInChinese("the worker stopped: no reason given")).toBe("计算线程已停止，原因不明");
  expect(failureInChinese("the GPU was lost: driver reset")).toBe("显卡已断开：driver reset");
  expect(failureInChinese("out of $1 memory")).toBe("out of $1 memory");
});
