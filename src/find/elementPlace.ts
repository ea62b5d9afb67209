import { pageNames, tagName } from "../document/names";
import type { LinkedDocument } from "../document/open";
import { TokenKind } from "../wbxml/tokenTable";
import { tagIdentity } from "../wbxml/tree";
import type { Hit } from "./hit";

const MOST_NAMES = 8;

/** The name of an element without its prefix; of a literal tag that of the string table. */
export function nameOf({ codeSpace, tree }: LinkedDocument, node: number): string {
  const { tokens } = tree;
  if (tokens.kind[node] === TokenKind.LiteralTag) return tree.text(node) ?? "LITERAL";
  return tagName(codeSpace, tokens.page[node] ?? 0, tagIdentity(tokens, node));
}

/** Where a hit lies: the element, and the names of those around it. An element of -1 is none. */
export function placeOf(document: LinkedDocument, element: number): Pick<Hit, "element" | "path"> {
  const { tokens } = document.tree;
  if (element < 0) return { path: [] };
  const path: string[] = [];
  let around = tokens.parent[element] ?? -1;
  for (; around >= 0 && path.length < MOST_NAMES; around = tokens.parent[around] ?? -1)
    path.push(nameOf(document, around));
  if (around >= 0) path[MOST_NAMES - 1] = "…";
  const { prefix } = pageNames(document.codeSpace, tokens.page[element] ?? 0);
  return { element: `${prefix}:${nameOf(document, element)}`, path: path.toReversed() };
}
