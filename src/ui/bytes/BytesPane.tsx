import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef } from "react";
import { listPatchedRanges, type Patch } from "../../bytes/patch";
import type { ByteRange } from "../../bytes/range";
import type { LinkedDocument } from "../../document/open";
import type { Editing } from "../../store/editing";
import { useInspector } from "../../store/inspector";
import { tokenAt, tokenRange } from "../../wbxml/tokenTable";
import { ByteDetails } from "./ByteDetails";
import { BytesRow, ROW_HEIGHT } from "./BytesRow";
import { caretAt, type WriteMode } from "./byteEdits";
import { useWriting, WritingLine } from "./useWriting";
import "./bytes.css";

interface Props {
  readonly editing: Editing;
  /** The patches from the original payload to the current one. */
  readonly changes: readonly Patch[];
  /** Bytes per row. */
  readonly width: number;
}

/**
 * More rows than are ever in view. The elements of a row that scrolls out of view are reused for the row this
 * many further on.
 */
const ROWS_KEPT = 256;

/**
 * The bytes of a payload, with their kinds shown by colour and line; only the rows in view are drawn. Bytes
 * can be overwritten, inserted and deleted.
 */
export function BytesPane({ editing, changes, width }: Props) {
  const { document, original } = editing;
  const { bytes } = document;
  const changed = useMemo(() => listPatchedRanges(changes), [changes]);
  const { scroller, virtual, count, selection, at, go } = useByteRows(bytes.length, width);
  const writing = useWriting(go);
  const rows = virtual.getVirtualItems();
  const isDrawn = at >= 0 && at < bytes.length && rows.some(({ index }) => index === Math.floor(at / width));
  const onKey = (event: KeyboardEvent): void => {
    if (writing.onKey(event)) return;
    const { mode } = writing;
    onBytesKey(event, { mode, length: bytes.length, width, range: selection?.range, at }, go);
  };
  const onClick = (event: MouseEvent): void => {
    const offset = findOffset(event.target);
    if (offset !== undefined)
      go(...resolveClick(document, offset, event.shiftKey ? selection?.range : undefined));
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
        onKeyDown={onKey}
        onCopy={writing.onCopy}
        onPaste={writing.onPaste}
        onBlur={writing.giveUp}
        onPointerMove={(event) => hoverToken(document, event.target)}
        onPointerLeave={() => useInspector.getState().point(undefined, "bytes")}
        onClick={onClick}
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

/**
 * The rows of a payload's bytes, which scroll to a selection made in another pane, and a function that goes
 * to a range. `at` is the byte that the keys move from, or -1 if nothing is selected.
 */
function useByteRows(length: number, width: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const count = Math.max(1, Math.ceil(length / width));
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 4,
  });
  const selection = useInspector((state) => state.selection);
  const at = selection?.at ?? selection?.range.start ?? -1;

  useEffect(() => {
    if (at >= 0 && selection?.by !== "bytes")
      virtual.scrollToIndex(Math.floor(at / width), { align: "auto" });
  }, [at, selection?.by, virtual, width]);

  const go = (range: ByteRange, caret?: number): void => {
    useInspector.getState().select(range, "bytes", caret);
    virtual.scrollToIndex(Math.floor((caret ?? range.start) / width), { align: "auto" });
  };
  return { scroller, virtual, count, selection, at, go };
}

/** Makes the token under the pointer the hovered one in all panes. */
function hoverToken({ tree: { tokens } }: LinkedDocument, target: EventTarget): void {
  const offset = findOffset(target);
  const token = offset === undefined ? -1 : tokenAt(tokens, offset);
  useInspector.getState().point(token < 0 ? undefined : tokenRange(tokens, token), "bytes");
}

function findOffset(target: EventTarget): number | undefined {
  const offset = target instanceof HTMLElement ? target.dataset["offset"] : undefined;
  return offset === undefined ? undefined : Number(offset);
}

/**
 * What a click selects: the token that the byte belongs to, with the caret on the byte. With Shift:
 * everything from the selection to the byte.
 */
function resolveClick(
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
  /** The byte that the keys move from. */
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
    go(extendRange(range, Math.sign(target - at), Math.abs(step ?? length), length));
  else go(caretAt(target, mode, length));
}

/** A selection with its end moved by a number of bytes. At least one byte stays selected. */
function extendRange({ start, end }: ByteRange, direction: number, by: number, length: number): ByteRange {
  return { start, end: Math.max(start + 1, Math.min(length, end + direction * by)) };
}
