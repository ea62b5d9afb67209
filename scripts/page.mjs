// Builds the page into a separate folder and serves it on a free port until stopped, so that neither a port
// in use nor another run that rewrites the folder interferes. Prints the address when the server answers.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, preview } from "vite";

const outDir = mkdtempSync(join(tmpdir(), "wbxml-inspector-page-"));
process.on("exit", () => rmSync(outDir, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit());

await build({ logLevel: "warn", build: { outDir, emptyOutDir: true } });
const server = await preview({ build: { outDir }, preview: { port: 0, strictPort: true } });
console.log(`The page is at ${server.resolvedUrls.local[0]}`);
