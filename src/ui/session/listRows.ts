import type { ListedConversation, ListedExchange, ListedSource, SessionList } from "../../store/sessionList";
import type { RowTops } from "../kit/rows/useRows";

/** A row of the list. */
export type ListRow =
  | GroupRow
  | { readonly kind: "exchange"; readonly key: string; readonly listed: ListedExchange };

/** The head of a source or of a conversation. */
export type GroupRow = SourceRow | ConversationRow;

interface Group {
  readonly key: string;
  readonly isFolded: boolean;
  /** How many of its exchanges are listed or would be, if it was not folded. */
  readonly count: number;
}

/** The head of a source. */
export interface SourceRow extends Group {
  readonly kind: "source";
  readonly source: ListedSource;
}

/** The head of a conversation. */
export interface ConversationRow extends Group {
  readonly kind: "conversation";
  readonly group: ListedConversation;
}

/** The key of the row of a source. */
export const getSourceKey = ({ name }: ListedSource): string => `source ${name}`;
/** The key of the row of a conversation. */
export const getConversationKey = ({ key }: ListedConversation): string => `conversation ${key}`;

/**
 * The rows of the list: a head for each source, one for each conversation of it, and the exchanges that fit.
 * A conversation has no head if it is the only one of its source and nothing is known of who took part in it.
 * Groups without exchanges that fit are left out. `order` puts the exchanges of each conversation in order.
 */
export function listRows(
  { sources }: SessionList,
  folded: ReadonlySet<string>,
  fits?: (listed: ListedExchange) => boolean,
  order: (exchanges: readonly ListedExchange[]) => readonly ListedExchange[] = (exchanges) => exchanges,
): readonly ListRow[] {
  const rows: ListRow[] = [];
  for (const source of sources) {
    const kept = source.conversations
      .map((group) => ({ group, exchanges: order(fits ? group.exchanges.filter(fits) : group.exchanges) }))
      .filter(({ exchanges }) => exchanges.length > 0);
    if (kept.length === 0) continue;
    const key = getSourceKey(source);
    const isFolded = folded.has(key);
    const count = kept.reduce((sum, { exchanges }) => sum + exchanges.length, 0);
    rows.push({ kind: "source", key, source, isFolded, count });
    if (!isFolded) for (const { group, exchanges } of kept) addConversation(rows, group, exchanges, folded);
  }
  return rows;
}

function addConversation(
  rows: ListRow[],
  group: ListedConversation,
  exchanges: readonly ListedExchange[],
  folded: ReadonlySet<string>,
): void {
  const key = getConversationKey(group);
  const isHeaded = hasHead(group);
  const isFolded = isHeaded && folded.has(key);
  if (isHeaded) rows.push({ kind: "conversation", key, group, isFolded, count: exchanges.length });
  if (isFolded) return;
  for (const listed of exchanges) rows.push({ kind: "exchange", key: `exchange ${listed.place}`, listed });
}

/** Whether a conversation has a row of its own. */
export function hasHead({ facts, source }: ListedConversation): boolean {
  const isKnown = facts.user !== undefined || facts.deviceId !== undefined || facts.host !== undefined;
  return isKnown || source.conversations.length > 1;
}

/** The heights of the rows, in pixels. */
export interface RowHeights {
  readonly source: number;
  readonly conversation: number;
  readonly exchange: number;
}

/** Where the rows stand. */
export function makeRowTops(rows: readonly ListRow[], heights: RowHeights): RowTops {
  const tops = new Float64Array(rows.length + 1);
  rows.forEach(({ kind }, index) => {
    tops[index + 1] = (tops[index] ?? 0) + heights[kind];
  });
  return {
    total: tops[rows.length] ?? 0,
    topOf: (index) => tops[Math.max(0, Math.min(index, rows.length))] ?? 0,
    indexAt: (offset) => findLast(tops, rows.length, offset),
  };
}

/** The last of `count` rows whose top edge is not below an offset. */
function findLast(tops: Float64Array, count: number, offset: number): number {
  let [low, high] = [0, Math.max(0, count - 1)];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The heads that stay at the top: those of the groups of two rows, the row at the top and the one below. */
export function findPinned(
  rows: readonly ListRow[],
  [top = 0, below = 0]: readonly number[],
): readonly number[] {
  const source = findHead(rows, top, "source");
  const conversation = findHead(rows, below, "conversation");
  return conversation > source ? [source, conversation] : source >= 0 ? [source] : [];
}

/** The head of the group that a row belongs to, or is; -1 if it has none. */
export function findHead(rows: readonly ListRow[], from: number, kind: GroupRow["kind"]): number {
  const row = rows[from];
  if (row === undefined) return -1;
  if (row.kind === kind) return from;
  if (row.kind === "source") return -1;
  const group = row.kind === "exchange" ? row.listed.group : row.group;
  const key = kind === "source" ? getSourceKey(group.source) : getConversationKey(group);
  return findKey(rows, key);
}

const keysOf = new WeakMap<readonly ListRow[], ReadonlyMap<string, number>>();

/** The row with a key, or -1. */
export function findKey(rows: readonly ListRow[], key: string): number {
  const known = keysOf.get(rows) ?? new Map(rows.map((row, index) => [row.key, index]));
  keysOf.set(rows, known);
  return known.get(key) ?? -1;
}

/** The row of an exchange; the head of its group if that is folded; -1 if it is not listed. */
export function findExchangeRow(rows: readonly ListRow[], listed: ListedExchange | undefined): number {
  if (listed === undefined) return -1;
  const own = findKey(rows, `exchange ${listed.place}`);
  if (own >= 0) return own;
  const heads = [getConversationKey(listed.group), getSourceKey(listed.group.source)];
  const head = heads.map((key) => findKey(rows, key)).find((index) => index >= 0) ?? -1;
  const row = rows[head];
  return row !== undefined && row.kind !== "exchange" && row.isFolded ? head : -1;
}
