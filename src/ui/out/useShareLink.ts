import { useEffect } from "react";
import { Workspace } from "../workspace/panesLater";

/**
 * Opens what the address holds, when the page is loaded and whenever it changes; the address is cleaned then,
 * so that a reload opens nothing twice.
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
