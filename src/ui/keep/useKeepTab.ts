import { useEffect } from "react";
import { reportLoss } from "../../browser/losses";
import { formatCount } from "../../eas/values/reading";
import { useInspector } from "../../store/inspector";
import type { OfferedCaptures } from "../../store/keep/keepTab";
import { ignoreLoadError, reportCrash } from "../kit/crash/crashes";
import { laterCode } from "../kit/load/laterCode";
import { lastingToast } from "../kit/toast/toasts";

const following = laterCode(() => import("../../store/keep/followOpening"));
const keeping = laterCode(() => import("../../store/keep/keepTab"));

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
  const [follower, keeper] = await Promise.all([
    following.load().catch(ignoreLoadError),
    keeping.load().catch(ignoreLoadError),
  ]);
  // before anything is restored; without its code, the page opens again what ended the tab, but loses nothing
  follower?.followOpening();
  if (keeper === undefined) {
    reportLoss("not-loaded");
    return;
  }
  const { count, offered } = await keeper.keepTab();
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
