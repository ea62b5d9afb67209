import { type RefObject, useLayoutEffect, useMemo, useRef } from "react";
import { applyFixInPage } from "./applyFix";
import {
  type FindingPlace,
  isSamePlace,
  type JudgedPayload,
  movePlaces,
  placeOf,
  setExpanded,
} from "./expanded";
import type { FindingActions } from "./FindingRow";
import { goToFinding } from "./goToFinding";
import type { Finding } from "./listFindings";

interface Shown {
  readonly pane: RefObject<HTMLElement | null>;
  readonly listed: readonly Finding[];
  readonly payload: JudgedPayload;
}

/** Where the focus goes after a fix: the finding after it, in the bytes before the fix. */
interface FocusAfter {
  readonly payload: JudgedPayload;
  readonly next: FindingPlace | undefined;
}

/**
 * What the rows of the list do. A fix hides the details of its finding and moves the focus to the next one,
 * or if there is none, to the message that nothing is wrong.
 */
export function useFindingActions(shown: Shown): FindingActions {
  const latest = useRef(shown);
  const after = useRef<FocusAfter>(undefined);
  useLayoutEffect(() => {
    latest.current = shown;
    const wanted = after.current;
    if (wanted === undefined || shown.payload.bytes === wanted.payload.bytes) return;
    after.current = undefined;
    if (shown.payload.origin === wanted.payload.origin) moveFocus(shown, wanted);
  }, [shown]);
  return useMemo(
    () => ({
      go: (finding) => goToFinding(finding, latest.current.listed),
      expand: (finding, isOpen) =>
        setExpanded(latest.current.payload, placeOf(finding, latest.current.listed), isOpen),
      fix: (finding, fix) => {
        const { listed, payload, pane } = latest.current;
        const index = listed.indexOf(finding);
        const next = listed[index + 1] ?? listed[index - 1];
        after.current = { payload, next: next && placeOf(next, listed) };
        setExpanded(payload, placeOf(finding, listed), false);
        if (next !== undefined) listMain(pane.current)[listed.indexOf(next)]?.focus();
        void applyFixInPage([fix]);
      },
    }),
    [],
  );
}

function listMain(pane: HTMLElement | null): readonly HTMLElement[] {
  return [...(pane?.querySelectorAll<HTMLElement>(".problem-main") ?? [])];
}

/** Moves the focus after a fix, unless the user has moved it out of the pane meanwhile. */
function moveFocus({ pane, listed, payload }: Shown, { payload: before, next }: FocusAfter): void {
  const active = document.activeElement;
  if (active !== document.body && pane.current?.contains(active) !== true) return;
  const [place] =
    next === undefined ? [] : movePlaces({ bytes: before.bytes, places: [next] }, payload.bytes);
  const index = listed.findIndex((one) => place !== undefined && isSamePlace(place, placeOf(one, listed)));
  const target = listMain(pane.current)[Math.max(index, 0)];
  (target ?? pane.current?.querySelector<HTMLElement>(".problems-none"))?.focus();
}
