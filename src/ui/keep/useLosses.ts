import { useEffect } from "react";
import { listLosses, onLoss, type ReportedLoss } from "../../browser/losses";
import { useInspector } from "../../store/inspector";
import { lastingToast, toast } from "../kit/toast/toasts";
import { LASTING_LOSSES, RELOAD_LOSSES, writeLoss } from "./lossTexts";

/**
 * Says what the browser does not keep: each loss once. What would be lost by a reload is said when something
 * is open; then the browser also asks before the page goes away.
 */
export function useLosses(): void {
  useEffect(() => {
    const waiting: ReportedLoss[] = [];
    const isOpen = (): boolean => useInspector.getState().captures.length > 0;
    const say = (loss: ReportedLoss): void => {
      const text = writeLoss(loss);
      if (LASTING_LOSSES.includes(loss.loss)) lastingToast(text);
      else toast(text);
      useInspector.getState().announce(text);
    };
    const sayWaiting = (): void => {
      if (isOpen()) waiting.splice(0).forEach(say);
    };
    const endLosses = onLoss((loss) => {
      if (RELOAD_LOSSES.includes(loss.loss)) waiting.push(loss);
      else say(loss);
      sayWaiting();
    });
    const endOpen = useInspector.subscribe(sayWaiting);
    const onLeave = (event: BeforeUnloadEvent): void => {
      if (isOpen() && listLosses().some(({ loss }) => RELOAD_LOSSES.includes(loss))) event.preventDefault();
    };
    addEventListener("beforeunload", onLeave);
    return () => {
      endLosses();
      endOpen();
      removeEventListener("beforeunload", onLeave);
    };
  }, []);
}
