import { expect, test } from "@playwright/test";

test("moving a slider redraws all runs of 500 steps; the p95 of 100 moves is printed", async ({ page }) => {
  await page.goto("/#steps=500");
  await expect(page.locator(".lesson")).toContainText("after 500 steps");
  await expect(page.getByRole("slider", { name: "Momentum: learning rate" })).toBeVisible();
  const times = await page.evaluate(async () => {
    const slider = document.querySelector<HTMLInputElement>('input[aria-label="Momentum: learning rate"]')!;
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")!.set!;
    const drawn = () =>
      new Promise<number>((resolve) => {
        const observer = new PerformanceObserver((list) => {
          const [mark] = list.getEntriesByName("paths drawn");
          if (!mark) return;
          observer.disconnect();
          resolve(mark.startTime);
        });
        observer.observe({ type: "mark" });
      });
    const taken: number[] = [];
    for (let move = 0; move < 100; move++) {
      await new Promise(requestAnimationFrame);
      const begun = performance.now();
      const next = drawn();
      set.call(slider, String(20 + (move % 50)));
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      taken.push((await next) - begun);
    }
    return taken.sort((a, b) => a - b);
  });
  expect(times).toHaveLength(100);
  console.log(
    `a slider's move to the redrawn paths, 2 runs x 500 steps: median ${times[50]!.toFixed(1)} ms, p95 ${times[95]!.toFixed(1)} ms`,
  );
});
