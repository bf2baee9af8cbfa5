import { isSurfaceSpec } from "../experiment/spec";
import type { State, Store } from "../store/store";

/** Milliseconds after the first result in which the page has the connection to itself: it still fetches what it shows. */
const rest = 2000;

/** Keeps the page for when there is no network, once it shows something and is quiet. `base` is the page's address. */
export async function keepPage(base: string, store: Store): Promise<void> {
  await until(store, ({ recorded }) => recorded > 0);
  await new Promise((resolve) => setTimeout(resolve, rest));
  // Not every browser tells when it is idle.
  if ("requestIdleCallback" in window)
    await new Promise<unknown>((resolve) => requestIdleCallback(resolve, { timeout: 10_000 }));
  const trained = until(
    store,
    ({ recordedSpec, recorded, loading }) =>
      !isSurfaceSpec(recordedSpec) && recorded > 0 && loading === undefined,
  );
  // What does not come now comes with the next visit.
  const offline = await import("../offline/keep-offline").catch(() => undefined);
  await offline?.keepOffline(new URL("service-worker.js", base).href, trained);
}

const until = ({ getState, subscribe }: Store, isSo: (state: State) => boolean) =>
  new Promise<void>((resolve) => {
    if (isSo(getState())) return resolve();
    const stop = subscribe((state) => {
      if (!isSo(state)) return;
      stop();
      resolve();
    });
  });
