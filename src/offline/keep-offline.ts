/**
 * Has the page kept for when there is no network; what networks need once one has been `trained`. Where a browser
 * refuses, as in private windows, the page is as it was.
 */
export async function keepOffline(address: string, trained: Promise<unknown>): Promise<void> {
  try {
    const { serviceWorker } = navigator;
    await serviceWorker.register(address, { updateViaCache: "none" });
    const { active } = await serviceWorker.ready;
    await trained;
    active?.postMessage("keep network");
  } catch {
    // Nothing is kept: what the visitor sees does not depend on it.
  }
}
