import { expect, test } from "vitest";
import { againstLayers, fullyConnectedCases } from "../../tools/against-layers";
import { openRuntime } from "./tfjs/runtime";
import { openMeasurer } from "./cpu/measurer";
import { webgpuNetworks } from "./webgpu/network";

test.each(Object.entries(fullyConnectedCases))(
  "%s loses on our kernels at each step what it loses in tfjs Layers, by each optimizer that both have right",
  async (_name, given) => {
    expect((await openRuntime("cpu")).adapter).toBe("WebAssembly");
    const backends = { webgpu: webgpuNetworks({ openMeasurer }) };
    const { webgpu } = await againstLayers(given, backends, (path, signal) =>
      fetch(`/data/${path}`, { signal }),
    );
    const told = Object.entries(webgpu!).map(([optimizer, far]) => `${optimizer} ${far.toExponential(1)}`);
    console.log(`${_name}, webgpu against tfjs Layers: ${told.join(", ")}`);
    // Sums are taken in other orders, and fifty steps add up.
    for (const far of Object.values(webgpu!)) expect(far, told.join()).toBeLessThan(2e-3);
  },
);
