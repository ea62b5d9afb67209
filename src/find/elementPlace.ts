import { elementName, pageNames } from "../document/notation/names";
import type { LinkedDocument } from "../document/open";
import { pageOf, parentOf } from "../wbxml/tokenTable";
import type { Hit } from "./hit";

const MAX_NAMES = 8;

/** Describes where a hit is: its element, and the names of the enclosing elements. -1 means no element. */
export function describePlace(document: LinkedDocument, element: number): Pick<Hit, "element" | "path"> {
  const { tokens } = document.tree;
  if (element < 0) return { path: [] };
  const path: string[] = [];
  let around = parentOf(tokens, element);
  for (; around >= 0 && path.length < MAX_NAMES; around = parentOf(tokens, around))
    path.push(elementName(document, around));
  if (around >= 0) path[MAX_NAMES - 1] = "…";
  const { prefix } = pageNames(document.codeSpace, pageOf(tokens, element));
  return { element: `${prefix}:${elementName(document, element)}`, path: path.toReversed() };
}
