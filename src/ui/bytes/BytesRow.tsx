import { memo, useMemo } from "react";
import { listByteNames } from "../../assist/byteNames";
import { formatByte, formatHex } from "../../bytes/hex";
import type { ByteRange } from "../../bytes/range";
import type { LinkedDocument } from "../../document/open";
import { useInspector } from "../../store/inspector";
import { joinClasses } from "../kit/joinClasses";
import { cellKinds, cutRanges, printable } from "./cells";
import { countGaps } from "./columns";

interface RowProps {
  readonly document: LinkedDocument;
  readonly changed: readonly ByteRange[];
  readonly index: number;
  readonly columns: number;
  /** How many digits an offset has. */
  readonly digits: number;
  /** The height of the row and its top edge in the scrolled element, in pixels. */
  readonly height: number;
  readonly top: number;
}

/** One row: its offset, its bytes in hexadecimal, and the same bytes as text. */
export const BytesRow = memo(function BytesRow(props: RowProps) {
  const { document, changed, index, columns, digits, height, top } = props;
  const start = index * columns;
  const row = Array.from(document.bytes.subarray(start, start + columns));
  const end = start + row.length;
  const { isSelected, classes, descriptions } = useCells(document, changed, start, end);
  return (
    <div
      className="bytes-row"
      role="row"
      aria-rowindex={index + 1}
      style={{ transform: `translateY(${top}px)`, height }}
    >
      <span className="bytes-offset" role="rowheader">
        {formatHex(start, digits)}
      </span>
      {row.map((byte, i) => (
        <span
          key={i}
          id={`byte-${start + i}`}
          role="gridcell"
          aria-selected={isSelected(start + i)}
          {...descriptions[i]}
          data-offset={start + i}
          className={classes[i]}
        >
          {formatByte(byte)}
        </span>
      ))}
      <span className="bytes-text" aria-hidden="true" style={{ marginLeft: placeText(columns, row.length) }}>
        {row.map((byte, i) => (
          <span key={i} data-offset={start + i} className={classes[i]}>
            {printable(byte)}
          </span>
        ))}
      </span>
    </div>
  );
});

/** The room between the last byte of a row and its text, which begins in the same place in all rows. */
function placeText(columns: number, bytes: number): string {
  const gaps = countGaps(columns) - countGaps(bytes);
  return `calc(${columns - bytes} * var(--byte-cell) + ${gaps * 8 + 16}px)`;
}

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
  const changedHere = useMemo(() => cutRanges(changed, start, end), [changed, start, end]);
  const descriptions = useMemo(() => {
    const names = listByteNames(document, start, end);
    return names.map((name, i) => ({
      "aria-description": isIn(changedHere, start + i) ? `${name}, changed` : name,
    }));
  }, [document, changedHere, start, end]);
  const [selectedFrom = 0, selectedTo = 0] = selected.split(" ").map(Number);
  const [hoveredFrom = 0, hoveredTo = 0] = hovered.split(" ").map(Number);
  const isSelected = (at: number): boolean => at >= selectedFrom && at < selectedTo;
  const classes = Array.from({ length: end - start }, (_, i) => {
    const at = start + i;
    return joinClasses("byte", `is-${kinds[i] ?? "operand"}`, {
      "is-selected": isSelected(at),
      "is-hovered": at >= hoveredFrom && at < hoveredTo,
      "is-changed": isIn(changedHere, at),
      "is-caret": at === caret,
    });
  });
  return { isSelected, classes, descriptions };
}

function isIn(ranges: readonly ByteRange[], at: number): boolean {
  return ranges.some(({ start, end }) => at >= start && at < end);
}

/** The part of a range that is in a row, as a string to compare; "" if there is none. */
function within(range: ByteRange | undefined, start: number, end: number): string {
  if (range === undefined || range.end <= start || range.start >= end) return "";
  return `${Math.max(range.start, start)} ${Math.min(range.end, end)}`;
}
