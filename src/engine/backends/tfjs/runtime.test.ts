import * as tf from "@tensorflow/tfjs-core";
import { expect, test } from "vitest";
import { activate, openRuntime } from "./runtime";

test("a backend that starts slowly is ready for all who wait for it", async () => {
  await openRuntime("javascript");
  const cpu = tf.backend();
  let compiled: () => void = () => undefined;
  const compiling = new Promise<void>((resolve) => (compiled = resolve));
  tf.registerBackend("slow", async () => {
    await compiling;
    return cpu;
  });
  const ready: string[] = [];
  const both = ["first", "second"].map((name) => activate("slow").then(() => ready.push(name)));
  await Promise.resolve();
  expect(ready).toEqual([]);
  compiled();
  await both[1];
  expect(ready).toEqual(["first", "second"]);
  expect(tf.backend()).toBe(cpu);
});

test("a backend that cannot start is refused each time, and the one before can be taken again", async () => {
  tf.registerBackend("broken", () => Promise.reject(new Error("no memory")));
  for (let i = 0; i < 2; i++) await expect(activate("broken")).rejects.toThrow("could not start its broken");
  const { adapter } = await openRuntime("javascript");
  expect(adapter).toBe("JavaScript");
  expect(tf.getBackend()).toBe("cpu");
});
