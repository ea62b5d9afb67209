import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, memo, type PointerEvent, useEffect, useMemo, useRef } from "react";
import { hexByte, hexOffset } from "../../bytes/hex";
import { type Patch, patchedRanges } from "../../bytes/patch";
import type { ByteRange } from "../../bytes/range";
import type { LinkedDocument } from "../../document/open";
import type { Editing } from "../../store/editing";
import { useInspector } from "../../store/inspector";
import { tokenAt, tokenRange } from "../../wbxml/tokenTable";
import { ByteDetails } from "./ByteDetails";
import { caretAt, type WriteMode } from "./byteEdits";
import { cellKinds, printable } from "./cells";
import { useWriting, WritingLine } from "./useWriting";
import "./bytes.css";

const ROW_HEIGHT = 22;

interface Props {
  readonly editing: Editing;
  /** From the payload as it was opened to the one it is now. */
  readonly changes: readonly Patch[];
  /** Bytes in a row. */
  readonly width: number;
}

/**
 * More rows than are ever in view: a row that scrolls out lends its elements to the one that many further on.
 */
const ROWS_KEPT = 256;

/**
 * The bytes of a payload, what each is told apart by colour and line; only the rows in view are drawn. They
 * can be written over, put in, taken out.
 */
export function BytesPane({ editing, changes, width }: Props) {
  const { document, original } = editing;
  const { bytes } = document;
  const scroller = useRef<HTMLDivElement>(null);
  const count = Math.max(1, Math.ceil(bytes.length / width));
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 4,
  });
  const selection = useInspector((state) => state.selection);
  const changed = useMemo(() => patchedRanges(changes), [changes]);
  const at = selection?.at ?? selection?.range.start ?? -1;

  useEffect(() => {
    if (at >= 0 && selection?.by !== "bytes")
      virtual.scrollToIndex(Math.floor(at / width), { align: "auto" });
  }, [at, selection?.by, virtual, width]);

  const go = (range: ByteRange, caret?: number): void => {
    useInspector.getState().select(range, "bytes", caret);
    virtual.scrollToIndex(Math.floor((caret ?? range.start) / width), { align: "auto" });
  };
  const writing = useWriting(go);
  const rows = virtual.getVirtualItems();
  const isDrawn = at >= 0 && at < bytes.length && rows.some(({ index }) => index === Math.floor(at / width));
  const hovered = (event: PointerEvent): void => {
    const offset = offsetOf(event.target);
    const token = offset === undefined ? -1 : tokenAt(document.tree.tokens, offset);
    useInspector.getState().point(token < 0 ? undefined : tokenRange(document.tree.tokens, token), "bytes");
  };

  return (
    <div className="bytes-pane">
      <div
        ref={scroller}
        className={`bytes is-${writing.mode}`}
        role="grid"
        aria-label="Bytes"
        aria-rowcount={count}
        aria-multiselectable="true"
        tabIndex={0}
        aria-activedescendant={isDrawn ? `byte-${at}` : undefined}
        onKeyDown={(event) => {
          if (!writing.onKey(event))
            onBytesKey(
              event,
              { mode: writing.mode, length: bytes.length, width, range: selection?.range, at },
              go,
            );
        }}
        onCopy={writing.onCopy}
        onPaste={writing.onPaste}
        onBlur={writing.giveUp}
        onPointerMove={hovered}
        onPointerLeave={() => useInspector.getState().point(undefined, "bytes")}
        onClick={(event) => {
          const offset = offsetOf(event.target);
          if (offset !== undefined)
            go(...clicked(document, offset, event.shiftKey ? selection?.range : undefined));
        }}
      >
        <div className="virtual-space" style={{ height: virtual.getTotalSize() }} role="presentation">
          {rows.map(({ index, start }) => (
            <BytesRow
              key={index % ROWS_KEPT}
              document={document}
              changed={changed}
              index={index}
              width={width}
              top={start}
            />
          ))}
        </div>
      </div>
      <ByteDetails document={document} original={original} changes={changes} selection={selection} />
      <WritingLine writing={writing} hasSelection={selection !== undefined} />
    </div>
  );
}

function offsetOf(target: EventTarget): number | undefined {
  const offset = target instanceof HTMLElement ? target.dataset["offset"] : undefined;
  return offset === undefined ? undefined : Number(offset);
}

/**
 * A click selects the token that the byte belongs to, and the byte in it; with Shift, from the selection to
 * the byte.
 */
