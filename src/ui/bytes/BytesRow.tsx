import { memo, useMemo } from "react";
import { formatByte, formatHex } from "../../bytes/hex";
import type { ByteRange } from "../../bytes/range";
import type { LinkedDocument } from "../../document/open";
import { useInspector } from "../../store/inspector";
import { joinClasses } from "../kit/joinClasses";
import { cellKinds, printable } from "./cells";

/** The height of a row, in pixels. */
export const ROW_HEIGHT = 22;

interface RowProps {
  readonly document: LinkedDocument;
  readonly changed: readonly ByteRange[];
  readonly index: number;
  readonly width: number;
  readonly top: number;
}

/** One row: its offset, its bytes in hexadecimal, and the same bytes as text. */
export const BytesRow = memo(function BytesRow({ document, changed, index, width, top }: RowProps) {
  const start = index * width;
  const row = Array.from(document.bytes.subarray(start, start + width));
  const { isSelected, classes } = useCells(document, changed, start, start + row.length);
  return (
    <div
      className="bytes-row"
      role="row"
      aria-rowindex={index + 1}
      style={{ transform: `translateY(${top}px)`, height: ROW_HEIGHT }}
    >
      <span className="bytes-offset" role="rowheader">
        {formatHex(start)}
      </span>
      {row.map((byte, i) => (
        <span
          key={i}
          id={`byte-${start + i}`}
          role="gridcell"
          aria-selected={isSelected(start + i)}
          data-offset={start + i}
          className={classes[i]}
        >
          {formatByte(byte)}
        </span>
      ))}
      <span
        className="bytes-text"
        aria-hidden="true"
        style={{ marginLeft: `calc(${(width - row.length) * 3}ch + 2ch)` }}
      >
        {row.map((byte, i) => (
          <span key={i} data-offset={start + i} className={classes[i]}>
            {printable(byte)}
          </span>
        ))}
      </span>
    </div>
  );
});

/**
 * The appearance of the bytes from `start` to `end`. A row is drawn again only when the appearance of one of
 * them changes.
 */
function useCells(document: LinkedDocument, changed: readonly ByteRange[], start: number, end: number) {
  const selected = useInspector(({ selection }) => within(selection?.range, start, end));
  const hovered = useInspector(({ hover }) => within(hover?.range, start, end));
  const caret = useInspector(({ selection }) => {
    const at =
      selection?.at ??
      (selection !== undefined && selection.range.end - selection.range.start <= 1
        ? selection.range.start
        : -1);
    return at >= start && at < end ? at : -1;
  });
  const kinds = useMemo(() => cellKinds(document.tree.tokens, start, end), [document, start, end]);
  const [selectedFrom = 0, selectedTo = 0] = selected.split(" ").map(Number);
  const [hoveredFrom = 0, hoveredTo = 0] = hovered.split(" ").map(Number);
  const isSelected = (at: number): boolean => at >= selectedFrom && at < selectedTo;
  const classes = Array.from({ length: end - start }, (_, i) => {
    const at = start + i;
    return joinClasses("byte", `is-${kinds[i] ?? "operand"}`, {
      "is-selected": isSelected(at),
      "is-hovered": at >= hoveredFrom && at < hoveredTo,
      "is-changed": changed.some((range) => at >= range.start && at < range.end),
      "is-caret": at === caret,
    });
  });
  return { isSelected, classes };
}

/** The part of a range that is in a row, as a string to compare; "" if there is none. */
function within(range: ByteRange | undefined, start: number, end: number): string {
  if (range === undefined || range.end <= start || range.start >= end) return "";
  return `${Math.max(range.start, start)} ${Math.min(range.end, end)}`;
}
