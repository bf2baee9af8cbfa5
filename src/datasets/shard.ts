import { DatasetError, isWebPage, type Shard } from "./dataset";
import type { ShardEntry } from "./manifest";

/** Inflates, checks and parts what came for a shard of images of `pixels` bytes; throws DatasetError. */
export async function openShard(
  entry: ShardEntry,
  received: Uint8Array<ArrayBuffer>,
  pixels: number,
): Promise<Shard> {
  const { file, count, sha256 } = entry;
  const bytes = await inflated(entry, received, count * (pixels + 1));
  const sum = await sha256Of(bytes);
  if (sum !== undefined && sum !== sha256) {
    throw new DatasetError(file, "arrived damaged: its checksum is not the one expected");
  }
  return { images: bytes.subarray(0, count * pixels), labels: bytes.subarray(count * pixels), count };
}

async function inflated(
  { file, bytes: expected }: ShardEntry,
  received: Uint8Array<ArrayBuffer>,
  length: number,
): Promise<Uint8Array<ArrayBuffer>> {
  if (received.length === 0) throw new DatasetError(file, "is empty");
  if (!isGzip(received)) {
    // Some servers announce gzip files as an encoding, and the browser has already inflated them.
    if (received.length === length) return received;
    if (isWebPage(received)) throw new DatasetError(file, "is missing: the server sent a web page instead");
    throw new DatasetError(file, "is not the data expected: something else came in its place");
  }
  if (received.length < expected) {
    throw new DatasetError(file, "is cut short: {0} of {1} bytes arrived", received.length, expected);
  }
  const bytes = new Uint8Array(length);
  const unpacked = await gunzipInto(bytes, received).catch(() => {
    throw new DatasetError(file, "arrived damaged: it cannot be unpacked");
  });
  if (unpacked !== length) {
    throw unpacked > length
      ? new DatasetError(file, "is not the data expected: more than {0} bytes", length)
      : new DatasetError(
          file,
          "is not the data expected: {0} bytes unpacked instead of {1}",
          unpacked,
          length,
        );
  }
  return bytes;
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** Unpacks into bytes and returns how many there were; stops where there are more, which a small file may have without end. */
async function gunzipInto(bytes: Uint8Array, received: Uint8Array<ArrayBuffer>): Promise<number> {
  const stream = new Blob([received]).stream().pipeThrough(new DecompressionStream("gzip"));
  const reader = stream.getReader();
  for (let filled = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return filled;
    if (filled + value.length > bytes.length) {
      void reader.cancel().catch(() => undefined);
      return filled + value.length;
    }
    bytes.set(value, filled);
    filled += value.length;
  }
}

/** Hexadecimal sum, or undefined where browsers withhold `subtle`: plain http beyond localhost. The length is checked even there. */
async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  const subtle: SubtleCrypto | undefined = crypto.subtle;
  if (!subtle) return undefined;
  const digest = new Uint8Array(await subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
