import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "vite";

// Like the codec, the rules are measured bundled, as in the page.

const outDir = fileURLToPath(new URL("../.cache/bench-lint/", import.meta.url));

await build({
  configFile: false,
  logLevel: "warn",
  build: {
    ssr: fileURLToPath(new URL("lint.ts", import.meta.url)),
    outDir,
    emptyOutDir: true,
    target: "es2022",
  },
});
await import(/* @vite-ignore */ pathToFileURL(`${outDir}lint.js`).href);
