import { useEffect, useMemo, useState } from "react";
import { runAtOnce, type Steps, yieldThread } from "../../formats/pace";

/** How many bytes are the same at the start of two, and at the end of what follows. */
export interface CommonEnds {
  readonly head: number;
  readonly tail: number;
}

/** So many bytes are compared before the page gets its turn. */
const TURN = 1 << 20;

/** Finds what two have in common at both ends, with a step after each megabyte. */
export function* findCommonEnds(left: Uint8Array, right: Uint8Array): Steps<CommonEnds> {
  const most = Math.min(left.length, right.length);
  let head = 0;
  while (head < most && left[head] === right[head]) if (++head % TURN === 0) yield head / most;
  let tail = 0;
  const [endLeft, endRight] = [left.length - 1, right.length - 1];
  while (tail < most - head && left[endLeft - tail] === right[endRight - tail])
    if (++tail % TURN === 0) yield (head + tail) / most;
  return { head, tail };
}

const NONE = new Uint8Array();

/** What two have in common; of long ones `undefined` until it is known. A missing one has no bytes. */
export function useCommonEnds(left: Uint8Array = NONE, right: Uint8Array = NONE): CommonEnds | undefined {
  const isLong = Math.min(left.length, right.length) > TURN;
  const atOnce = useMemo(
    () => (isLong ? undefined : runAtOnce(findCommonEnds(left, right))),
    [isLong, left, right],
  );
  const [found, setFound] = useState<{ left: Uint8Array; right: Uint8Array; ends: CommonEnds }>();
  useEffect(() => {
    if (!isLong) return;
    const controller = new AbortController();
    const find = async ({ signal }: AbortController): Promise<void> => {
      const steps = findCommonEnds(left, right);
      let step = steps.next();
      for (; step.done !== true && !signal.aborted; step = steps.next()) await yieldThread();
      if (step.done === true && !signal.aborted) setFound({ left, right, ends: step.value });
    };
    void find(controller);
    return () => controller.abort();
  }, [isLong, left, right]);
  return atOnce ?? (found?.left === left && found.right === right ? found.ends : undefined);
}
