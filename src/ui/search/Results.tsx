import { useLayoutEffect, useMemo } from "react";
import type { Hit, HitKind } from "../../find/hit";
import { useInspector } from "../../store/inspector";
import { useSearching } from "../../store/searching";
import { readTitle } from "../context/easFacts";
import { type DrawnRow, useRows } from "../kit/rows/useRows";
import { findHitRow, type ResultRow, resultRows } from "./resultRows";

const ROW_HEIGHT = 28;

interface Props {
  readonly onGo: (index: number) => void;
}

interface ResultsProps extends Props {
  /** Is told how many rows the Page keys move, whenever that changes with what is in view. */
  readonly onPageSize: (pageSize: number) => void;
}

/** The hits, grouped by capture; only those in view are drawn. */
export function Results({ onGo, onPageSize }: ResultsProps) {
  const found = useSearching((state) => state.found);
  const at = useSearching((state) => state.at);
  const count = useSearching((state) => state.count);
  const rows = useMemo(() => resultRows(found), [found]);
  const active = findHitRow(found, at);
  const list = useRows({ count: rows.length, height: ROW_HEIGHT, active });
  const { scroller, space, drawn, pageSize, scrollTo } = list;
  useLayoutEffect(() => onPageSize(pageSize), [pageSize, onPageSize]);
  useLayoutEffect(() => {
    if (active >= 0) scrollTo(active === 1 ? 0 : active);
  }, [active, scrollTo]);
  return (
    <div ref={scroller} className="search-results">
      {count > 0 && (
        <div
          id="search-hits"
          role="listbox"
          aria-label="Hits"
          className="virtual-space"
          style={{ height: space }}
        >
          {byCapture(rows, drawn).map(({ capture, drawn: ofCapture }) => (
            <CaptureGroup key={capture} capture={capture}>
              {ofCapture.map(({ row, top }) =>
                row.kind === "capture" ? (
                  <CaptureHead key="head" capture={capture} count={row.count} top={top} />
                ) : (
                  <HitRow
                    key={row.index}
                    hit={row.hit}
                    index={row.index}
                    count={count}
                    top={top}
                    isActive={row.index === at}
                    onGo={onGo}
                  />
                ),
              )}
            </CaptureGroup>
          ))}
        </div>
      )}
    </div>
  );
}

interface DrawnResult {
  readonly row: ResultRow;
  readonly top: number;
}

/** The rows in view, grouped by capture. */
function byCapture(
  rows: readonly ResultRow[],
  items: readonly DrawnRow[],
): readonly { readonly capture: number; readonly drawn: readonly DrawnResult[] }[] {
  const groups: { readonly capture: number; readonly drawn: DrawnResult[] }[] = [];
  for (const { index, top } of items) {
    const row = rows[index];
    if (row === undefined) continue;
    const known = groups.find(({ capture }) => capture === row.capture);
    const group = known ?? { capture: row.capture, drawn: [] };
    if (known === undefined) groups.push(group);
    group.drawn.push({ row, top });
  }
  return groups;
}

function useLabel(capture: number): string {
  const open = useInspector(({ captures }) => captures[capture]);
  return open === undefined ? "" : readTitle(open);
}

function CaptureGroup({
  capture,
  children,
}: {
  readonly capture: number;
  readonly children: React.ReactNode;
}) {
  return (
    <div role="group" aria-label={useLabel(capture)}>
      {children}
    </div>
  );
}

function CaptureHead({
  capture,
  count,
  top,
}: {
  readonly capture: number;
  readonly count: number;
  readonly top: number;
}) {
  return (
    <div
      className="search-capture"
      aria-hidden="true"
      style={{ transform: `translateY(${top}px)`, height: ROW_HEIGHT }}
    >
      <span className="search-capture-label">{useLabel(capture)}</span>
      <span className="search-count">{count.toLocaleString("en")}</span>
    </div>
  );
}

const KINDS: Readonly<Record<HitKind, string>> = {
  name: "name",
  value: "value",
  body: "body",
  bytes: "bytes",
  header: "header",
  url: "URL",
  text: "text",
  message: "message",
};

interface HitProps extends Props {
  readonly hit: Hit;
  readonly index: number;
  readonly count: number;
  readonly top: number;
  readonly isActive: boolean;
}

function HitRow({ hit, index, count, top, isActive, onGo }: HitProps) {
  const { kind, element, path, excerpt, match } = hit;
  const where = [...path, ...(element === undefined ? [] : [element])];
  return (
    <div
      id={`search-hit-${index}`}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      aria-posinset={index + 1}
      aria-setsize={count}
      className={isActive ? "search-hit is-active" : "search-hit"}
      style={{ transform: `translateY(${top}px)`, height: ROW_HEIGHT }}
      onClick={() => onGo(index)}
    >
      <span className="search-kind">{KINDS[kind]}</span>
      <span className="search-excerpt">
        {excerpt.slice(0, match.from)}
        <mark>{excerpt.slice(match.from, match.to)}</mark>
        {excerpt.slice(match.to)}
      </span>
      <span className="search-path">{where.join(" › ")}</span>
    </div>
  );
}
