import type { ListedExchange } from "../../store/sessionList";

/** Where a time stands in the waterfall, 0 to 1. */
export type TimeScale = (time: number) => number;

/** A stretch in which nothing happens is drawn no longer than this share of all that does, or than 2 s. */
const QUIET_SHARE = 0.05;
const MIN_QUIET = 2000;

/** A stretch of time, and where it begins in squeezed time. In milliseconds. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly at: number;
  /** How much of it is drawn. */
  readonly length: number;
}

/**
 * The scale of the waterfall of exchanges: true to time where something happens, with quiet stretches
 * squeezed. `undefined` if no times are known.
 */
export function makeTimeScale(exchanges: readonly ListedExchange[]): TimeScale | undefined {
  const spans = exchanges
    .flatMap(({ exchange: { startedAt, tookMs = 0, summary } }) =>
      startedAt === undefined ? [] : [{ from: startedAt, to: startedAt + (summary?.isHeld ? 0 : tookMs) }],
    )
    .toSorted((one, other) => one.from - other.from);
  const [first] = spans;
  if (first === undefined) return undefined;
  const busy = joinSpans(spans);
  const sum = busy.reduce((total, { from, to }) => total + to - from, 0);
  const longest = Math.max(MIN_QUIET, sum * QUIET_SHARE);
  const stretches = squeeze(busy, longest);
  const last = stretches.at(-1);
  const total = Math.max(1, (last?.at ?? 0) + (last?.length ?? 0));
  return (time) => {
    const stretch = findStretch(stretches, time);
    const { from, to, at, length } = stretch;
    const share = to === from ? 0 : Math.min(1, Math.max(0, (time - from) / (to - from)));
    return (at + share * length) / total;
  };
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function joinSpans(spans: readonly Span[]): readonly Span[] {
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of spans) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

function squeeze(busy: readonly Span[], longest: number): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  const add = (from: number, to: number, length: number): void => {
    stretches.push({ from, to, at, length });
    at += length;
  };
  busy.forEach(({ from, to }, index) => {
    const before = busy[index - 1]?.to;
    if (before !== undefined) add(before, from, Math.min(from - before, longest));
    add(from, to, to - from);
  });
  return stretches;
}

/** The last stretch that does not begin after a time; the first one for an earlier time. */
function findStretch(stretches: readonly Stretch[], time: number): Stretch {
  let [low, high] = [0, stretches.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((stretches[middle]?.from ?? 0) <= time) low = middle;
    else high = middle - 1;
  }
  return stretches[low] ?? { from: 0, to: 0, at: 0, length: 0 };
}
