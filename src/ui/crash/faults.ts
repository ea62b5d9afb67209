import { useEffect } from "react";
import { lastingToast } from "../toast/toasts";

/** What is copied of a fault: its name, message and place, and nothing of a payload. */
export function reportOf(error: Error): string {
  return `${error.name}: ${error.message}\n${error.stack ?? ""}`;
}

/**
 * Whether a part of the page did not come: its server is gone, or has a newer version whose parts are called
 * otherwise.
 */
export function isLoadFailure({ message }: Error): boolean {
  return /dynamically imported module|importing a module script|preload CSS/i.test(message);
}

/** What a person is told of a part of the page that did not come. */
export const LOAD_FAILURE =
  "A part of the page could not be loaded: its server is gone, or has a newer version. What is open " +
  "stays; reload to go on.";

const NOT_FAULTS: ReadonlySet<string> = new Set(["Canceled", "AbortError"]); // what somebody called off

function tell(thrown: unknown): void {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  if (NOT_FAULTS.has(error.name)) return;
  if (isLoadFailure(error))
    return lastingToast(LOAD_FAILURE, { title: "Reload", run: () => location.reload() });
  lastingToast(
    `Something here is broken: ${error.message}. It is a fault of the inspector; what is open stays.`,
    {
      title: "Copy report",
      run: () => void navigator.clipboard.writeText(reportOf(error)),
    },
  );
}

/**
 * Tells of faults of ours that no component is the place of: those of a key, a click or something awaited.
 * The page goes on.
 */
export function useFaults(): void {
  useEffect(() => {
    const onError = ({ error }: ErrorEvent): void => {
      if (error !== null && error !== undefined) tell(error); // the browser's own remarks come without one
    };
    const onRejection = ({ reason }: PromiseRejectionEvent): void => tell(reason);
    window.addEventListener("error", onError);
    window.addEventListener("unhandledrejection", onRejection);
    return () => {
      window.removeEventListener("error", onError);
      window.removeEventListener("unhandledrejection", onRejection);
    };
  }, []);
}
