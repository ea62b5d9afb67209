import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

declare global {
  /** What `consoleRecorder.js` has recorded, if it was served with the page. */
  // oxlint-disable-next-line no-var -- only `var` declares a property of the global object
  var recordedErrors: string[] | undefined;
}

const MARK = "recorded";
const SCRIPT = "/recorder.js";

/** The address of a page that is served with the recorder in it. */
export function withRecorder(url: string): string {
  const address = new URL(url);
  address.searchParams.set(MARK, "");
  return address.href;
}

/** The errors recorded since the last call; runs in the page. */
export function takeRecordedErrors(): string[] {
  const { recordedErrors } = globalThis;
  return recordedErrors === undefined
    ? ["The recorder of errors is not in the page"]
    : recordedErrors.splice(0);
}

/**
 * Serves the recorder, and puts it into the page that is asked for with it. The built files stay as they are.
 */
export function serveRecorder(readPage: () => string): Plugin {
  const script = readFileSync(fileURLToPath(new URL("consoleRecorder.js", import.meta.url)), "utf8");
  return {
    name: "serve-recorder",
    configurePreviewServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
        if (pathname === SCRIPT) {
          response.setHeader("Content-Type", "text/javascript");
          response.end(script);
        } else if (pathname === "/" && searchParams.has(MARK)) {
          response.setHeader("Content-Type", "text/html");
          response.end(readPage().replace(/<script /, `<script src="${SCRIPT}"></script><script `));
        } else next();
      });
    },
  };
}
