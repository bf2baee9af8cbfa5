import { afterEach, expect, test } from "vitest";
import { networkSpec, surfaceSpec } from "../experiment/usual-spec";
import { type ExperimentSpec } from "../experiment/spec";
import { createClient, type Client, type Listener } from "./client";
import { openLoopback } from "./loopback";

const workers: Worker[] = [];
afterEach(() => workers.splice(0).forEach((worker) => worker.terminate()));

test("a surface's whole trajectory comes with the start", async () => {
  const { client, heard } = connect();
  const id = client.start({ ...surfaceSpec("ravine"), steps: 40 }, "data/", 41);
  await heard.until("complete");
  expect(heard.log.filter(([, of]) => of === id)).toEqual([
    ["started", id, 40, "cpu"],
    ["frames", id, 0, 41],
  ]);
});

test("the page asks for each batch, and gets no frame it did not ask for", async () => {
  const { client, heard } = connect({ more: 10 });
  client.start({ ...surfaceSpec("beale"), steps: 25 }, "data/", 5);
  await heard.until("complete");
  const batches = heard.log.filter(([type]) => type === "frames").map(([, , first, count]) => [first, count]);
  expect(batches).toEqual([[0, 5], [5, 10], [15, 10], [25, 1]]); // prettier-ignore
});

test("a newer start ends the one before: none of its frames arrive after it", async () => {
  const { client, heard } = connect({ more: 1 });
  client.start({ ...surfaceSpec("ravine"), steps: 5000 }, "data/", 1);
  await heard.until("frames");
  const second = client.start({ ...surfaceSpec("ravine"), steps: 3 }, "data/", 4);
  const before = heard.log.length;
  await heard.until("complete");
  expect(heard.log.slice(before).map(([, id]) => id)).toEqual([second, second]);
});

test("after a cancel nothing more is heard, and a new start works", async () => {
  const { client, heard } = connect({ more: 1 });
  client.start({ ...surfaceSpec("ravine"), steps: 5000 }, "data/", 1);
  await heard.until("frames");
  client.cancel();
  const before = heard.log.length;
  const id = client.start({ ...surfaceSpec("saddle"), steps: 2 }, "data/", 3);
  await heard.until("complete");
  expect(heard.log.slice(before).every(([, of]) => of === id)).toBe(true);
});

test("what cannot be computed is said in words, and the engine goes on", async () => {
  const { client, heard } = connect();
  client.start({ ...surfaceSpec("ravine"), surface: "constructor" } as ExperimentSpec, "data/", 1);
  await heard.until("failed");
  expect(heard.log.at(-1)?.[2]).toContain("constructor");
  client.start({ ...surfaceSpec("ravine"), steps: 1 }, "data/", 2);
  await heard.until("complete");
});

test("a network whose data are missing says which file", async () => {
  const missing = () => Promise.resolve(new Response("not found", { status: 404 }));
  const { client, heard } = connect({ readFile: missing });
  client.start({ ...networkSpec("mnist-mlp"), steps: 1, backend: "cpu" }, "data/", 1);
  await heard.until("failed");
  expect(heard.log.at(-1)?.[2]).toContain("manifest.json");
});

test("a sweep gives a loss for each value of each run's first two hyperparameters", async () => {
  const { client, heard } = connect();
  client.sweep(surfaceSpec("ravine"));
  await heard.until("swept");
  const sweeps = heard.sweeps!;
  expect(sweeps.map(({ run, hyperparameter }) => [run, hyperparameter])).toEqual([
    [0, "lr"],
    [0, "momentum"],
    [1, "lr"],
    [1, "rho"],
  ]);
  const [lr] = sweeps;
  expect(lr!.values).toHaveLength(91);
  // The heavy ball diverges above 2 (1 + 0.9) / 50 = 0.076, and only there.
  lr!.values.forEach((value, i) => {
    if (value > 0.09) expect(lr!.losses[i]).toBe(Infinity);
    if (value < 0.07) expect(lr!.losses[i]).toBeLessThan(1e4);
  });
});

