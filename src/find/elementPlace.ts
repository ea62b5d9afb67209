import { elementName, pageNames } from "../document/notation/names";
import type { LinkedDocument } from "../document/open";
import { pageOf, parentOf } from "../wbxml/tokenTable";
import type { Hit } from "./hit";

const MOST_NAMES = 8;

/** Where a hit lies: the element, and the names of those around it. An element of -1 is none. */
export function placeOf(document: LinkedDocument, element: number): Pick<Hit, "element" | "path"> {
  const { tokens } = document.tree;
  if (element < 0) return { path: [] };
  const path: string[] = [];
  let around = parentOf(tokens, element);
  for (; around >= 0 && path.length < MOST_NAMES; around = parentOf(tokens, around))
    path.push(elementName(document, around));
  if (around >= 0) path[MOST_NAMES - 1] = "…";
  const { prefix } = pageNames(document.codeSpace, pageOf(tokens, element));
  return { element: `${prefix}:${elementName(document, element)}`, path: path.toReversed() };
}
