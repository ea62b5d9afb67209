import type { Loss, ReportedLoss } from "../../browser/losses";
import { formatCount } from "../../eas/values/reading";

const NO_RELOAD = "What is open does not survive a reload. Save what you need.";

/** Losses that mean that what is open is gone after a reload. */
export const RELOAD_LOSSES: readonly Loss[] = [
  "storage-denied",
  "not-secure",
  "not-kept",
  "not-loaded",
  "reload-too-large",
  "reload-failed",
];

/** Losses that are shown until they are closed. */
export const LASTING_LOSSES: readonly Loss[] = [...RELOAD_LOSSES, "reload-forgotten", "reload-incomplete"];

/** What is lost, why, and what to do, as one or two sentences. */
export function writeLoss({ loss, reason }: ReportedLoss): string {
  switch (loss) {
    case "storage-denied":
      return `This browser does not let the page keep anything, such as colours and layout. ${NO_RELOAD}`;
    case "storage-full":
      return "This browser has no room left for the page's settings, such as colours and layout.";
    case "not-secure":
      return `This page is served over plain HTTP, where browsers offer no encryption. ${NO_RELOAD}`;
    case "not-kept":
      return `This browser does not let the page keep what is open${inBrackets(reason)}. ${NO_RELOAD}`;
    case "not-loaded":
      return (
        "The code that keeps what is open could not be loaded: the server is unavailable or has a newer " +
        `version of the page. ${NO_RELOAD}`
      );
    case "no-worker":
      return (
        "This page could not start a background worker, so it does the work itself. It does not respond " +
        "while it reads or writes a large payload."
      );
    case "reload-too-large":
      return "What is open is too large to survive a reload. Save what you need.";
    case "reload-failed":
      return `The browser could not store what is open${inBrackets(reason)}. ${NO_RELOAD}`;
    case "reload-forgotten":
      return (
        "What was open before could not be restored and was deleted: it was encrypted, and the browser " +
        "no longer has the key."
      );
    case "reload-incomplete":
      return (
        `${formatCount(Number(reason ?? 0), "capture")} that had been open before could not be restored: ` +
        "not stored yet when the tab was reloaded, deleted since, or damaged."
      );
  }
}

const inBrackets = (reason: string | undefined): string => (reason === undefined ? "" : ` (${reason})`);
