import type { EditedPlan } from "../plan/fromEdit";
import { endAt, listChildren, type Plan, type PlanNode } from "../plan/plan";
import { longestRising } from "./longestRising";

/**
 * For each node of the new plan, the old node it matches, or -1; and whether everything inside is the same
 * too.
 */
export interface Matching {
  readonly old: Int32Array;
  readonly same: Uint8Array;
}

/**
 * Pairs the nodes of two plans so that as much as possible of the old one is kept. Pairs never cross, and the
 * parents of a pair are a pair. Exact: nodes are compared by their content, not by a hash.
 *
 * First, each subtree of both plans gets a number, bottom up, so that equal subtrees have equal numbers and
 * comparing two subtrees of any size is one comparison. Then, top down, the children of each pair are paired:
 * first equal subtrees at the start and at the end of the list, because an edit rarely touches more than one
 * place; then a longest common subsequence of the rest; and in its gaps, in order, elements with the same
 * tag. Only the content of those last elements differs, so only their children are examined in turn.
 */
export function matchPlans(old: readonly PlanNode[], fresh: readonly PlanNode[]): Matching {
  return matchInside(old, fresh, TOP);
}

/** The same for what two elements at the same index hold; every other node is left without a pair. */
function matchInside(old: readonly PlanNode[], fresh: readonly PlanNode[], parent: number): Matching {
  const ids = new Map<string, number>();
  const before = numberSubtrees(old, parent, ids);
  const after = numberSubtrees(fresh, parent, ids);
  const matching = emptyMatching(fresh.length);
  const work: ParentPair[] = [[parent, parent]];
  for (let pair = work.pop(); pair !== undefined; pair = work.pop())
    pairChildren({ matching, work }, before.children(pair[0]), after.children(pair[1]));
  return matching;
}

/** A matching of this many nodes without any pairs. */
function emptyMatching(length: number): Matching {
  return { old: new Int32Array(length).fill(-1), same: new Uint8Array(length) };
}

type ParentPair = readonly [old: number, fresh: number];

/** The matches so far, and the pairs of elements whose children still have to be paired. */
interface Pairing {
  readonly matching: Matching;
  readonly work: ParentPair[];
}

/**
 * A subtree of a plan: the index and the key of its top node (a leaf has no key), and the number shared by
 * equal subtrees.
 */
interface Subtree {
  readonly index: number;
  readonly element: string | undefined;
  readonly id: number;
}

/** The subtrees of a plan, with their numbers. */
interface Numbered {
  /** The direct subtrees of an element or, for -1, those at the top level. */
  readonly children: (parent: number) => Subtree[];
}

/** Gives each subtree inside an element (-1: every subtree) a number; equal subtrees get equal numbers. */
function numberSubtrees(nodes: readonly PlanNode[], parent: number, ids: Map<string, number>): Numbered {
  const numbers = new Int32Array(nodes.length);
  const inside = new Map<number, string>(); // by element, the numbers of its children
  for (let i = endAt(nodes, parent) - 1; i > parent; i--) {
    const node = nodes[i];
    if (node === undefined) continue;
    const shape = describeShape(node, inside.get(i));
    const id = ids.get(shape) ?? ids.size;
    ids.set(shape, id);
    numbers[i] = id;
    inside.delete(i);
    const siblings = inside.get(node.parent);
    inside.set(node.parent, siblings === undefined ? String(id) : `${id},${siblings}`);
  }
  const subtree = (index: number): Subtree => {
    const node = nodes[index];
    return { index, element: node?.kind === "element" ? node.key : undefined, id: numbers[index] ?? -1 };
  };
  return { children: (element) => listChildren(nodes, element).map(subtree) };
}

/** A text that is equal only for equal subtrees, given the numbers of the node's children. */
function describeShape(node: PlanNode, children = ""): string {
  return node.kind === "element" ? `${node.key}${node.content ? "+" : ""}\0${children}` : node.key;
}

const LARGEST_TABLE = 4_000_000;

/** `isPart`: these are between children that are already paired, so they are not divided again. */
function pairChildren(
  pairing: Pairing,
  olds: readonly Subtree[],
  news: readonly Subtree[],
  isPart = false,
): void {
  const shorter = Math.min(olds.length, news.length);
  let head = 0;
  while (head < shorter && isEqual(olds[head], news[head])) head++;
  let tail = 0;
  while (tail < shorter - head && isEqual(olds.at(-1 - tail), news.at(-1 - tail))) tail++;
  for (let i = 0; i < head; i++) keep(pairing, olds[i], news[i]);
  for (let i = 1; i <= tail; i++) keep(pairing, olds.at(-i), news.at(-i));
  pairMiddle(pairing, olds.slice(head, olds.length - tail), news.slice(head, news.length - tail), isPart);
}

function isEqual(old: Subtree | undefined, fresh: Subtree | undefined): boolean {
  return old?.id === fresh?.id;
}

function keep({ matching }: Pairing, old: Subtree | undefined, fresh: Subtree | undefined): void {
  if (old === undefined || fresh === undefined) return;
  matching.old[fresh.index] = old.index;
  matching.same[fresh.index] = 1;
}

/** Positions of a pair in two lists. */
type Places = readonly [old: number, fresh: number];

/**
 * Keeps the longest common subsequence of equal subtrees, and pairs what is between its members by tag. If
 * the lists are too long for that, first pairs the subtrees that occur once on each side, and then continues
 * in the same way between them.
 */
