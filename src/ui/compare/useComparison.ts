import { useEffect, useMemo, useState } from "react";
import {
  type Compared,
  CompareError,
  compareAside,
  compareAtOnce,
  isComparedAtOnce,
} from "../../store/compareClient";
import { keepOriginal } from "../history/originals";
import { isOriginalOf, type Side } from "./sides";

/** How the comparison of two payloads goes on. */
export type Comparing =
  | { readonly kind: "running"; readonly cancel: () => void }
  /** It was cancelled, or an error occurred: then with the reason, as a clause. */
  | { readonly kind: "stopped"; readonly reason: string | undefined; readonly retry: () => void }
  | { readonly kind: "done"; readonly compared: Compared };

/** What came of a comparison in the worker. */
interface Outcome {
  readonly left: Side;
  readonly right: Side;
  readonly compared: Compared | undefined;
  readonly reason?: string;
}

/** Compares two payloads: small ones at once, large ones in the worker. */
export function useComparison(left: Side, right: Side): Comparing {
  const atOnce = useMemo(
    () => (isComparedAtOnce(left, right) ? compareAtOnce(left, right) : undefined),
    [left, right],
  );
  const [outcome, setOutcome] = useState<Outcome>();
  const known = outcome?.left === left && outcome.right === right ? outcome : undefined;
  const isRunning = atOnce === undefined && known === undefined;
  useEffect(() => {
    if (!isRunning) return;
    const controller = new AbortController();
    void compareLarge(left, right, controller.signal).then((next) => {
      if (next !== undefined) setOutcome(next);
    });
    return () => controller.abort();
  }, [isRunning, left, right]);
  const compared = atOnce ?? known?.compared;
  useEffect(() => {
    if (compared !== undefined && isOriginalOf(left, right)) keepOriginal(compared.first);
  }, [compared, left, right]);
  if (compared !== undefined) return { kind: "done", compared };
  if (known === undefined)
    return { kind: "running", cancel: () => setOutcome({ left, right, compared: undefined }) };
  return { kind: "stopped", reason: known.reason, retry: () => setOutcome(undefined) };
}

/** `undefined` if it was cancelled. */
async function compareLarge(left: Side, right: Side, signal: AbortSignal): Promise<Outcome | undefined> {
  try {
    return { left, right, compared: await compareAside(left, right, signal) };
  } catch (error) {
    if (signal.aborted) return undefined;
    if (!(error instanceof CompareError)) throw error;
    return { left, right, compared: undefined, reason: error.message };
  }
}
