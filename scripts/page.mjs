// Builds the page and serves it to this computer until stopped; prints the address when the server answers.
// The argument is the folder to build into. Without one, as the tests use it, the page is built into a folder
// of its own and served on a free port, so that neither a port in use nor another run that rewrites the
// folder interferes.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, preview } from "vite";

const [, , named] = process.argv;
const outDir = named ?? mkdtempSync(join(tmpdir(), "wbxml-inspector-page-"));
if (named === undefined) process.on("exit", () => rmSync(outDir, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit());

await build({ logLevel: "warn", build: { outDir, emptyOutDir: true } });
const port = named === undefined ? { port: 0, strictPort: true } : {};
const server = await preview({ logLevel: "warn", build: { outDir }, preview: port });
console.log(`The page is at ${server.resolvedUrls.local[0]}`);
if (named !== undefined) console.log("Only this computer can open it. Press Ctrl+C to stop.");
