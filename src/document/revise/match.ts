import type { PlanNode } from "../plan/plan";
import { longestRising } from "./longestRising";

/**
 * For each node of the new plan the old node it stands for, or -1; and whether everything inside is the same
 * too.
 */
export interface Matching {
  readonly old: Int32Array;
  readonly same: Uint8Array;
}

/**
 * Pairs the nodes of two plans so that as much as possible of the old one is kept: equal subtrees first, then
 * elements of the same tag in the same gap. Pairs never cross, and a pair's parents are a pair. Exact: nodes
 * count as equal by what they hold, not by a hash.
 */
export function matchPlans(old: readonly PlanNode[], fresh: readonly PlanNode[]): Matching {
  return matchInside(old, fresh, -1);
}

/** The same of what two elements at the same index hold; every other node is left without a pair. */
export function matchInside(old: readonly PlanNode[], fresh: readonly PlanNode[], parent: number): Matching {
  const ids = new Map<string, number>();
  const oldIds = identify(old, parent, ids);
  const freshIds = identify(fresh, parent, ids);
  const matching = { old: new Int32Array(fresh.length).fill(-1), same: new Uint8Array(fresh.length) };
  const work: (readonly [oldParent: number, freshParent: number])[] = [[parent, parent]];
  for (let pair = work.pop(); pair !== undefined; pair = work.pop()) {
    const olds = childrenOf(old, pair[0]);
    const news = childrenOf(fresh, pair[1]);
    pairChildren({ old, fresh, oldIds, freshIds, matching, work }, olds, news);
  }
  return matching;
}

interface Sides {
  readonly old: readonly PlanNode[];
  readonly fresh: readonly PlanNode[];
  readonly oldIds: Int32Array;
  readonly freshIds: Int32Array;
  readonly matching: Matching;
  readonly work: (readonly [number, number])[];
}

/** A number for each subtree inside an element (-1: for each there is): equal numbers, equal subtrees. */
function identify(nodes: readonly PlanNode[], parent: number, ids: Map<string, number>): Int32Array {
  const out = new Int32Array(nodes.length);
  const inside = new Map<number, string>(); // by element, the numbers of its children
  for (let i = endOf(nodes, parent) - 1; i > parent; i--) {
    const node = nodes[i];
    if (node === undefined) continue;
    const shape =
      node.kind === "element" ? `${node.key}${node.content ? "+" : ""}\0${inside.get(i) ?? ""}` : node.key;
    const id = ids.get(shape) ?? ids.size;
    ids.set(shape, id);
    out[i] = id;
    inside.delete(i);
    inside.set(node.parent, `${id},${inside.get(node.parent) ?? ""}`);
  }
  return out;
}

function endOf(nodes: readonly PlanNode[], parent: number): number {
  return parent < 0 ? nodes.length : (nodes[parent]?.end ?? 0);
}

/** The nodes directly inside an element, or with -1 at the top. */
export function childrenOf(nodes: readonly PlanNode[], parent: number): number[] {
  const children: number[] = [];
  const end = endOf(nodes, parent);
  for (let i = parent + 1; i < end; i = nodes[i]?.end ?? end) children.push(i);
  return children;
}

const LARGEST_TABLE = 4_000_000;

/** `isPart`: these lie between children that are paired already, so that they are not divided again. */
function pairChildren(sides: Sides, olds: readonly number[], news: readonly number[], isPart = false): void {
  const equal = (a: number, b: number): boolean =>
    sides.oldIds[olds[a] ?? -1] === sides.freshIds[news[b] ?? -1];
  const shorter = Math.min(olds.length, news.length);
  let head = 0;
  while (head < shorter && equal(head, head)) head++;
  let tail = 0;
  while (tail < shorter - head && equal(olds.length - 1 - tail, news.length - 1 - tail)) tail++;
  for (let i = 0; i < head; i++) keep(sides, olds[i] ?? -1, news[i] ?? -1);
  for (let i = 1; i <= tail; i++) keep(sides, olds[olds.length - i] ?? -1, news[news.length - i] ?? -1);
  pairMiddle(sides, olds.slice(head, olds.length - tail), news.slice(head, news.length - tail), isPart);
}

