import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "vite";

// How the times of all readers and functions grow with the input, measured bundled, as in the page.

const outDir = fileURLToPath(new URL("../.cache/bench-growth/", import.meta.url));

await build({
  configFile: false,
  logLevel: "warn",
  build: {
    ssr: fileURLToPath(new URL("growth.ts", import.meta.url)),
    outDir,
    emptyOutDir: true,
    target: "es2022",
  },
});
await import(/* @vite-ignore */ pathToFileURL(`${outDir}growth.js`).href);
