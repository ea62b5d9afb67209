import {
  behindHeader,
  behindNode,
  closeOf,
  hasEnd,
  kindOf,
  TokenKind,
  type TokenTable,
} from "../../wbxml/tokenTable";
import { contentStart, hasContent } from "../../wbxml/tree";
import type { LinkedDocument } from "../open";
import { endAt, type Plan, type PlanElement, type PlanLeaf, type PlanNode } from "../plan/plan";
import type { Matching } from "./match";

/** One operation on the old tokens or the new plan, on the way from the old bytes to the new bytes. */
export type RevisionStep =
  /** The old tokens from `from` up to `to` are kept. */
  | { readonly kind: "take"; readonly from: number; readonly to: number }
  /** The old tokens up to `to` are dropped. */
  | { readonly kind: "drop"; readonly to: number }
  | { readonly kind: "header" }
  | { readonly kind: "node"; readonly node: PlanNode }
  | { readonly kind: "end" }
  /** The remaining old tokens are dropped; always the last step. */
  | { readonly kind: "rest" };

/**
 * What happens to each old token and each planned node, in order.
 *
 * The plan's nodes are visited from first to last. A node that is the same as its old node, including its
 * content, is kept in one step. If the content differs, only the node's own tag is kept, and the content is
 * visited. A node without an old node is written. Two things are held back, because the old bytes can stop
 * too early at their very end: the last leaf, which may be cut off, and missing END bytes. If something
 * follows them now, the leaf is written again and the ENDs are added; otherwise everything stays as it was.
 * `keepsHeader`: the new header equals the old one.
 */
export function decideSteps(
  document: LinkedDocument,
  plan: Plan,
  matching: Matching,
  keepsHeader: boolean,
): RevisionStep[] {
  const { tokens } = document.tree;
  const deciding: Deciding = { tokens, steps: [], missingEnds: 0, lastLeaf: undefined };
  decideHeader(deciding, keepsHeader);
  decideNodes(deciding, document, plan, matching);
  const { steps, lastLeaf } = deciding;
  if (lastLeaf !== undefined) take(deciding, lastLeaf.token, behindPlanned(tokens, lastLeaf.token));
  steps.push({ kind: "rest" });
  return steps;
}

interface Deciding {
  readonly tokens: TokenTable;
  readonly steps: RevisionStep[];
  /** END bytes that the old document lacks; written only if something follows. */
  missingEnds: number;
  /** A leaf that ends with the old bytes and may be cut off; written again if something follows. */
  lastLeaf: { readonly token: number; readonly leaf: PlanLeaf } | undefined;
}

function take({ steps }: Deciding, from: number, to: number): void {
  steps.push({ kind: "take", from, to });
}

function drop({ steps }: Deciding, to: number): void {
  steps.push({ kind: "drop", to });
}

/** The header of a document without bytes is always written. */
function decideHeader(deciding: Deciding, keepsHeader: boolean): void {
  const { tokens, steps } = deciding;
  const behind = behindHeader(tokens);
  if (tokens.count > 0 && keepsHeader) return take(deciding, 0, behind);
  steps.push({ kind: "header" });
  drop(deciding, behind);
}

/** An element whose content is being visited; `old` is its old token, `undefined` for a new element. */
interface OpenElement {
  readonly end: number;
  readonly old: number | undefined;
}

function decideNodes(
  deciding: Deciding,
  document: LinkedDocument,
  { nodes }: Plan,
  matching: Matching,
): void {
  const planTokens = document.planTokens();
  const open: OpenElement[] = [];
  let index = 0;
  for (let node = nodes[index]; node !== undefined; node = nodes[index]) {
    closeUntil(deciding, open, index);
    const old = planTokens[matching.old[index] ?? -1];
    if (matching.same[index] === 1 && old !== undefined) {
      if (isWhole(deciding.tokens, old)) {
        takeWhole(deciding, old);
        index = node.end;
        continue;
      }
      pairInside(nodes, index, matching);
    }
    if (node.kind === "leaf") decideLeaf(deciding, node, old);
    else decideElement(deciding, open, node, old);
    index++;
  }
  closeUntil(deciding, open, index);
}

function takeWhole(deciding: Deciding, old: number): void {
  releaseHeld(deciding);
  take(deciding, old, behindPlanned(deciding.tokens, old));
}

/**
 * Equal subtrees are paired only at their top node. If one can't be kept in one piece, its content is paired
 * too.
 */
function pairInside(nodes: readonly PlanNode[], index: number, { old, same }: Matching): void {
  const shift = (old[index] ?? index) - index;
  const end = endAt(nodes, index);
  for (let i = index + 1; i < end; i++) {
    if (same[i] === 1 && old[i] === i + shift) break; // already paired by an ancestor
    old[i] = i + shift;
    same[i] = 1;
  }
}

/**
 * Whether a node's bytes are complete, so that anything can follow them: the node is not at the very end, or
 * it is closed by an END.
 */
function isWhole(tokens: TokenTable, token: number): boolean {
  return behindPlanned(tokens, token) < tokens.count || (hasContent(tokens, token) && hasEnd(tokens, token));
}

/** The token after an old node; the header of a next document is several tokens. */
function behindPlanned(tokens: TokenTable, token: number): number {
  return kindOf(tokens, token) === TokenKind.Version
    ? behindHeader(tokens, token)
    : behindNode(tokens, token);
}

function decideLeaf(deciding: Deciding, leaf: PlanLeaf, old: number | undefined): void {
  releaseHeld(deciding);
  if (old === undefined) deciding.steps.push({ kind: "node", node: leaf });
  else deciding.lastLeaf = { token: old, leaf };
}

function decideElement(
  deciding: Deciding,
  open: OpenElement[],
  node: PlanElement,
  old: number | undefined,
): void {
  releaseHeld(deciding);
  decideTag(deciding, node, old);
  if (node.content) open.push({ end: node.end, old });
  else if (old !== undefined && hasContent(deciding.tokens, old))
    drop(deciding, behindNode(deciding.tokens, old));
}

function decideTag(deciding: Deciding, node: PlanElement, old: number | undefined): void {
  const { tokens, steps } = deciding;
  if (old !== undefined && hasContent(tokens, old) === node.content)
    return take(deciding, old, contentStart(tokens, old));
  steps.push({ kind: "node", node });
  if (old !== undefined) drop(deciding, contentStart(tokens, old));
}

/** Closes the open elements that end before the node at an index. */
function closeUntil(deciding: Deciding, open: OpenElement[], index: number): void {
  for (let top = open.at(-1); top !== undefined && top.end <= index; top = open.at(-1)) {
    open.pop();
    decideEnd(deciding, top.old);
  }
}

function decideEnd(deciding: Deciding, old: number | undefined): void {
  const { tokens, steps } = deciding;
  const hadContent = old !== undefined && hasContent(tokens, old);
  if (hadContent && !hasEnd(tokens, old)) {
    deciding.missingEnds++;
    return;
  }
  releaseHeld(deciding);
  if (!hadContent) steps.push({ kind: "end" });
  else take(deciding, closeOf(tokens, old), closeOf(tokens, old) + 1);
}

/** Writes what was held back, because something follows now. */
function releaseHeld(deciding: Deciding): void {
  const { tokens, steps, lastLeaf } = deciding;
  if (lastLeaf !== undefined) {
    deciding.lastLeaf = undefined;
    steps.push({ kind: "node", node: lastLeaf.leaf });
    drop(deciding, behindPlanned(tokens, lastLeaf.token));
  }
  for (; deciding.missingEnds > 0; deciding.missingEnds--) steps.push({ kind: "end" });
}
