import { longestRising } from "../document/revise/longestRising";
import { readElements } from "../session/elements";
import type { Meanings } from "./meaning";

/** Elements whose value tells which of several like it an element is, the surest first. */
const NAMING = [
  "AirSync:ServerId",
  "AirSync:ClientId",
  "AirSync:CollectionId",
  "FolderHierarchy:ServerId",
  "GetItemEstimate:CollectionId",
];
/** What tells one of several apart in elements that have no identifier. */
const NAMING_OF: Readonly<Record<string, string>> = {
  "AirSync:Options": "AirSync:Class",
  "AirSyncBase:BodyPreference": "AirSyncBase:Type",
  "AirSync:Collection": "AirSync:Class",
};

/** Two nodes that stand for the same thing; -1 for one side where it has none. */
export interface Aligned {
  readonly a: number;
  readonly b: number;
  /** Whether it stands elsewhere among its siblings. */
  readonly moved: boolean;
}

/** What identifies an element among its like; `undefined` where nothing does. */
function identifierOf({ document, tag }: Meanings, node: number): string | undefined {
  const { key, children, childText } = readElements(document);
  const own = NAMING_OF[key(node) ?? ""];
  if (own === undefined && children(node).length === 0) return undefined; // as most elements are
  for (const naming of own === undefined ? NAMING : [...NAMING, own]) {
    const text = childText(node, naming) ?? "";
    if (text !== "") return `${tag[node]} ${naming} ${text}`;
  }
  return own === undefined ? undefined : `${tag[node]} unnamed`;
}

/** What an element is apart from what names it, so that one whose identifier was changed is known again. */
function restOf({ document, children, tag, meaning }: Meanings, node: number): string | undefined {
  const { key } = readElements(document);
  const rest = children(node).filter((child) => !NAMING.includes(key(child) ?? ""));
  return rest.length === 0 ? undefined : `${tag[node]} ${rest.map((child) => meaning[child]).join(" ")}`;
}

/**
 * Pairs the children of two elements: first those that an identifier names (ServerId, ClientId, CollectionId;
 * Class of Options, Type of BodyPreference), then those that differ in the identifier alone, then those that
 * mean the same, then those of the same tag, each in order. The result is in the order of `b`, with what is
 * only in `a` where it stood.
 */
export function alignChildren(
  a: Meanings,
  b: Meanings,
  olds: readonly number[],
  news: readonly number[],
): Aligned[] {
  const partner = new Map<number, number>(); // of b
  const taken = new Set<number>(); // of a
  const pairBy = (
    keyA: (node: number) => string | undefined,
    keyB: (node: number) => string | undefined,
  ): void => {
    const waiting = new Map<string, number[]>();
    for (const node of olds) {
      const key = taken.has(node) ? undefined : keyA(node);
      if (key === undefined) continue;
      const list = waiting.get(key);
      if (list === undefined) waiting.set(key, [node]);
      else list.push(node);
    }
    for (const list of waiting.values()) list.reverse();
    for (const node of news) {
      const key = partner.has(node) ? undefined : keyB(node);
      const found = key === undefined ? undefined : waiting.get(key)?.pop();
      if (found === undefined) continue;
      partner.set(node, found);
      taken.add(found);
    }
  };
  const name = (side: Meanings, node: number): string | undefined =>
    side.isRoot(node) ? undefined : identifierOf(side, node);
  pairBy(
    (node) => name(a, node),
    (node) => name(b, node),
  );
  pairBy(
    (node) => (name(a, node) === undefined ? undefined : restOf(a, node)),
    (node) => (name(b, node) === undefined ? undefined : restOf(b, node)),
  );
  const unnamed = (side: Meanings, column: Int32Array) => (node: number) =>
    name(side, node) === undefined ? String(column[node]) : undefined;
  pairBy(unnamed(a, a.meaning), unnamed(b, b.meaning));
  pairBy(unnamed(a, a.tag), unnamed(b, b.tag));
  return inOrder(olds, news, partner, taken);
}

function inOrder(
  olds: readonly number[],
  news: readonly number[],
  partner: ReadonlyMap<number, number>,
  taken: ReadonlySet<number>,
): Aligned[] {
  const place = new Map(olds.map((node, i) => [node, i]));
  const paired = news.filter((node) => partner.has(node));
  const steady = longestRising(paired.map((node) => place.get(partner.get(node) ?? -1) ?? -1));
  const isSteady = new Set([...steady].map((i) => paired[i]));
  const out: Aligned[] = [];
  let next = 0; // of olds
  const leftUpTo = (end: number): void => {
    for (; next < end; next++) {
      const node = olds[next] ?? -1;
      if (!taken.has(node)) out.push({ a: node, b: -1, moved: false });
    }
  };
  for (const node of news) {
    const old = partner.get(node);
    if (old !== undefined && isSteady.has(node)) leftUpTo(place.get(old) ?? 0);
    out.push({ a: old ?? -1, b: node, moved: old !== undefined && !isSteady.has(node) });
  }
  leftUpTo(olds.length);
  return out;
}
