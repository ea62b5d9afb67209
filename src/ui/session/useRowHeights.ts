import { useSyncExternalStore } from "react";
import type { RowHeights } from "./listRows";

const NARROW = "(max-width: 899px)";
const WIDE_ROWS: RowHeights = { source: 28, conversation: 40, exchange: 40 };
const TABLE_ROWS: RowHeights = { source: 28, conversation: 28, exchange: 28 };
/** Rows for fingers, on a page under 900 px. */
const NARROW_ROWS: RowHeights = { source: 44, conversation: 52, exchange: 60 };

function subscribe(onChange: () => void): () => void {
  const query = matchMedia(NARROW);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}

/** The heights of the rows at the present width of the page, or in a table. */
export function useRowHeights(isTable: boolean): RowHeights {
  const heights = useSyncExternalStore(subscribe, () =>
    matchMedia(NARROW).matches ? NARROW_ROWS : WIDE_ROWS,
  );
  return isTable ? TABLE_ROWS : heights;
}
