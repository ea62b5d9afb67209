import { useEffect } from "react";
import { formatCount } from "../../eas/values/reading";
import { useInspector } from "../../store/inspector";

/** Restores what the tab had open before a reload, and keeps what it has open from now on. */
export function useKeepTab(): void {
  useEffect(() => {
    void import("../../store/keep/keepTab").then(async ({ keepTab }) => {
      const count = await keepTab();
      if (count > 0)
        useInspector.getState().announce(`Restored ${formatCount(count, "capture")} from before the reload`);
    });
  }, []);
}
