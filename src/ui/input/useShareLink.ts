import { useEffect } from "react";
import { beginOpening, endedWhileOpening } from "../../store/keep/unfinished";
import { laterCode } from "../kit/load/laterCode";
import { lastingToast } from "../kit/toast/toasts";
import { loadPanes } from "./panesCode";

const linkOpening = laterCode(() => import("./openLink"));

function open(hash: string): void {
  beginOpening();
  void Promise.all([linkOpening.load(), loadPanes()]).then(([{ openLink }]) => openLink(hash));
}

/**
 * Opens the payload in the address, when the page loads and whenever the address changes. The address is then
 * cleared, so that a reload does not open it again. If the tab ended the last time it was opening something,
 * the user is asked first.
 */
export function useShareLink(): void {
  useEffect(() => {
    let isStart = true;
    const follow = (): void => {
      const { hash } = location;
      if (!hash.startsWith("#p=")) return;
      history.replaceState(null, "", location.pathname + location.search);
      if (isStart && endedWhileOpening())
        lastingToast(
          "This tab ended or was reloaded before it had finished opening a payload. The payload in the " +
            "link has not been opened, because it could be the same one.",
          { title: "Open it", run: () => open(hash) },
        );
      else open(hash);
    };
    follow();
    isStart = false;
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
}