function clicked(
  { tree: { tokens } }: LinkedDocument,
  offset: number,
  from: ByteRange | undefined,
): [ByteRange, number?] {
  if (from !== undefined)
    return [{ start: Math.min(from.start, offset), end: Math.max(from.end, offset + 1) }];
  return [tokenRange(tokens, tokenAt(tokens, offset)), offset];
}

interface Walk {
  readonly mode: WriteMode;
  readonly length: number;
  readonly width: number;
  readonly range: ByteRange | undefined;
  /** The byte that the keys go from. */
  readonly at: number;
}

function onBytesKey(
  event: KeyboardEvent,
  { mode, length, width, range, at }: Walk,
  go: (range: ByteRange) => void,
): void {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -width,
    ArrowDown: width,
    PageUp: -16 * width,
    PageDown: 16 * width,
  };
  const ends: Readonly<Record<string, number>> = { Home: 0, End: mode === "insert" ? length : length - 1 };
  const step = steps[event.key];
  const target = step === undefined ? ends[event.key] : range === undefined ? 0 : at + step;
  if (target === undefined || length === 0 || event.metaKey || event.altKey || event.ctrlKey) return;
  event.preventDefault();
  if (event.shiftKey && range !== undefined)
    go(extended(range, Math.sign(target - at), Math.abs(step ?? length), length));
  else go(caretAt(target, mode, length));
}

/** A selection with its end moved by so many bytes; it keeps at least one. */
function extended({ start, end }: ByteRange, direction: number, by: number, length: number): ByteRange {
  return { start, end: Math.max(start + 1, Math.min(length, end + direction * by)) };
}

interface RowProps {
  readonly document: LinkedDocument;
  readonly changed: readonly ByteRange[];
  readonly index: number;
  readonly width: number;
  readonly top: number;
}

/** The part of a range that lies in a row, as one string to compare; "" where none does. */
function within(range: ByteRange | undefined, start: number, end: number): string {
  if (range === undefined || range.end <= start || range.start >= end) return "";
  return `${Math.max(range.start, start)} ${Math.min(range.end, end)}`;
}

const BytesRow = memo(function BytesRow({ document, changed, index, width, top }: RowProps) {
  const start = index * width;
  const end = Math.min(start + width, document.bytes.length);
  const selected = useInspector(({ selection }) => within(selection?.range, start, end));
  const caret = useInspector(({ selection }) => {
    const at =
      selection?.at ??
      (selection !== undefined && selection.range.end - selection.range.start <= 1
        ? selection.range.start
        : -1);
    return at >= start && at < end ? at : -1;
  });
  const hovered = useInspector(({ hover }) => within(hover?.range, start, end));
  const kinds = useMemo(() => cellKinds(document.tree.tokens, start, end), [document, start, end]);
  const [selectedFrom = 0, selectedTo = 0] = selected.split(" ").map(Number);
  const [hoveredFrom = 0, hoveredTo = 0] = hovered.split(" ").map(Number);
  const classOf = (i: number): string => {
    const at = start + i;
    const isChanged = changed.some((range) => at >= range.start && at < range.end);
    return (
      "byte " +
      `is-${kinds[i] ?? "operand"}${at >= selectedFrom && at < selectedTo ? " is-selected" : ""}${at >= hoveredFrom && at < hoveredTo ? " is-hovered" : ""}${isChanged ? " is-changed" : ""}${at === caret ? " is-caret" : ""}`
    );
  };
  const row = Array.from(document.bytes.subarray(start, end));
  return (
    <div
      className="bytes-row"
      role="row"
      aria-rowindex={index + 1}
      style={{ transform: `translateY(${top}px)`, height: ROW_HEIGHT }}
    >
      <span className="bytes-offset" role="rowheader">
        {hexOffset(start)}
      </span>
      {row.map((byte, i) => (
        <span
          key={i}
          id={`byte-${start + i}`}
          role="gridcell"
          aria-selected={start + i >= selectedFrom && start + i < selectedTo}
          data-offset={start + i}
          className={classOf(i)}
        >
          {hexByte(byte)}
        </span>
      ))}
      <span
        className="bytes-text"
        aria-hidden="true"
        style={{ marginLeft: `calc(${(width - row.length) * 3}ch + 2ch)` }}
      >
        {row.map((byte, i) => (
          <span key={i} data-offset={start + i} className={classOf(i)}>
            {printable(byte)}
          </span>
        ))}
      </span>
    </div>
  );
});
