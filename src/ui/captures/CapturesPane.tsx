import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef } from "react";
import { Button } from "react-aria-components";
import { showCapture } from "../../store/edits";
import { useInspector } from "../../store/inspector";
import { closeCaptureInPage, closeSourceInPage } from "../input/openedToasts";
import { CaptureRow } from "./CaptureRow";
import { findCaptureRow, findNextCapture, type ListRow, listRows } from "./listRows";
import "./captures.css";

const ROW_HEIGHT = 30;

/**
 * All opened messages, under the names of their sources if there are several. Choosing one shows it, and so
 * does every arrow key; only the rows in view are drawn. The headings lie beside the list, not in it, because
 * they contain buttons, which a list of options cannot.
 */
export function CapturesPane() {
  const captures = useInspector((state) => state.captures);
  const current = useInspector((state) => state.current);
  const rows = useMemo(() => listRows(captures), [captures]);
  const { scroller, virtual } = useShownRow(rows, current);
  const items = virtual.getVirtualItems();
  return (
    <div ref={scroller} className="captures">
      <div
        className="virtual-space captures-list"
        role="listbox"
        aria-label="Captures"
        tabIndex={0}
        aria-activedescendant={`capture-${current}`}
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={onListKey}
        onMouseDown={keepFocus}
      >
        {items.map(({ index: at, start }) => {
          const row = rows[at];
          const open = row?.kind === "capture" ? captures[row.index] : undefined;
          if (row?.kind !== "capture" || open === undefined) return null;
          const { index } = row;
          return (
            <CaptureRow
              key={index}
              {...{ open, index }}
              top={start}
              count={captures.length}
              isShown={index === current}
            />
          );
        })}
      </div>
      <div className="capture-heads">
        {items.map(({ index, start }) => {
          const row = rows[index];
          return row?.kind === "source" ? <SourceHead key={row.name} row={row} top={start} /> : null;
        })}
      </div>
    </div>
  );
}

/** Keeps the row of the capture that is shown in view, with the heading above it if that is the next row. */
function useShownRow(rows: readonly ListRow[], current: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const shown = findCaptureRow(rows, current);
  useEffect(() => {
    if (shown === 1) virtual.scrollToIndex(0, { align: "auto" });
    if (shown >= 0) virtual.scrollToIndex(shown, { align: "auto" });
  }, [shown, virtual]);
  return { scroller, virtual };
}

/** A click leaves the focus with the list: the row that was clicked can scroll away and is then not drawn. */
function keepFocus(event: MouseEvent<HTMLElement>): void {
  event.preventDefault();
  event.currentTarget.focus({ preventScroll: true });
}

function onListKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const { captures, current } = useInspector.getState();
  const next = findNextCapture(event.key, current, captures.length);
  if (next === undefined && event.key !== "Delete") return;
  event.preventDefault();
  if (next === undefined) void closeCaptureInPage();
  else if (next !== current) showCapture(next); // at once, also when the key repeats
}

interface SourceHeadProps {
  readonly row: Extract<ListRow, { readonly kind: "source" }>;
  readonly top: number;
}

function SourceHead({ row: { name, count }, top }: SourceHeadProps) {
  return (
    <div className="capture-head" style={{ top }}>
      <h3 className="capture-head-name" title={name}>
        {name}
      </h3>
      <span className="capture-size">{count.toLocaleString("en")}</span>
      <Button className="pane-fold" aria-label={`Close ${name}`} onPress={() => void closeSourceInPage(name)}>
        ✕
      </Button>
    </div>
  );
}
