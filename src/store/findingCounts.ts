import { create } from "zustand";
import type { FindingCounts } from "../worker/lintMessages";
import type { OpenCapture } from "./inspector";
import { getIdentity } from "./openState";

/** How many findings the open captures have, as far as the worker has counted them. */
interface Counted {
  /** The findings of a capture; `undefined` if they were not counted. */
  readonly find: (open: OpenCapture) => FindingCounts | undefined;
}

const counts = new WeakMap<object, FindingCounts>();

/** The findings of open captures. `find` is another function whenever something was counted. */
export const useFindingCounts = create<Counted>()(() => ({ find: findCounts }));

function findCounts(open: OpenCapture): FindingCounts | undefined {
  return counts.get(getIdentity(open));
}

/** Takes what the worker has counted: the captures of a conversation, and the findings of each. */
export function setFindingCounts(
  captures: readonly OpenCapture[],
  counted: readonly (readonly [index: number, counts: FindingCounts])[],
): void {
  for (const [index, own] of counted) {
    const open = captures[index];
    if (open !== undefined) counts.set(getIdentity(open), own);
  }
  useFindingCounts.setState({ find: (open) => findCounts(open) });
}
