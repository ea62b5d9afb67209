import { pageNames, tagName } from "../document/names";
import type { LinkedDocument } from "../document/open";
import { kindOf, pageOf, parentOf, TokenKind } from "../wbxml/tokenTable";
import { tagIdentity } from "../wbxml/tree";
import type { Hit } from "./hit";

const MOST_NAMES = 8;

/** The name of an element without its prefix; of a literal tag that of the string table. */
export function nameOf({ codeSpace, tree }: LinkedDocument, node: number): string {
  const { tokens } = tree;
  if (kindOf(tokens, node) === TokenKind.LiteralTag) return tree.text(node) ?? "LITERAL";
  return tagName(codeSpace, pageOf(tokens, node), tagIdentity(tokens, node));
}

/** Where a hit lies: the element, and the names of those around it. An element of -1 is none. */
export function placeOf(document: LinkedDocument, element: number): Pick<Hit, "element" | "path"> {
  const { tokens } = document.tree;
  if (element < 0) return { path: [] };
  const path: string[] = [];
  let around = parentOf(tokens, element);
  for (; around >= 0 && path.length < MOST_NAMES; around = parentOf(tokens, around))
    path.push(nameOf(document, around));
  if (around >= 0) path[MOST_NAMES - 1] = "…";
  const { prefix } = pageNames(document.codeSpace, pageOf(tokens, element));
  return { element: `${prefix}:${nameOf(document, element)}`, path: path.toReversed() };
}
