import {
  type CSSProperties,
  type FocusEvent,
  type KeyboardEvent,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { listPatchedRanges, type Patch } from "../../bytes/patch";
import type { LinkedDocument } from "../../document/open";
import type { Editing } from "../../store/editing";
import { joinClasses } from "../kit/joinClasses";
import { ByteReadout } from "./ByteReadout";
import { BytesRow } from "./BytesRow";
import { caretAt } from "./byteEdits";
import { HexKeys } from "./HexKeys";
import { useInsertMode } from "./insertMode";
import { type Grid, readMovingKey } from "./keys";
import { RangeHandles } from "./RangeHandles";
import { toSpan } from "./span";
import { type Layout, useFit, useMeasuring } from "./useFit";
import { type Pointing, usePointing } from "./usePointing";
import { type Selecting, useSelecting } from "./useSelecting";
import { useWriting, type Writing } from "./useWriting";
import "./bytes.css";

interface Props {
  readonly editing: Editing;
  /** The patches from the original payload to the current one. */
  readonly changes: readonly Patch[];
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
export function BytesPane({ editing, changes }: Props) {
  const { document, original } = editing;
  const { length } = document.bytes;
  const pane = useRef<HTMLDivElement>(null);
  const [hasKeys, showKeys] = useState(false);
  const [layout, setMeasured] = useFit(length);
  const selecting = useSelecting(length, layout);
  useMeasuring(selecting.scroller, setMeasured);
  useRevealing(hasKeys, selecting, layout.columns);
  const writing = useWriting(selecting.go);
  const pointing = usePointing(document, selecting, () => showKeys(true));
  const onBlur = ({ relatedTarget, currentTarget }: FocusEvent): void => {
    if (!currentTarget.contains(relatedTarget)) writing.giveUp();
  };
  return (
    <div ref={pane} className="bytes-pane" onBlur={onBlur}>
      <BytesGrid
        document={document}
        changes={changes}
        layout={layout}
        selecting={selecting}
        writing={writing}
        pointing={pointing}
      />
      <ByteReadout
        document={document}
        original={original}
        changes={changes}
        selection={selecting.selection}
        digit={writing.digit}
      />
      {hasKeys && (
        <HexKeys pane={pane} type={writing.type} remove={writing.remove} onDone={() => showKeys(false)} />
      )}
    </div>
  );
}

/** Keeps the selected byte in view when there is less room for it. */
function useRevealing(isNarrowed: boolean, { focus, scrollTo }: Selecting, columns: number): void {
  useEffect(() => {
    if (isNarrowed && focus >= 0) scrollTo(Math.floor(focus / columns));
  }, [isNarrowed, focus, columns, scrollTo]);
}

interface GridProps extends Pick<Props, "changes"> {
  readonly document: LinkedDocument;
  readonly layout: Layout;
  readonly selecting: Selecting;
  readonly writing: Writing;
  readonly pointing: Pointing;
}

function BytesGrid({ document, changes, layout, selecting, writing, pointing }: GridProps) {
  const { length } = document.bytes;
  const { columns, cell, height, room } = layout;
  const { scroller, space, drawn, pageSize, count, focus, extended } = selecting;
  const mode = useInsertMode((state) => state.mode);
  const changed = useMemo(() => listPatchedRanges(changes), [changes]);
  const onKey = (event: KeyboardEvent): void => {
    if (!writing.onKey(event)) onBytesKey(event, { mode, length, width: columns, pageSize }, selecting);
  };
  return (
    <div
      ref={scroller}
      className={joinClasses("bytes", `is-${mode}`, { "is-touched": room.isTouched })}
      style={toStyle(cell)}
      role="grid"
      aria-label="Bytes"
      aria-rowcount={count}
      aria-multiselectable="true"
      tabIndex={0}
      aria-activedescendant={focus >= 0 && focus < length ? `byte-${focus}` : undefined}
      onKeyDown={onKey}
      onCopy={writing.onCopy}
      onPaste={writing.onPaste}
      {...pointing}
    >
      <div className="virtual-space" style={{ height: space }} role="presentation">
        {drawn.map(({ index, top }) => (
          <BytesRow
            key={top < 0 ? "apart" : index % ROWS_KEPT}
            document={document}
            changed={changed}
            index={index}
            columns={columns}
            digits={room.digits}
            height={height}
            top={top}
          />
        ))}
        {extended?.hasHandles === true && <RangeHandles drawn={drawn} layout={layout} />}
      </div>
    </div>
  );
}

/** The width of a byte, for the style sheet. */
function toStyle(cell: number): CSSProperties {
  const style: CSSProperties & Record<"--byte-cell", string> = { "--byte-cell": `${cell}px` };
  return style;
}

function onBytesKey(
  event: KeyboardEvent,
  grid: Grid,
  { selection, focus, extended, go, extend }: Selecting,
): void {
  const { mode, length } = grid;
  const move = readMovingKey(event.key, grid);
  if (move === undefined || length === 0 || event.metaKey || event.altKey || event.ctrlKey) return;
  event.preventDefault();
  if (event.shiftKey && selection !== undefined) {
    const span = extended ?? toSpan(selection.range);
    const to = "to" in move ? move.to : span.focus + move.by;
    extend({ anchor: span.anchor, focus: to }, { scrolls: true });
  } else if ("to" in move) go(caretAt(move.to, mode, length));
  else go(caretAt(selection === undefined ? 0 : focus + move.by, mode, length));
}
