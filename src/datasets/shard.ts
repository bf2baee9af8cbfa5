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
  const bytes = await gunzip(received).catch(() => {
    throw new DatasetError(file, "arrived damaged: it cannot be unpacked");
  });
  if (bytes.length !== length) {
    throw new DatasetError(
      file,
      "is not the data expected: {0} bytes unpacked instead of {1}",
      bytes.length,
      length,
    );
  }
  return bytes;
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

async function gunzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Hexadecimal sum, or undefined where browsers withhold `subtle`: plain http beyond localhost. The length is checked even there. */
async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  const subtle: SubtleCrypto | undefined = crypto.subtle;
  if (!subtle) return undefined;
  const digest = new Uint8Array(await subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
