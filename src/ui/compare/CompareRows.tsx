import { type KeyboardEvent, useLayoutEffect } from "react";
import type { ComparedRow, Comparison } from "../../compare/compare";
import type { LinkedDocument } from "../../document/open";
import { keepFocus } from "../rows/keepFocus";
import { useRows } from "../rows/useRows";
import { DIFFERENCE_SIGNS, rowWords } from "./sides";

const ROW_HEIGHT = 24;
const INDENT = 12;
const MAX_INDENTS = 20;

interface Props {
  readonly first: LinkedDocument;
  readonly second: LinkedDocument;
  readonly comparison: Comparison;
  /** The indexes of the rows to show. */
  readonly rows: readonly number[];
  readonly active: number;
  readonly onActive: (place: number) => void;
  readonly onGo: () => void;
}

/** The rows of a comparison; only those in view are drawn. */
export function CompareRows({ first, second, comparison, rows, active, onActive, onGo }: Props) {
  const { scroller, space, drawn, scrollTo } = useRows({ count: rows.length, height: ROW_HEIGHT, active });
  useLayoutEffect(() => scrollTo(active), [active, scrollTo]);
  const onKey = (event: KeyboardEvent): void => {
    const place = findPlaceOfKey(event, comparison, rows, active);
    if (event.key === "Enter") onGo();
    else if (place === undefined) return;
    else onActive(place);
    event.preventDefault();
  };
  return (
    <div
      ref={scroller}
      className="compare-rows"
      role="listbox"
      aria-label="Differences. Press N for the next one, P for the previous one"
      tabIndex={0}
      onFocus={keepFocus}
      aria-activedescendant={rows.length > 0 ? `compare-row-${active}` : undefined}
      onKeyDown={onKey}
    >
      <div style={{ height: space }} className="virtual-space" role="presentation">
        {drawn.map(({ index, top }) => {
          const row = comparison.rows[rows[index] ?? -1];
          return (
            row !== undefined && (
              <Row
                key={index}
                {...{ first, second, row, index }}
                count={rows.length}
                top={top}
                isActive={index === active}
                onChoose={onActive}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

/** The index that a key moves to; `undefined` for any other key. */
function findPlaceOfKey(
  { key, shiftKey }: KeyboardEvent,
  comparison: Comparison,
  rows: readonly number[],
  active: number,
): number | undefined {
  const moves: Readonly<Record<string, () => number>> = {
    ArrowDown: () => Math.min(active + 1, rows.length - 1),
    ArrowUp: () => Math.max(active - 1, 0),
    Home: () => 0,
    End: () => rows.length - 1,
    n: () => findDifference(comparison, rows, active, 1),
    p: () => findDifference(comparison, rows, active, -1),
    F7: () => findDifference(comparison, rows, active, shiftKey ? -1 : 1),
  };
  return moves[key]?.();
}

/** The next row after (1) or before (-1) this one that differs itself; this one if there is none. */
function findDifference(
  comparison: Comparison,
  rows: readonly number[],
  place: number,
  step: 1 | -1,
): number {
  for (let at = place + step; at >= 0 && at < rows.length; at += step) {
    const { difference } = comparison.rows[rows[at] ?? -1] ?? { difference: "same" };
    if (difference !== "same" && difference !== "inside") return at;
  }
  return place;
}

interface RowProps {
  readonly first: LinkedDocument;
  readonly second: LinkedDocument;
  readonly row: ComparedRow;
  readonly index: number;
  /** The number of rows of the list. */
  readonly count: number;
  readonly top: number;
  readonly isActive: boolean;
  readonly onChoose: (place: number) => void;
}

function Row({ first, second, row, index, count, top, isActive, onChoose }: RowProps) {
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
      style={{ transform: `translateY(${top}px)`, height: ROW_HEIGHT }}
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
