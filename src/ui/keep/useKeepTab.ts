import { useEffect } from "react";
import { useInspector } from "../../store/inspector";
import { toast } from "../toast/toasts";

/** What the tab had open before a reload or a crash is there again, and what it has open now will be. */
export function useKeepTab(): void {
  useEffect(() => {
    void import("../../store/keep/keepTab").then(async ({ keepTab }) => {
      const count = await keepTab(toast);
      if (count > 0)
        useInspector
          .getState()
          .announce(
            `${count} ${count === 1 ? "capture is" : "captures are"} there again from before the reload`,
          );
    });
  }, []);
}
