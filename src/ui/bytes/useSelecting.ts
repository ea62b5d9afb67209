import { useEffect, useLayoutEffect, useState } from "react";
import type { ByteRange } from "../../bytes/range";
import { type Inspector, useInspector } from "../../store/inspector";
import { type Rows, useRows } from "../kit/rows/useRows";
import { clampSpan, type Span, toRange } from "./span";
import type { Layout } from "./useFit";

/** How a range is extended. */
interface Extending {
  /** Whether the range has handles to drag with a finger. */
  readonly hasHandles?: boolean;
  /** Whether the byte that it extends to is scrolled into view. */
  readonly scrolls?: boolean;
}

/** A range that was extended in this pane. */
interface Extended extends Span {
  readonly range: ByteRange;
  readonly hasHandles: boolean;
}

/** The rows of a payload's bytes, and what is selected in them. */
export interface Selecting extends Rows {
  /** The number of rows. */
  readonly count: number;
  readonly selection: Inspector["selection"];
  /** The selected byte, or the first of them; -1 if nothing is selected. */
  readonly at: number;
  /** The byte that the keys move from; -1 if nothing is selected. */
  readonly focus: number;
  /** The selected range, if it was extended in this pane. */
  readonly extended: Extended | undefined;
  /** Selects a range, with the caret on one of its bytes, and scrolls there. */
  readonly go: (range: ByteRange, caret?: number) => void;
  /** Selects what is between two bytes, for the keys to extend. */
  readonly extend: (span: Span, how?: Extending) => void;
}

/** Selects bytes of a payload of `length` bytes; scrolls to what is selected in another pane. */
export function useSelecting(length: number, { columns, height }: Layout): Selecting {
  const selection = useInspector((state) => state.selection);
  const [last, setLast] = useState<Extended>();
  const extended = last !== undefined && isSelected(last, selection) ? last : undefined;
  const at = selection?.at ?? selection?.range.start ?? -1;
  const focus = extended?.focus ?? at;
  const count = Math.max(1, Math.ceil(length / columns));
  const rows = useRows({ count, height, active: Math.floor(focus / columns) });
  const { scrollTo } = rows;

  useLayoutEffect(() => {
    if (at >= 0 && selection?.by !== "bytes") scrollTo(Math.floor(at / columns));
  }, [at, selection?.by, scrollTo, columns]);
  useEffect(() => {
    // in other columns, the selected bytes stand elsewhere
    const { selection: now } = useInspector.getState();
    if (now !== undefined) scrollTo(Math.floor((now.at ?? now.range.start) / columns));
  }, [columns, scrollTo]);

  const go = (range: ByteRange, caret?: number): void => {
    useInspector.getState().select(range, "bytes", caret);
    scrollTo(Math.floor((caret ?? range.start) / columns));
  };
  const extend = (wanted: Span, { hasHandles = false, scrolls = false }: Extending = {}): void => {
    if (length === 0) return;
    const span = clampSpan(wanted, length);
    const range = toRange(span);
    setLast({ ...span, range, hasHandles });
    useInspector.getState().select(range, "bytes");
    if (scrolls) scrollTo(Math.floor(span.focus / columns));
  };
  return { ...rows, count, selection, at, focus, extended, go, extend };
}

function isSelected({ range }: Extended, selection: Inspector["selection"]): boolean {
  return (
    selection?.by === "bytes" &&
    selection.at === undefined &&
    selection.range.start === range.start &&
    selection.range.end === range.end
  );
}
