import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef } from "react";
import type { Hit, HitKind } from "../../find/hit";
import { useInspector } from "../../store/inspector";
import { useSearching } from "../../store/searching";
import { readTitle } from "../lint/easFacts";
import { findHitRow, type ResultRow, resultRows } from "./resultRows";

const CAPTURE_HEIGHT = 32;
const HIT_HEIGHT = 26;

interface Props {
  readonly onGo: (index: number) => void;
}

/** The hits, grouped by capture; only those in view are drawn. */
export function Results({ onGo }: Props) {
  const found = useSearching((state) => state.found);
  const at = useSearching((state) => state.at);
  const count = useSearching((state) => state.count);
  const rows = useMemo(() => resultRows(found), [found]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (row) => (rows[row]?.kind === "capture" ? CAPTURE_HEIGHT : HIT_HEIGHT),
    overscan: 12,
  });
  const active = findHitRow(found, at);
  useEffect(() => {
    if (active >= 0) virtual.scrollToIndex(active === 1 ? 0 : active, { align: "auto" });
  }, [active, virtual]);
  return (
    <div ref={scroller} className="search-results">
      {count > 0 && (
        <div
          id="search-hits"
          role="listbox"
          aria-label="Hits"
          className="virtual-space"
          style={{ height: virtual.getTotalSize() }}
        >
          {byCapture(rows, virtual.getVirtualItems()).map(({ capture, drawn }) => (
            <CaptureGroup key={capture} capture={capture}>
              {drawn.map(({ row, start }) =>
                row.kind === "capture" ? (
                  <CaptureHead key="head" capture={capture} count={row.count} top={start} />
                ) : (
                  <HitRow
                    key={row.index}
                    hit={row.hit}
                    index={row.index}
                    count={count}
                    top={start}
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

interface DrawnRow {
  readonly row: ResultRow;
  readonly start: number;
}

/** The rows in view, grouped by capture. */
function byCapture(
  rows: readonly ResultRow[],
  items: readonly { readonly index: number; readonly start: number }[],
): readonly { readonly capture: number; readonly drawn: readonly DrawnRow[] }[] {
  const groups: { readonly capture: number; readonly drawn: DrawnRow[] }[] = [];
  for (const { index, start } of items) {
    const row = rows[index];
    if (row === undefined) continue;
    if (groups.at(-1)?.capture !== row.capture) groups.push({ capture: row.capture, drawn: [] });
    groups.at(-1)?.drawn.push({ row, start });
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
      style={{ transform: `translateY(${top}px)`, height: CAPTURE_HEIGHT }}
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
      style={{ transform: `translateY(${top}px)`, height: HIT_HEIGHT }}
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
