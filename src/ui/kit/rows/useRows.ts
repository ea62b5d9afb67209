import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { makeScale, type Scale } from "./scale";

/** A row that is drawn, and its top edge inside the scrolled element, in pixels. */
export interface DrawnRow {
  readonly index: number;
  readonly top: number;
}

/** Where the rows of a list stand, if they differ in height. All in pixels. */
export interface RowTops {
  /** The height of all rows. */
  readonly total: number;
  /** The top edge of a row. That behind the last one is `total`. */
  readonly topOf: (index: number) => number;
  /** The row at an offset; the last one behind them all. */
  readonly indexAt: (offset: number) => number;
}

interface List {
  /** The number of rows. */
  readonly count: number;
  /** The height of each row, in pixels; if they differ, of most. */
  readonly height: number;
  /** A row that is drawn even where it is out of view, because it has the focus; -1 for none. */
  readonly active: number;
  /** Where the rows stand, if they differ in height. The same object as long as they do not move. */
  readonly tops?: RowTops;
  /** How much of the top of the view is covered by what stays there, in pixels. */
  readonly covered?: number;
  /** Distances from the top of the view, in pixels, whose rows are asked for in `marked`. */
  readonly marks?: readonly number[];
}

const NO_MARKS: readonly number[] = [];

/** The rows of a long list that are drawn, and how to scroll. */
export interface Rows {
  /** The element that scrolls. */
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** The height of the element inside the scroller that holds the rows, in pixels. */
  readonly space: number;
  readonly drawn: readonly DrawnRow[];
  /** How many rows the Page keys move. */
  readonly pageSize: number;
  /** Scrolls a row into view, no further than needed. */
  readonly scrollTo: (index: number) => void;
  /** The rows at the distances that were asked for. */
  readonly marked: readonly number[];
}

/** Rows drawn above and below those in view. */
const MORE = 8;
/** A scroll by more than this many views is a jump: the thumb was dragged, or its track was clicked. */
const JUMP = 3;
/**
 * A jump is at least this far, in pixels: a fast wheel moves a low pane by several views. The thumb of a
 * scaled list moves further than that with each pixel of its track.
 */
const MIN_JUMP = 1500;
/**
 * How long a list has to stand still before its thumb is put where it belongs, in milliseconds. WebKit tells
 * of a scroll up to a second after the wheel was turned, and forgets it if the list is scrolled meanwhile.
 */
const REST = 1000;

/** What of a list is in view. */
interface View {
  /** The height of what is seen, in pixels; 0 before it is known. */
  readonly height: number;
  /** The first row in view. */
  readonly first: number;
  /** What to subtract from the place of a row among all rows, for its place in the scrolled element. */
  readonly shift: number;
  /** The rows at the distances that were asked for. */
  readonly marked: readonly number[];
}

/**
 * Draws the rows in view of a list of any length. As many pixels as the wheel, a finger or the browser itself
 * scrolls, the rows move; only a drag of the thumb is scaled, where the list is higher than browsers allow.
 */
export function useRows(list: List): Rows {
  const { count, height, tops: own, covered = 0, marks = NO_MARKS } = list;
  const even = useMemo(() => makeEvenTops(count, height), [count, height]);
  const tops = own ?? even;
  const scroller = useRef<HTMLDivElement>(null);
  const { view, reach } = useScrolling(scroller, tops, marks);
  const scrollTo = useCallback(
    (index: number) => reach(tops.topOf(index) - covered, tops.topOf(index + 1)),
    [tops, covered, reach],
  );
  return {
    scroller,
    space: makeScale(tops.total, view.height).space,
    drawn: listDrawn(view, list, tops),
    pageSize: Math.max(1, Math.floor((view.height - covered) / height) - 1),
    scrollTo,
    marked: view.marked,
  };
}

function makeEvenTops(count: number, height: number): RowTops {
  return {
    total: count * height,
    topOf: (index) => index * height,
    indexAt: (offset) => Math.floor(offset / height),
  };
}

function listDrawn(
  { height: seen, first, shift }: View,
  { count, height, active }: List,
  { topOf }: RowTops,
): DrawnRow[] {
  if (seen === 0) return [];
  const start = Math.max(0, first - MORE);
  const behind = topOf(Math.min(first, count)) + seen;
  const drawn: DrawnRow[] = [];
  let end = start;
  for (let more = 0; end < count && more <= MORE; end++) {
    const top = topOf(end);
    if (top > behind) more += 1;
    drawn.push({ index: end, top: top - shift });
  }
  const isApart = active >= 0 && active < count && (active < start || active >= end);
  if (isApart) drawn.push({ index: active, top: -height }); // above all that can be scrolled to
  return drawn;
}

/** How far a list is scrolled, outside of React's state: it changes with each event. */
interface Scrolled {
  /** Of all rows, in pixels. */
  offset: number;
  /** Of the scrolled element, in pixels. */
  position: number;
  /** The height of all rows, in pixels. */
  total: number;
}

