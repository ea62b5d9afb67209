import { type CancelIdle, whenIdle } from "../../browser/idle";
import { useInspector } from "../inspector";
import { useLintResult } from "../linting";
import { beginOpening, finishOpening, isOpening } from "./unfinished";

/**
 * A page that has not run for this long has stood still, in milliseconds. If it did not while it was opening
 * something, it was simply reloaded or left, and the same can be opened again.
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
  let lastBeat = performance.now();
  let stoodStill = false;
  const beat = (): void => {
    const now = performance.now();
    stoodStill ||= now - lastBeat > STANDSTILL;
    lastBeat = now;
  };
  const begin = (): void => {
    beat();
    stoodStill = false;
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
  const beats = setInterval(beat, BEAT);
  const onHide = (): void => {
    beat();
    if (!stoodStill) finish();
  };
  addEventListener("pagehide", onHide);
  if (isOpening()) begin();
  return () => {
    removeEventListener("pagehide", onHide);
    clearInterval(beats);
    endOpening();
    endJudging();
    stopWaiting();
  };
}
