import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { listWorkerPackages, VITE_LICENCES, writeLicences } from "./build/licences.ts";
import { contentSecurityPolicy, headers } from "./build/policy.ts";

/** Writes the policy into the page, so that it holds wherever the page is hosted. */
function writePolicy(): Plugin {
  return {
    name: "content-security-policy",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: contentSecurityPolicy },
        injectTo: "head-prepend",
      },
    ],
  };
}

export default defineConfig({
  base: "./",
  plugins: [react(), writePolicy(), writeLicences()],
  worker: { format: "es", plugins: () => [listWorkerPackages()] },
  build: {
    target: "es2022",
    chunkSizeWarningLimit: 5000,
    license: { fileName: VITE_LICENCES },
    modulePreload: { polyfill: false },
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  // Only this computer can reach the page, and only by a name of its own.
  preview: { host: "localhost", port: 4173, strictPort: false, cors: false, headers },
});
