/** As much of puppeteer as is spoken here: it is installed by `npm run firefox` only, and the types are checked without it. */
declare module "puppeteer-core" {
  export type Page = {
    goto(address: string): Promise<unknown>;
    setViewport(size: { width: number; height: number }): Promise<void>;
    evaluate<T, A extends readonly unknown[]>(asked: (...args: A) => T, ...args: A): Promise<Awaited<T>>;
    focus(selector: string): Promise<void>;
    readonly keyboard: { press(key: string): Promise<void> };
    screenshot(options: { path: string }): Promise<unknown>;
    on(event: "console", heard: (message: { type(): string; text(): string }) => void): void;
    on(event: "pageerror", heard: (error: unknown) => void): void;
    close(): Promise<void>;
  };
  export type Browser = { newPage(): Promise<Page>; version(): Promise<string>; close(): Promise<void> };
  const puppeteer: {
    launch(options: {
      browser: "firefox" | "chrome";
      executablePath: string;
      headless: true;
      args?: readonly string[];
      extraPrefsFirefox?: Readonly<Record<string, unknown>>;
    }): Promise<Browser>;
  };
  export default puppeteer;
}
