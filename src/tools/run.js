// Runs one of the TypeScript tools beside this file in Node, with the page's own module rules.
import { runnerImport } from "vite";

const [tool, ...args] = process.argv.slice(2);
const { module } = await runnerImport(new URL(`${tool}.ts`, import.meta.url).pathname, { configFile: false });
process.exitCode = await module.main(args);
