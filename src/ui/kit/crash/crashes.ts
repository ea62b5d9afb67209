import { useEffect } from "react";
import { listMissingNeeds } from "../../../browser/needs";
import { copyText } from "../copyText";
import { lastingToast } from "../toast/toasts";

/**
 * The report of a crash: the error's name, message and stack, and what the browser lacks; nothing of a
 * payload.
 */
export function formatReport(error: Error): string {
  const missing = listMissingNeeds().map(({ name }) => name);
  const lack = missing.length === 0 ? "" : `\nThis browser lacks: ${missing.join(", ")}`;
  return `${error.name}: ${error.message}\n${error.stack ?? ""}${lack}`;
}

/** What an `import()` rejected with. Each of them in the built page is reported by Vite. */
const failedImports = new WeakSet<Error>();

/** Remembers what an `import()` rejected with, so that {@link isLoadError} knows it. */
export function rememberFailedImport(error: Error): void {
  failedImports.add(error);
}

/**
 * Whether a part of the page could not be loaded: the server is unavailable, or has a newer version with
 * different file names. The three engines say it in words of their own. An `import()` of a script that was
 * cut off, or is of another version than the one that imports it, rejects with a `SyntaxError`.
 */
export function isLoadError(error: Error): boolean {
  if (error instanceof SyntaxError) return failedImports.has(error);
  return /dynamically imported module|importing a module script|preload CSS/i.test(error.message);
}

/** Handles the error of code that could not be loaded, if that is missed only later; throws any other. */
export function ignoreLoadError(error: unknown): undefined {
  if (!(error instanceof Error) || !isLoadError(error)) throw error;
}

/** The message for a part of the page that could not be loaded. */
export const LOAD_ERROR =
  "Its code could not be loaded: the server is unavailable or has a newer version of the page. Everything " +
  "else works on. Try again, or reload the page.";

const NOT_CRASHES: ReadonlySet<string> = new Set(["Canceled", "AbortError"]); // cancelled on purpose

/**
 * Tells an error of ours, or that a part of the page could not be loaded. For what the page starts by itself
 * when it opens: if the page is left before that has loaded, Firefox counts a promise without a handler as an
 * error in the console.
 */
export function reportCrash(thrown: unknown): void {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  if (NOT_CRASHES.has(error.name)) return;
  if (isLoadError(error)) {
    lastingToast(`This could not be done. ${LOAD_ERROR}`, {
      title: "Reload",
      run: () => location.reload(),
    });
    return;
  }
  lastingToast(
    `Something went wrong: ${error.message}. This is a bug in the inspector. What is open stays open.`,
    { title: "Copy report", run: () => void copyText("the report", formatReport(error)) },
  );
}

/**
 * Tells that a part which shows nothing of its own could not be loaded, with a button that tries again. Any
 * other error is reported as one of ours.
 */
export function reportMissingPart(name: string, thrown: unknown, retry: () => void): void {
  if (!(thrown instanceof Error) || !isLoadError(thrown)) return reportCrash(thrown);
  lastingToast(`${name} could not be shown. ${LOAD_ERROR}`, { title: "Try again", run: retry });
}

/**
 * Reports errors of ours that no component can show: those in a key handler, a click handler or a promise.
 * The page keeps running.
 */
export function useCrashes(): void {
  useEffect(() => {
    const onError = ({ error }: ErrorEvent): void => {
      // the browser's own notices have no error
      if (error !== null && error !== undefined) reportCrash(error);
    };
    const onRejection = ({ reason }: PromiseRejectionEvent): void => reportCrash(reason);
    const onFailedImport = ({ payload }: VitePreloadErrorEvent): void => rememberFailedImport(payload);
    window.addEventListener("vite:preloadError", onFailedImport);
    window.addEventListener("error", onError);
    window.addEventListener("unhandledrejection", onRejection);
    return () => {
      window.removeEventListener("vite:preloadError", onFailedImport);
      window.removeEventListener("error", onError);
      window.removeEventListener("unhandledrejection", onRejection);
    };
  }, []);
}
