import { elementName } from "../../document/notation/names";
import type { LinkedDocument } from "../../document/open";
import type { TreeRows } from "../../document/rows";
import { isElement } from "../../wbxml/tokenTable";

/** The share of the names in the width of the tree, in percent, where nothing is known about them. */
const SHARE = 46;
/** The least and the most that the names get, in percent. */
export const MIN_SHARE = 20;
export const MAX_SHARE = 80;
/** More than this the names get only if one drags the line. */
const MAX_NEEDED = 58;
/** The values have at least this width, in pixels. */
const VALUES = 120;

/** Rows whose names are measured: those of a long list are much the same. */
const MEASURED = 5000;

/** The depth and the number of characters of the row whose name needs the most room. */
export function measureNames(document: LinkedDocument, { nodes, depths }: TreeRows) {
  const { tokens } = document.tree;
  let most = { depth: 0, length: 0 };
  for (let row = 0; row < nodes.length && row < MEASURED; row++) {
    const node = nodes[row] ?? 0;
    if (!isElement(tokens, node)) continue;
    const [depth, length] = [depths[row] ?? 0, elementName(document, node).length];
    if (depth * 12 + length * 7 > most.depth * 12 + most.length * 7) most = { depth, length };
  }
  return most;
}

/** The width of the first column, as CSS: what was chosen, or what the names need, within limits. */
export function writeColumnWidth(
  chosen: number | undefined,
  { depth, length }: ReturnType<typeof measureNames>,
): string {
  const width =
    chosen === undefined
      ? `clamp(${SHARE}%, calc(32px + ${depth} * var(--indent) + ${length}ch), ${MAX_NEEDED}%)`
      : `${chosen}%`;
  return `min(${width}, 100% - ${VALUES}px)`;
}
