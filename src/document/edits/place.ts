import { bisect } from "../../bytes/bisect";
import type { LinkedDocument } from "../open";
import type { PlanElement, PlanNode } from "../plan/plan";

/** What an edit of the tree makes of a document's XML text. */
export interface TreeEdit {
  readonly text: string;
  /**
   * Where in the new text the node stands that the edit was about, or where it took that away, the nearest
   * that is left. UTF-16 units.
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
 * Where a node of the tree stands in the document's text; `undefined` for a token that is none. Takes
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

/** The element of a place; `undefined` where it is a leaf. */
export function asElement({ node }: TextPlace): PlanElement | undefined {
  return node.kind === "element" ? node : undefined;
}

/** The name that an opening tag is written with, prefix and all. */
export function readTagName(text: string, { tag }: PlanElement): string {
  const [, name = ""] = /^<([^\s/>]+)/.exec(text.slice(tag.from, Math.min(tag.to, tag.from + 512))) ?? [];
  return name;
}

/**
 * Whether a node is the only thing on its line as far as layout goes: line break and white space in front of
 * it, and no text's.
 */
export function findOwnLine({ text, nodes, index, node }: TextPlace): string | undefined {
  return findLineBefore(text, node.range.from, nodes[index - 1]);
}

/** What `findOwnLine` gives, or "" where the node shares its line. */
export function leadingLayout(place: TextPlace): string {
  return findOwnLine(place) ?? "";
}

/**
 * The line break and indentation in front of a place of the text, where that is layout; `undefined` where it
 * is part of a value, or none.
 */
export function findLineBefore(text: string, from: number, before: PlanNode | undefined): string | undefined {
  if (before?.kind === "leaf" && before.range.to > from - 1) return undefined;
  let at = from;
  while (at > 0 && (text[at - 1] === " " || text[at - 1] === "\t")) at--;
  if (at === 0 || text[at - 1] !== "\n") return undefined;
  return text.slice(text[at - 2] === "\r" ? at - 2 : at - 1, from);
}
