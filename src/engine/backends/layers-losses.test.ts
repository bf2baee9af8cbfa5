import { readFile } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import { againstLayers, fullyConnectedCases, type PeerCase } from "../../tools/against-layers";
import type { Backend } from "./backend";
import { cpuNetworks } from "./cpu/network";
import { tfjsNetworks } from "./tfjs/network";
import { openRuntime } from "./tfjs/runtime";

beforeAll(async () => void (await openRuntime("cpu")));

test.each(Object.entries(fullyConnectedCases))(
  "%s loses at each step what it loses in tfjs Layers, by each optimizer that both have right",
  (name, given) => agree(name, given, { tfjs: tfjsNetworks("cpu"), cpu: cpuNetworks() }),
);

test("so does the convolutional network", () =>
  agree(
    "the convolutional network",
    { change: { network: "mnist-cnn" }, steps: 10 },
    { tfjs: tfjsNetworks("cpu") },
  ));

async function agree(name: string, given: PeerCase, backends: Readonly<Record<string, Backend>>) {
  const data = new URL("../../../public/data/", import.meta.url);
  const readMnist = async (path: string) => new Response(await readFile(new URL(path, data)));
  const deviations = await againstLayers(given, backends, readMnist);
  for (const [backend, byOptimizer] of Object.entries(deviations)) {
    const told = Object.entries(byOptimizer).map(
      ([optimizer, far]) => `${optimizer} ${far.toExponential(1)}`,
    );
    console.log(`${name}, ${backend} against tfjs Layers: ${told.join(", ")}`);
    // Sums are taken in other orders, and fifty steps add up.
    for (const far of Object.values(byOptimizer)) expect(far, told.join()).toBeLessThan(2e-3);
  }
}
