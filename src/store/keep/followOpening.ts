import { type CancelIdle, whenIdle } from "../../browser/idle";
import { useInspector } from "../inspector";
import { useLintResult } from "../linting";
import { beginOpening, finishOpening, isOpening } from "./unfinished";

/**
 * A page that has not run for this long when it goes away has stood still, in milliseconds. Otherwise it was
 * simply reloaded or left, and what it was opening can be opened again.
 */
const STANDSTILL = 3000;
const BEAT = 500;

/** When opening counts as finished even if the rules are still at work, in milliseconds. */
const MAX_OPENING = 10_000;

/** Marks the tab whenever something is opened, until the returned function is called. */
export function followOpening(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let cancelIdle: CancelIdle | undefined;
  const stopWaiting = (): void => {
    clearTimeout(timer);
    cancelIdle?.();
  };
  const finish = (): void => {
    stopWaiting();
    finishOpening();
  };
  const begin = (): void => {
    beginOpening();
    stopWaiting();
    timer = setTimeout(() => {
      cancelIdle = whenIdle(finish, MAX_OPENING);
    }, MAX_OPENING);
  };
  const endOpening = useInspector.subscribe((state, before) => {
    const { busy, sources, current, captures } = state;
    const starts = busy !== undefined && before.busy === undefined;
    if (starts || sources !== before.sources || current !== before.current) begin();
    if (busy === undefined && captures.length === 0) finish();
  });
  const endJudging = useLintResult.subscribe(({ result, failure }) => {
    const { captures, current, busy } = useInspector.getState();
    if (busy === undefined && (failure !== undefined || result?.open === captures[current])) finish();
  });
  let lastBeat = performance.now();
  const beat = setInterval(() => {
    lastBeat = performance.now();
  }, BEAT);
  const onHide = (): void => {
    if (performance.now() - lastBeat < STANDSTILL) finish();
  };
  addEventListener("pagehide", onHide);
  if (isOpening()) begin();
  return () => {
    removeEventListener("pagehide", onHide);
    clearInterval(beat);
    endOpening();
    endJudging();
    stopWaiting();
  };
}
