import { type KeyboardEvent, useLayoutEffect, useMemo } from "react";
import { Button } from "react-aria-components";
import { showCapture } from "../../store/edits";
import { useInspector } from "../../store/inspector";
import { closeCaptureInPage, closeSourceInPage } from "../input/openedToasts";
import { keepFocus } from "../kit/rows/keepFocus";
import { useRows } from "../kit/rows/useRows";
import { CaptureRow } from "./CaptureRow";
import { CLOSING_KEY, findNextCapture } from "./keys";
import { findCaptureRow, type ListRow, listRows } from "./listRows";
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
  const { scroller, space, drawn, pageSize } = useShownRow(rows, current);
  return (
    <div ref={scroller} className="captures">
      <div
        className="virtual-space captures-list"
        role="listbox"
        aria-label="Captures"
        tabIndex={0}
        aria-activedescendant={`capture-${current}`}
        style={{ height: space }}
        onKeyDown={(event) => onListKey(event, pageSize)}
        onFocus={keepFocus}
      >
        {drawn.map(({ index: at, top }) => {
          const row = rows[at];
          const open = row?.kind === "capture" ? captures[row.index] : undefined;
          if (row?.kind !== "capture" || open === undefined) return null;
          const { index } = row;
          return (
            <CaptureRow
              key={index}
              {...{ open, index }}
              top={top}
              count={captures.length}
              isShown={index === current}
            />
          );
        })}
      </div>
      <div className="capture-heads">
        {drawn.map(({ index, top }) => {
          const row = rows[index];
          return row?.kind === "source" ? <SourceHead key={row.name} row={row} top={top} /> : null;
        })}
      </div>
    </div>
  );
}

/** Keeps the row of the capture that is shown in view, with the heading above it if that is the next row. */
function useShownRow(rows: readonly ListRow[], current: number) {
  const shown = findCaptureRow(rows, current);
  const list = useRows({ count: rows.length, height: ROW_HEIGHT, active: shown });
  const { scrollTo } = list;
  useLayoutEffect(() => {
    if (shown === 1) scrollTo(0);
    if (shown >= 0) scrollTo(shown);
  }, [shown, scrollTo]);
  return list;
}

function onListKey(event: KeyboardEvent, pageSize: number): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const { captures, current } = useInspector.getState();
  const next = findNextCapture(event.key, current, captures.length, pageSize);
  if (next === undefined && event.key !== CLOSING_KEY) return;
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
