import { type KeyboardEvent, useLayoutEffect, useRef } from "react";
import { findDifference, type RowFilter, showRows } from "../../compare/filter";
import { type ComparedRow, readRow } from "../../compare/rows";
import type { LinkedDocument } from "../../document/open";
import type { Compared } from "../../store/compareClient";
import { keepFocus } from "../kit/rows/keepFocus";
import { useRows } from "../kit/rows/useRows";
import { DIFFERENCE_SIGNS, rowWords } from "./sides";
import { useIsNarrow } from "./useIsNarrow";

const ROW_HEIGHT = 24;
/** Of a row whose values stand below its name. */
const STACKED_HEIGHT = 44;
/** In a narrower pane values stand below names, in pixels. */
const MIN_WIDTH = 560;
const INDENT = 12;
const MAX_INDENTS = 20;

interface Props {
  readonly compared: Compared;
  /** Which rows are shown. */
  readonly filter: RowFilter;
  readonly active: number;
  readonly onActive: (place: number) => void;
  readonly onGo: () => void;
}

/** The rows of a comparison; only those in view are read and drawn. */
export function CompareRows({ compared, filter, active, onActive, onGo }: Props) {
  const { first, second, comparison } = compared;
  const { count, indexAt } = showRows(comparison, filter);
  const frame = useRef<HTMLDivElement>(null);
  const isStacked = useIsNarrow(frame, MIN_WIDTH);
  const height = isStacked ? STACKED_HEIGHT : ROW_HEIGHT;
  const { scroller, space, drawn, scrollTo } = useRows({ count, height, active });
  useLayoutEffect(() => scrollTo(active), [active, scrollTo]);
  const onKey = (event: KeyboardEvent): void => {
    const place = findPlaceOfKey(event, count, active, (step) =>
      findDifference(comparison, filter, active, step),
    );
    if (event.key === "Enter") onGo();
    else if (place === undefined) return;
    else onActive(place);
    event.preventDefault();
  };
  return (
    <div ref={frame} className={isStacked ? "compare-frame is-stacked" : "compare-frame"}>
      <div
        ref={scroller}
        className="compare-rows"
        role="listbox"
        aria-label="Differences. Press N for the next one, P for the previous one"
        tabIndex={0}
        onFocus={keepFocus}
        aria-activedescendant={count > 0 ? `compare-row-${active}` : undefined}
        onKeyDown={onKey}
      >
        <div style={{ height: space }} className="virtual-space" role="presentation">
          {drawn.map(({ index, top }) => {
            const row = readRow(comparison.rows, indexAt(index));
            return (
              row !== undefined && (
                <Row
                  key={index}
                  {...{ first, second, row, index }}
                  count={count}
                  top={top}
                  height={height}
                  isActive={index === active}
                  onChoose={onActive}
                />
              )
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** The place that a key moves to; `undefined` for any other key. */
function findPlaceOfKey(
  { key, shiftKey }: KeyboardEvent,
  count: number,
  active: number,
  findNext: (step: 1 | -1) => number,
): number | undefined {
  const moves: Readonly<Record<string, () => number>> = {
    ArrowDown: () => Math.min(active + 1, count - 1),
    ArrowUp: () => Math.max(active - 1, 0),
    Home: () => 0,
    End: () => count - 1,
    n: () => findNext(1),
    p: () => findNext(-1),
    F7: () => findNext(shiftKey ? -1 : 1),
  };
  return moves[key]?.();
}

interface RowProps {
  readonly first: LinkedDocument;
  readonly second: LinkedDocument;
  readonly row: ComparedRow;
  readonly index: number;
  /** The number of rows of the list. */
  readonly count: number;
  readonly top: number;
  readonly height: number;
  readonly isActive: boolean;
  readonly onChoose: (place: number) => void;
}

function Row({ first, second, row, index, count, top, height, isActive, onChoose }: RowProps) {
  const { name, before, after } = rowWords(first, second, row);
  const [sign, words] = DIFFERENCE_SIGNS[row.difference];
  return (
    <div
      id={`compare-row-${index}`}
      role="option"
      tabIndex={-1}
      aria-setsize={count}
      aria-posinset={index + 1}
      aria-selected={isActive}
      className={`compare-row is-${row.difference}${isActive ? " is-active" : ""}`}
      style={{ transform: `translateY(${top}px)`, height }}
      onClick={() => onChoose(index)}
    >
      <span className="compare-sign" aria-hidden="true">
        {sign}
      </span>
      <span className="visually-hidden">{words}</span>
      <span className="compare-name" style={{ paddingLeft: Math.min(row.depth, MAX_INDENTS) * INDENT }}>
        {name}
      </span>
      <span className="compare-value is-before">{before}</span>
      <span className="compare-value is-after">{after}</span>
    </div>
  );
}