function keep({ matching }: Sides, old: number, fresh: number): void {
  matching.old[fresh] = old;
  matching.same[fresh] = 1;
}

/**
 * The longest common subsequence of equal subtrees is kept; what lies between its members is paired by tag.
 * Where there are too many to look for it, first those that each side has once, and the same between them.
 */
function pairMiddle(sides: Sides, olds: readonly number[], news: readonly number[], isPart: boolean): void {
  const isSmall = olds.length * news.length <= LARGEST_TABLE;
  const common = isSmall ? longestCommon(sides, olds, news) : isPart ? [] : commonOnce(sides, olds, news);
  let a = 0;
  let b = 0;
  for (const [i, j] of [...common, [olds.length, news.length] as const]) {
    if (isSmall || isPart) pairGap(sides, olds.slice(a, i), news.slice(b, j));
    else pairChildren(sides, olds.slice(a, i), news.slice(b, j), true);
    if (i < olds.length) keep(sides, olds[i] ?? -1, news[j] ?? -1);
    a = i + 1;
    b = j + 1;
  }
}

/** A longest common subsequence of the subtrees that stand once on each side. */
function commonOnce(
  { oldIds, freshIds }: Sides,
  olds: readonly number[],
  news: readonly number[],
): [number, number][] {
  const there = placesOnce(olds.map((node) => oldIds[node] ?? -1));
  const here = placesOnce(news.map((node) => freshIds[node] ?? -1));
  const pairs: [number, number][] = [];
  for (const [id, j] of here) {
    const i = there.get(id);
    if (i !== undefined) pairs.push([i, j]);
  }
  const rising = longestRising(pairs.map(([i]) => i));
  return pairs.filter((_, place) => rising.has(place));
}

/** The numbers that stand once among these, with their places, in order. */
function placesOnce(numbers: readonly number[]): Map<number, number> {
  const places = new Map<number, number>();
  const repeated = new Set<number>();
  numbers.forEach((number, place) => {
    if (places.has(number)) repeated.add(number);
    else places.set(number, place);
  });
  for (const number of repeated) places.delete(number);
  return places;
}

function longestCommon(
  { oldIds, freshIds }: Sides,
  olds: readonly number[],
  news: readonly number[],
): [number, number][] {
  const width = news.length + 1;
  const lengths = new Uint32Array((olds.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  const equal = (i: number, j: number): boolean => oldIds[olds[i] ?? -1] === freshIds[news[j] ?? -1];
  for (let i = olds.length - 1; i >= 0; i--) {
    for (let j = news.length - 1; j >= 0; j--) {
      lengths[i * width + j] = equal(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < olds.length && j < news.length; ) {
    if (equal(i, j)) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

/** Pairs elements of the same tag (attributes included) in order; their insides are work for later. */
function pairGap(
  { old, fresh, matching, work }: Sides,
  olds: readonly number[],
  news: readonly number[],
): void {
  const places = new Map<string, number[]>(); // of elements not passed yet, by tag, the next one last
  for (let place = olds.length - 1; place >= 0; place--) {
    const node = old[olds[place] ?? -1];
    if (node?.kind !== "element") continue;
    const known = places.get(node.key);
    if (known === undefined) places.set(node.key, [place]);
    else known.push(place);
  }
  let next = 0;
  for (const index of news) {
    const node = fresh[index];
    const ahead = node?.kind === "element" ? places.get(node.key) : undefined;
    while ((ahead?.at(-1) ?? next) < next) ahead?.pop();
    const found = ahead?.pop();
    if (found === undefined) continue;
    matching.old[index] = olds[found] ?? -1;
    work.push([olds[found] ?? -1, index]);
    next = found + 1;
  }
}
