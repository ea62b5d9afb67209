import { longestRising } from "../document/revise/longestRising";
import { readElements } from "../session/elements";
import type { NodeMeanings } from "./meaning";

/** Elements whose value identifies one of several siblings, the most reliable first. */
const IDENTIFIER_KEYS = [
  "AirSync:ServerId",
  "AirSync:ClientId",
  "AirSync:CollectionId",
  "FolderHierarchy:ServerId",
  "GetItemEstimate:CollectionId",
];
/** The child that distinguishes siblings of an element that has no identifier. */
const EXTRA_IDENTIFIER: ReadonlyMap<string | undefined, string> = new Map([
  ["AirSync:Options", "AirSync:Class"],
  ["AirSyncBase:BodyPreference", "AirSyncBase:Type"],
  ["AirSync:Collection", "AirSync:Class"],
]);

/** Two corresponding nodes; -1 for a side that has none. */
interface AlignedNodes {
  readonly a: number;
  readonly b: number;
  /** Whether the node has a different place among its siblings. */
  readonly isMoved: boolean;
}

/** The identifier of an element among its siblings; `undefined` if it has none. */
function readIdentifier({ document, tag }: NodeMeanings, node: number): string | undefined {
  const { key, children, childText } = readElements(document);
  const own = EXTRA_IDENTIFIER.get(key(node));
  if (own === undefined && children(node).length === 0) return undefined; // true of most elements
  for (const naming of own === undefined ? IDENTIFIER_KEYS : [...IDENTIFIER_KEYS, own]) {
    const text = childText(node, naming);
    if (text) return `${tag[node]} ${naming} ${text}`;
  }
  return own === undefined ? undefined : `${tag[node]} unnamed`;
}

/**
 * Describes an element without its identifiers, so that it is recognised even after its identifier has
 * changed.
 */
function describeWithoutIdentifiers(
  { document, children, tag, meaning }: NodeMeanings,
  node: number,
): string | undefined {
  const { key } = readElements(document);
  const rest = children(node).filter((child) => !IDENTIFIER_KEYS.some((one) => one === key(child)));
  return rest.length === 0 ? undefined : `${tag[node]} ${rest.map((child) => meaning[child]).join(" ")}`;
}

/**
 * Pairs the children of two elements in four passes, each in document order: nodes with the same identifier
 * (ServerId, ClientId, CollectionId; the Class of Options, the Type of BodyPreference), nodes that differ in
 * their identifier only, nodes with the same meaning, and nodes with the same tag. The result follows the
 * order of `b`; nodes that only `a` has appear where they were.
 */
export function alignChildren(
  a: NodeMeanings,
  b: NodeMeanings,
  oldNodes: readonly number[],
  newNodes: readonly number[],
): AlignedNodes[] {
  const oldByNew = new Map<number, number>(); // node of `b` to node of `a`
  const pairedOld = new Set<number>(); // nodes of `a`
  const pairBy = (
    keyA: (node: number) => string | undefined,
    keyB: (node: number) => string | undefined,
  ): void => {
    const unpaired = new Map<string, number[]>();
    for (const node of oldNodes) {
      const key = pairedOld.has(node) ? undefined : keyA(node);
      if (key === undefined) continue;
      const list = unpaired.get(key);
      if (list === undefined) unpaired.set(key, [node]);
      else list.push(node);
    }
    for (const list of unpaired.values()) list.reverse();
    for (const node of newNodes) {
      const key = oldByNew.has(node) ? undefined : keyB(node);
      const found = key === undefined ? undefined : unpaired.get(key)?.pop();
      if (found === undefined) continue;
      oldByNew.set(node, found);
      pairedOld.add(found);
    }
  };
  const identify = (side: NodeMeanings, node: number): string | undefined =>
    side.isRoot(node) ? undefined : readIdentifier(side, node);
  pairBy(
    (node) => identify(a, node),
    (node) => identify(b, node),
  );
  pairBy(
    (node) => (identify(a, node) === undefined ? undefined : describeWithoutIdentifiers(a, node)),
    (node) => (identify(b, node) === undefined ? undefined : describeWithoutIdentifiers(b, node)),
  );
  const keyUnnamed = (side: NodeMeanings, column: Int32Array) => (node: number) =>
    identify(side, node) === undefined ? String(column[node]) : undefined;
  pairBy(keyUnnamed(a, a.meaning), keyUnnamed(b, b.meaning));
  pairBy(keyUnnamed(a, a.tag), keyUnnamed(b, b.tag));
  return orderPairs(oldNodes, newNodes, oldByNew, pairedOld);
}

function orderPairs(
  oldNodes: readonly number[],
  newNodes: readonly number[],
  oldByNew: ReadonlyMap<number, number>,
  pairedOld: ReadonlySet<number>,
): AlignedNodes[] {
  const indexOfOld = new Map(oldNodes.map((node, i) => [node, i]));
  const pairedNew = newNodes.filter((node) => oldByNew.has(node));
  const unmovedIndexes = longestRising(
    pairedNew.map((node) => Number(indexOfOld.get(Number(oldByNew.get(node))))),
  );
  const unmoved = new Set([...unmovedIndexes].map((i) => pairedNew[i]));
  const out: AlignedNodes[] = [];
  let next = 0; // index in `oldNodes`
  const pushRemovedUpTo = (end: number): void => {
    for (; next < end; next++) {
      const node = oldNodes[next];
      if (node !== undefined && !pairedOld.has(node)) out.push({ a: node, b: -1, isMoved: false });
    }
  };
  for (const node of newNodes) {
    const old = oldByNew.get(node);
    if (old !== undefined && unmoved.has(node)) pushRemovedUpTo(Number(indexOfOld.get(old)));
    out.push({ a: old ?? -1, b: node, isMoved: old !== undefined && !unmoved.has(node) });
  }
  pushRemovedUpTo(oldNodes.length);
  return out;
}
