import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "vite";

// The codec is measured bundled, as in the page. In separate modules, every use of an import is looked up
// again, which costs more than the codec itself.

const outDir = fileURLToPath(new URL("../.cache/bench/", import.meta.url));

await build({
  configFile: false,
  logLevel: "warn",
  publicDir: false,
  build: {
    ssr: fileURLToPath(new URL("codec.ts", import.meta.url)),
    outDir,
    emptyOutDir: true,
    target: "es2022",
  },
});
await import(/* @vite-ignore */ pathToFileURL(`${outDir}codec.js`).href);
