import { useEffect } from "react";
import { lastingToast } from "../toast/toasts";

/** The report of a crash: the error's name, message and stack, and nothing of a payload. */
export function formatReport(error: Error): string {
  return `${error.name}: ${error.message}\n${error.stack ?? ""}`;
}

/**
 * Whether a part of the page could not be loaded: the server is unavailable, or has a newer version with
 * different file names.
 */
export function isLoadError({ message }: Error): boolean {
  return /dynamically imported module|importing a module script|preload CSS/i.test(message);
}

/** The message for a part of the page that could not be loaded. */
export const LOAD_ERROR =
  "Part of the page could not be loaded: the server is unavailable or has a newer version. Your open " +
  "captures are kept. Reload the page to continue.";

const NOT_CRASHES: ReadonlySet<string> = new Set(["Canceled", "AbortError"]); // cancelled on purpose

function reportCrash(thrown: unknown): void {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  if (NOT_CRASHES.has(error.name)) return;
  if (isLoadError(error)) return lastingToast(LOAD_ERROR, { title: "Reload", run: () => location.reload() });
  lastingToast(
    `Something went wrong: ${error.message}. This is a bug in the inspector. Your captures stay open.`,
    {
      title: "Copy report",
      run: () => void navigator.clipboard.writeText(formatReport(error)),
    },
  );
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
    window.addEventListener("error", onError);
    window.addEventListener("unhandledrejection", onRejection);
    return () => {
      window.removeEventListener("error", onError);
      window.removeEventListener("unhandledrejection", onRejection);
    };
  }, []);
}
