import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, preview } from "vite";
import type { TestProject } from "vitest/node";
import { serveRecorder } from "./recorder";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of the built page. */
    readonly page: string;
  }
}

/** Builds the page and serves it on a free port while the journeys run. */
export default async function servePage(project: TestProject): Promise<() => Promise<void>> {
  const outDir = await mkdtemp(join(tmpdir(), "wbxml-inspector-engines-"));
  await build({ logLevel: "warn", build: { outDir, emptyOutDir: true } });
  const html = await readFile(join(outDir, "index.html"), "utf8");
  const server = await preview({
    logLevel: "warn",
    build: { outDir },
    plugins: [serveRecorder(() => html)],
    preview: { port: 0, strictPort: true },
  });
  const [page] = server.resolvedUrls?.local ?? [];
  if (page === undefined) throw new Error("the server of the page did not start");
  project.provide("page", page);
  return async () => {
    await server.close();
    await rm(outDir, { recursive: true, force: true });
  };
}
