import { existsSync, readFileSync } from "node:fs";
import type { CDPSession } from "playwright";

/** Private memory of the largest page's process, in bytes; undefined where nobody tells. */
export async function rendererMemory(session: CDPSession): Promise<number | undefined> {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const all = processInfo.map(({ type, id }) => (type === "renderer" ? (privateMemoryOf(id) ?? 0) : 0));
  return Math.max(...all) || undefined;
}

/** What a process shares with no other, in bytes; on Linux only. */
function privateMemoryOf(id: number): number | undefined {
  const file = `/proc/${id}/smaps_rollup`;
  if (!existsSync(file)) return undefined;
  const kilobytes = readFileSync(file, "utf8").matchAll(/^Private_\w+: +(\d+) kB$/gm);
  return [...kilobytes].reduce((sum, [, value]) => sum + 1024 * Number(value), 0);
}
