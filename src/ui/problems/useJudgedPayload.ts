import { useMemo } from "react";
import { useLintResult } from "../../store/linting";
import type { JudgedPayload } from "./expanded";

const NO_BYTES = new Uint8Array(0);
const NOTHING: JudgedPayload = { origin: {}, bytes: NO_BYTES };

/** The payload that the findings are about, as it was when the rules looked at it. */
export function useJudgedPayload(): JudgedPayload {
  const result = useLintResult((state) => state.result);
  return useMemo(() => {
    if (result === undefined) return NOTHING;
    const { editing, open } = result;
    return editing === undefined
      ? { origin: open, bytes: NO_BYTES }
      : { origin: editing.original, bytes: editing.document.bytes };
  }, [result]);
}
