import { bisect } from "../../bytes/bisect";
import type { LinkedDocument } from "../open";
import type { PlanElement, PlanNode } from "../plan/plan";

/** The change that an edit of the tree makes to a document's XML text. */
export interface TreeEdit {
  readonly text: string;
  /**
   * Where the edited node is in the new text or, if it was removed, the nearest remaining node. UTF-16 units.
   */
  readonly at: number;
}

/** A node of a document in its XML text. */
export interface TextPlace {
  readonly text: string;
  readonly nodes: readonly PlanNode[];
  /** Index among `nodes`. */
  readonly index: number;
  readonly node: PlanNode;
}

/**
 * Where a node of the tree is in the document's text; `undefined` for a token that is not a node. Takes
 * logarithmic time.
 */
export function findPlace(document: LinkedDocument, token: number): TextPlace | undefined {
  const planTokens = document.planTokens();
  const index = bisect(planTokens.length, (at) => Number(planTokens[at]) >= token);
  const { nodes } = document.plan();
  const node = nodes[index];
  if (planTokens[index] !== token || node === undefined) return undefined;
  return { text: document.xml, nodes, index, node };
}

/** The element at a place; `undefined` for a leaf. */
export function asElement({ node }: TextPlace): PlanElement | undefined {
  return node.kind === "element" ? node : undefined;
}

/** The name in an opening tag, including the prefix. */
export function readTagName(text: string, { tag }: PlanElement): string {
  const [, name = ""] = /^<([^\s/>]+)/.exec(text.slice(tag.from, Math.min(tag.to, tag.from + 512))) ?? [];
  return name;
}

/**
 * Whether a node is alone on its line apart from layout: the line break and white space before it don't
 * belong to a text.
 */
export function findOwnLine({ text, nodes, index, node }: TextPlace): string | undefined {
  return findLineBefore(text, node.range.from, nodes[index - 1]);
}

/** The result of `findOwnLine`, or "" if the node shares its line. */
export function leadingLayout(place: TextPlace): string {
  return findOwnLine(place) ?? "";
}

/**
 * The line break and indentation before a place in the text, if that is layout; `undefined` if it is part of
 * a value or there is none.
 */
export function findLineBefore(text: string, from: number, before: PlanNode | undefined): string | undefined {
  if (before?.kind === "leaf" && before.range.to > from - 1) return undefined;
  let at = from;
  while (at > 0 && (text[at - 1] === " " || text[at - 1] === "\t")) at--;
  if (at === 0 || text[at - 1] !== "\n") return undefined;
  return text.slice(text[at - 2] === "\r" ? at - 2 : at - 1, from);
}
