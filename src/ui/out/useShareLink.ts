import { useEffect } from "react";
import { Workspace } from "../workspace/panesLater";

/**
 * Opens the payload in the address, when the page loads and whenever the address changes. The address is then
 * cleared, so that a reload does not open it again.
 */
export function useShareLink(): void {
  useEffect(() => {
    const follow = (): void => {
      const { hash } = location;
      if (!hash.startsWith("#p=")) return;
      history.replaceState(null, "", location.pathname + location.search);
      void Promise.all([import("./openLink"), Workspace.load()]).then(([{ openLink }]) => openLink(hash));
    };
    follow();
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
}