function pairMiddle(
  pairing: Pairing,
  olds: readonly Subtree[],
  news: readonly Subtree[],
  isPart: boolean,
): void {
  const isSmall = olds.length * news.length <= LARGEST_TABLE;
  const common = isSmall ? longestCommon(olds, news) : isPart ? [] : commonOnce(olds, news);
  let [a, b] = [0, 0];
  for (const [i, j] of [...common, [olds.length, news.length] as const]) {
    if (isSmall || isPart) pairGap(pairing, olds.slice(a, i), news.slice(b, j));
    else pairChildren(pairing, olds.slice(a, i), news.slice(b, j), true);
    keep(pairing, olds[i], news[j]);
    [a, b] = [i + 1, j + 1];
  }
}

/** A longest common subsequence of the subtrees that occur once on each side. */
function commonOnce(olds: readonly Subtree[], news: readonly Subtree[]): Places[] {
  const before = placesOnce(olds);
  const pairs: Places[] = [];
  for (const [id, j] of placesOnce(news)) {
    const i = before.get(id);
    if (i !== undefined) pairs.push([i, j]);
  }
  const rising = longestRising(pairs.map(([i]) => i));
  return pairs.filter((_, place) => rising.has(place));
}

/** The numbers of the subtrees that occur once in a list, with their positions, in order. */
function placesOnce(subtrees: readonly Subtree[]): Map<number, number> {
  const places = new Map<number, number>();
  const repeated = new Set<number>();
  subtrees.forEach(({ id }, place) => {
    if (places.has(id)) repeated.add(id);
    else places.set(id, place);
  });
  for (const id of repeated) places.delete(id);
  return places;
}

/**
 * A longest common subsequence of two lists. For each pair of positions, the table holds the length from
 * there on; it is filled from the end. Walking from the start takes the steps that preserve the length.
 */
function longestCommon(olds: readonly Subtree[], news: readonly Subtree[]): Places[] {
  const lengths = commonLengths(olds, news);
  const pairs: Places[] = [];
  for (let i = 0, j = 0; i < olds.length && j < news.length; ) {
    if (isEqual(olds[i], news[j])) pairs.push([i++, j++]);
    else if (lengths(i + 1, j) >= lengths(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

function commonLengths(
  olds: readonly Subtree[],
  news: readonly Subtree[],
): (old: number, fresh: number) => number {
  const width = news.length + 1;
  const lengths = new Uint32Array((olds.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = olds.length - 1; i >= 0; i--) {
    for (let j = news.length - 1; j >= 0; j--)
      lengths[i * width + j] = isEqual(olds[i], news[j])
        ? at(i + 1, j + 1) + 1
        : Math.max(at(i + 1, j), at(i, j + 1));
  }
  return at;
}

/** Pairs elements with the same tag (including attributes) in order; their content is paired later. */
function pairGap({ matching, work }: Pairing, olds: readonly Subtree[], news: readonly Subtree[]): void {
  const places = placesByTag(olds);
  let next = 0;
  for (const { index, element } of news) {
    const ahead = element === undefined ? undefined : places.get(element);
    const place = ahead && nextPlace(ahead, next);
    const old = place === undefined ? undefined : olds[place];
    if (place === undefined || old === undefined) continue;
    matching.old[index] = old.index;
    work.push([old.index, index]);
    next = place + 1;
  }
}

/** The positions of elements by tag, the first one last. */
function placesByTag(subtrees: readonly Subtree[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  subtrees.toReversed().forEach(({ element }, behind) => {
    if (element === undefined) return;
    const place = subtrees.length - 1 - behind;
    const known = places.get(element);
    if (known === undefined) places.set(element, [place]);
    else known.push(place);
  });
  return places;
}

/**
 * Takes the first of these positions that is not before `next`, and all earlier ones, from the end of the
 * list.
 */
function nextPlace(places: number[], next: number): number | undefined {
  let place = places.pop();
  while (place !== undefined && place < next) place = places.pop();
  return place;
}

/**
 * The pairs of nodes of a plan and of the plan after an edit, the same as `matchPlans` returns. Only the
 * content of the innermost element around the edit is compared.
 */
export function matchEdited(before: Plan, { plan, path }: EditedPlan): Matching {
  const inner = path.at(-1) ?? TOP;
  const matching = matchInside(before.nodes, plan.nodes, inner);
  const children = listChildren(plan.nodes, inner);
  const isUnchanged =
    listChildren(before.nodes, inner).length === children.length &&
    children.every((index) => matching.same[index] === 1);
  if (isUnchanged) return matchRoot(plan);
  const more = plan.nodes.length - before.nodes.length;
  path.forEach((index, depth) => {
    matching.old[index] = index;
    const around = path[depth + 1];
    if (around === undefined) return;
    for (const sibling of listChildren(plan.nodes, index)) {
      if (sibling === around) continue;
      matching.old[sibling] = sibling < around ? sibling : sibling - more;
      matching.same[sibling] = 1;
    }
  });
  return matching;
}

const TOP = -1;

/** The root and all its content are the same. */
function matchRoot({ nodes }: Plan): Matching {
  const matching = emptyMatching(nodes.length);
  matching.old[0] = 0;
  matching.same[0] = 1;
  return matching;
}
