import { useEffect } from "react";
import { reportLoss } from "../../browser/losses";
import { formatCount } from "../../eas/values/reading";
import { useInspector } from "../../store/inspector";
import type { OfferedCaptures } from "../../store/keep/keepTab";
import { ignoreLoadError, reportCrash } from "../crash/crashes";
import { lastingToast } from "../toast/toasts";

/**
 * Restores what the tab had open before a reload, and keeps what it has open from now on. What the tab had
 * not finished opening is restored only if the user wants it.
 */
export function useKeepTab(): void {
  useEffect(() => {
    keep().catch(reportCrash);
    // without its code, the page opens again what ended the tab, but nothing is lost
    import("../../store/keep/followOpening")
      .then(({ followOpening }) => followOpening(), ignoreLoadError)
      .catch(reportCrash);
  }, []);
}

async function keep(): Promise<void> {
  const loaded = await import("../../store/keep/keepTab").catch(ignoreLoadError);
  if (loaded === undefined) {
    reportLoss("not-kept", "the code for it could not be loaded");
    return;
  }
  const { count, offered } = await loaded.keepTab();
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
    { title: "Delete it", run: discard },
  );
}