interface Scrolling {
  readonly view: View;
  /** Scrolls what is between two offsets into view. */
  readonly reach: (from: number, to: number) => void;
}

function useScrolling(
  scroller: RefObject<HTMLDivElement | null>,
  { total, indexAt }: RowTops,
  marks: readonly number[],
): Scrolling {
  const scrolled = useRef<Scrolled>({ offset: 0, position: 0, total: 0 });
  const [view, setView] = useState<View>({ height: 0, first: 0, shift: 0, marked: NO_MARKS });

  const draw = useCallback(
    (seen: number) => {
      const { offset, position } = scrolled.current;
      const marked = marks.map((distance) => indexAt(offset + distance));
      const next: View = { height: seen, first: indexAt(offset), shift: offset - position, marked };
      setView((last) => (isSameView(last, next) ? last : next));
    },
    [indexAt, marks],
  );
  /** Scrolls to an offset, with the thumb where it belongs. */
  const put = useCallback(
    (offset: number) => {
      const element = scroller.current;
      if (element === null) return;
      const scale = makeScale(scrolled.current.total, element.clientHeight);
      const at = Math.min(Math.max(offset, 0), scale.maxOffset);
      const position = scale.isTrue ? at : Math.round(scale.toPosition(at));
      Object.assign(scrolled.current, { offset: at, position });
      draw(element.clientHeight);
      element.scrollTo({ top: position });
    },
    [draw, scroller],
  );
  useLayoutEffect(() => {
    scrolled.current.total = total;
    put(scrolled.current.offset);
  }, [total, put]);
  useEffect(() => followScroller(scroller.current, scrolled.current, { draw, put }), [draw, put, scroller]);

  const reach = useCallback(
    (from: number, to: number) => {
      const { offset } = scrolled.current;
      const seen = scroller.current?.clientHeight ?? 0;
      if (from < offset) put(from);
      else if (to > offset + seen) put(to - seen);
    },
    [put, scroller],
  );
  return { view, reach };
}

function isSameView(a: View, b: View): boolean {
  const isSame = a.height === b.height && a.first === b.first && a.shift === b.shift;
  return isSame && a.marked.every((row, index) => row === b.marked[index]);
}

interface Drawing {
  readonly draw: (seen: number) => void;
  readonly put: (offset: number) => void;
}

/** What a browser scrolls for, sooner or later. */
const TURNS = ["wheel", "touchmove"] as const;

/** Follows what the browser scrolls, until the returned function is called. */
function followScroller(
  element: HTMLDivElement | null,
  scrolled: Scrolled,
  { draw, put }: Drawing,
): (() => void) | undefined {
  if (element === null) return undefined;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const onScroll = (): void => {
    const { clientHeight: seen, scrollTop } = element;
    const scale = makeScale(scrolled.total, seen);
    scrolled.offset = findOffset(scale, scrolled, scrollTop, Math.max(MIN_JUMP, JUMP * seen));
    scrolled.position = scrollTop;
    if (scale.isTrue) return flushSync(() => draw(seen)); // before the browser paints
    flushSync(() => (isEndReached(scale, scrolled) ? put(scrolled.offset) : draw(seen)));
    waitForRest();
  };
  const waitForRest = (): void => {
    clearTimeout(rest);
    rest = setTimeout(() => settle(() => flushSync(() => put(scrolled.offset))), REST);
  };
  const onTurn = (): void => {
    if (rest !== undefined) waitForRest();
  };
  /** Acts where the list is; if it has been scrolled and the event is still to come, follows that. */
  const settle = (act: () => void): void => {
    if (Math.abs(element.scrollTop - scrolled.position) > 1) onScroll();
    else act();
  };
  const sizes = new ResizeObserver(() => settle(() => put(scrolled.offset)));
  element.addEventListener("scroll", onScroll, { passive: true });
  for (const type of TURNS) element.addEventListener(type, onTurn, { passive: true });
  sizes.observe(element);
  return () => {
    element.removeEventListener("scroll", onScroll);
    for (const type of TURNS) element.removeEventListener(type, onTurn);
    sizes.disconnect();
    clearTimeout(rest);
  };
}

/** The offset after the browser has scrolled to a position: moved by as many pixels, or jumped to. */
function findOffset(scale: Scale, { offset, position }: Scrolled, to: number, jump: number): number {
  if (scale.isTrue) return to;
  const moved = to - position;
  const next = Math.abs(moved) > jump ? scale.toOffset(to) : offset + moved;
  return Math.min(Math.max(next, 0), scale.maxOffset);
}

/** Whether the browser has scrolled to an end of the element, or the rows to their end, but not both. */
function isEndReached({ maxPosition, maxOffset }: Scale, { offset, position }: Scrolled): boolean {
  return position <= 0 !== offset <= 0 || position >= maxPosition - 1 !== offset >= maxOffset - 1;
}
