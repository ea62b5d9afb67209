import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useMemo } from "react";
import { listPatchedRanges, type Patch } from "../../bytes/patch";
import type { ByteRange } from "../../bytes/range";
import type { LinkedDocument } from "../../document/open";
import type { Editing } from "../../store/editing";
import { type Inspector, useInspector } from "../../store/inspector";
import { tokenAt, tokenRange } from "../../wbxml/tokenTable";
import { type Rows, useRows } from "../kit/rows/useRows";
import { ByteDetails } from "./ByteDetails";
import { BytesRow, ROW_HEIGHT } from "./BytesRow";
import { caretAt } from "./byteEdits";
import { type Grid, readMovingKey } from "./keys";
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
  const { scroller, space, drawn, pageSize, count, selection, at, go } = useByteRows(bytes.length, width);
  const writing = useWriting(go);
  const onKey = (event: KeyboardEvent): void => {
    if (writing.onKey(event)) return;
    const { mode } = writing;
    onBytesKey(event, { mode, length: bytes.length, width, range: selection?.range, at, pageSize }, go);
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
        aria-activedescendant={at >= 0 && at < bytes.length ? `byte-${at}` : undefined}
        onKeyDown={onKey}
        onCopy={writing.onCopy}
        onPaste={writing.onPaste}
        onBlur={writing.giveUp}
        onPointerMove={(event) => hoverToken(document, event.target)}
        onPointerLeave={() => useInspector.getState().point(undefined, "bytes")}
        onClick={onClick}
      >
        <div className="virtual-space" style={{ height: space }} role="presentation">
          {drawn.map(({ index, top }) => (
            <BytesRow
              key={top < 0 ? "apart" : index % ROWS_KEPT}
              document={document}
              changed={changed}
              index={index}
              width={width}
              top={top}
            />
          ))}
        </div>
      </div>
      <ByteDetails document={document} original={original} changes={changes} selection={selection} />
      <WritingLine writing={writing} hasSelection={selection !== undefined} />
    </div>
  );
}

interface ByteRows extends Rows {
  readonly count: number;
  readonly selection: Inspector["selection"];
  readonly at: number;
  readonly go: (range: ByteRange, caret?: number) => void;
}

/**
 * The rows of a payload's bytes, which scroll to a selection made in another pane, and a function that goes
 * to a range. `at` is the byte that the keys move from, or -1 if nothing is selected.
 */
function useByteRows(length: number, width: number): ByteRows {
  const count = Math.max(1, Math.ceil(length / width));
  const selection = useInspector((state) => state.selection);
  const at = selection?.at ?? selection?.range.start ?? -1;
  const rows = useRows({ count, height: ROW_HEIGHT, active: Math.floor(at / width) });
  const { scrollTo } = rows;

  useLayoutEffect(() => {
    if (at >= 0 && selection?.by !== "bytes") scrollTo(Math.floor(at / width));
  }, [at, selection?.by, scrollTo, width]);

  const go = (range: ByteRange, caret?: number): void => {
    useInspector.getState().select(range, "bytes", caret);
    scrollTo(Math.floor((caret ?? range.start) / width));
  };
  return { ...rows, count, selection, at, go };
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

interface Walk extends Grid {
  readonly range: ByteRange | undefined;
  /** The byte that the keys move from. */
  readonly at: number;
}

function onBytesKey(
  event: KeyboardEvent,
  { range, at, ...grid }: Walk,
  go: (range: ByteRange) => void,
): void {
  const { mode, length } = grid;
  const move = readMovingKey(event.key, grid);
  if (move === undefined || length === 0 || event.metaKey || event.altKey || event.ctrlKey) return;
  const target = "to" in move ? move.to : range === undefined ? 0 : at + move.by;
  event.preventDefault();
  if (event.shiftKey && range !== undefined)
    go(extendRange(range, Math.sign(target - at), "by" in move ? Math.abs(move.by) : length, length));
  else go(caretAt(target, mode, length));
}

/** A selection with its end moved by a number of bytes. At least one byte stays selected. */
function extendRange({ start, end }: ByteRange, direction: number, by: number, length: number): ByteRange {
  return { start, end: Math.max(start + 1, Math.min(length, end + direction * by)) };
}
