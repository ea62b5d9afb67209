import { useEffect } from "react";
import { type CancelIdle, whenIdle } from "../../../browser/idle";
import { ignoreLoadError } from "../crash/crashes";

/** The longest that a stage waits for an idle moment, in milliseconds. */
const MAX_IDLE_WAIT = 2000;

/** Loads what will be needed, stage by stage, whenever the browser is idle. */
export function usePreload(stages: readonly (() => Promise<unknown>)[]): void {
  useEffect(() => {
    let cancel: CancelIdle | undefined;
    const next = (stage: number): void => {
      const load = stages[stage];
      if (load === undefined) return;
      const run = async (): Promise<void> => {
        await load().catch(ignoreLoadError); // it is asked for again when it is needed
        next(stage + 1);
      };
      cancel = whenIdle(() => void run(), MAX_IDLE_WAIT);
    };
    next(0);
    return () => cancel?.();
  }, [stages]);
}
