import { useEffect } from "react";
import { reportLoss } from "../../browser/losses";
import { formatCount } from "../../eas/values/reading";
import { useInspector } from "../../store/inspector";
import type { OfferedCaptures } from "../../store/keep/keepTab";
import { ignoreLoadError, reportCrash } from "../kit/crash/crashes";
import { lastingToast } from "../kit/toast/toasts";

/**
 * Restores what the tab had open before a reload, and keeps what it has open from now on. What the tab had
 * not finished opening is restored only if the user wants it.
 */
export function useKeepTab(): void {
  useEffect(() => {
    keep().catch(reportCrash);
  }, []);
}

async function keep(): Promise<void> {
  const [following, keeping] = await Promise.all([
    import("../../store/keep/followOpening").catch(ignoreLoadError),
    import("../../store/keep/keepTab").catch(ignoreLoadError),
  ]);
  // before anything is restored; without its code, the page opens again what ended the tab, but loses nothing
  following?.followOpening();
  if (keeping === undefined) {
    reportLoss("not-loaded");
    return;
  }
  const { count, offered } = await keeping.keepTab();
  if (count > 0) announceRestored(count);
  if (offered !== undefined) offer(offered);
}

function announceRestored(count: number): void {
  useInspector.getState().announce(`Restored ${formatCount(count, "capture")} from before the reload`);
}

function offer({ open, discard }: OfferedCaptures): void {
  lastingToast(
    "This tab ended or was reloaded before it had finished opening a payload. What was open has not been " +
      "opened again, because that could end the tab again. It is kept until the tab is closed.",
    { title: "Open it again", run: () => void open().then(announceRestored) },
    { title: "Delete it", run: () => void discard() },
  );
}