test("a long sweep lets a start through, and is then given up; so is a sweep by a newer one", async () => {
  const long = { ...surfaceSpec("ravine"), steps: 5000 };
  const short = { ...surfaceSpec("ravine"), steps: 3 };
  const { client, heard } = connect();
  client.sweep({ ...long, steps: 4999 });
  client.sweep(long);
  const id = client.start(short, "data/", 4);
  await heard.until("complete");
  const last = client.sweep(short);
  await heard.until("swept");
  expect(heard.log.map(([type, of]) => [type, of])).toEqual([
    ["started", id],
    ["frames", id],
    ["swept", last],
  ]);
});

test("a sweep's losses are those above the lowest minimum, where that is negative", async () => {
  const { client, heard } = connect();
  client.sweep({ ...surfaceSpec("saddle"), steps: 400 });
  await heard.until("swept");
  const losses = heard.sweeps!.flatMap((sweep) => [...sweep.losses]).filter(Number.isFinite);
  // Rates that stay on the saddle end at 0, one above the minima; those that leave it end near them.
  expect(Math.max(...losses)).toBeGreaterThan(0.5);
  expect(Math.min(...losses)).toBeLessThan(1e-3);
  expect(losses.every((loss) => loss > 0)).toBe(true);
});

test("a start gives the trials of rates up; a sweep does not", async () => {
  const { client, heard } = connect();
  client.tune({ ...surfaceSpec("ravine"), steps: 5000 });
  const id = client.start({ ...surfaceSpec("ravine"), steps: 3 }, "data/", 4);
  await heard.until("complete");
  const tune = client.tune({ ...surfaceSpec("ravine"), steps: 3 });
  const sweep = client.sweep({ ...surfaceSpec("ravine"), steps: 3 });
  await heard.until("swept");
  expect(heard.log.map(([type, of]) => [type, of])).toEqual([
    ["started", id],
    ["frames", id],
    ["tuned", tune],
    ["swept", sweep],
  ]);
  expect(heard.tuning).toMatchObject({ trials: 48, runs: [{ kind: "best" }, { kind: "best" }] });
});

type Log = [type: string, id: number, ...rest: unknown[]];
type Options = { readonly more?: number; readonly readFile?: () => Promise<Response> };

/** A client and an engine with a real channel between them, and what the client heard. */
function connect({ more = 1000, readFile }: Options = {}) {
  const log: Log[] = [];
  const waiting: { type: string; resolve: () => void }[] = [];
  let steps = 0;
  const say = (...line: Log) => {
    log.push(line);
    tell(line[0]);
  };
  const tell = (type: string) => {
    for (const wait of waiting.splice(0)) if (wait.type === type) wait.resolve();
      else waiting.push(wait); // prettier-ignore
  };
  const heard = {
    log,
    sweeps: undefined as Parameters<Listener["onSwept"]>[1] | undefined,
    tuning: undefined as Parameters<Listener["onTuned"]>[1] | undefined,
    until: (type: string) => new Promise<void>((resolve) => waiting.push({ type, resolve })),
  };
  const client: Client = createClient(
    {
      onStarted(id, total, { backend }) {
        steps = total;
        say("started", id, total, backend);
      },
      onMoved: (id, { backend }) => say("moved", id, backend),
      onLoading: (id, loaded, total) => say("loading", id, loaded, total),
      onFrames(id, { first, count }) {
        say("frames", id, first, count);
        const isComplete = first + count === steps + 1;
        if (isComplete) tell("complete");
        return isComplete ? 0 : more;
      },
      onFailed: (id, message) => say("failed", id, message),
      onDevice: () => undefined,
      onTestSet: ({ labels }) => say("testSet", 0, labels.length),
      onTuned(id, tuning) {
        heard.tuning = tuning;
        say("tuned", id);
      },
      onFault: () => undefined,
      onSwept(id, sweeps) {
        heard.sweeps = sweeps;
        say("swept", id);
      },
    },
    () => {
      const worker = openLoopback(readFile);
      workers.push(worker);
      return worker;
    },
  );
  return { client, heard };
}
