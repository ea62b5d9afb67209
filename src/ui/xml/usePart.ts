import { nodeAtByte } from "../../document/locate";
import type { LinkedDocument } from "../../document/open";
import { useInspector } from "../../store/inspector";
import { isElement, nodeRange, parentOf } from "../../wbxml/tokenTable";

/** An element of more bytes is not shown: its XML would be more than the editor carries well. */
const LARGEST_PART = 1_000_000;

/**
 * The element whose XML is shown of a large payload: the selected one; -1 where none is selected, or a larger
 * one.
 */
export function usePart(document: LinkedDocument): { readonly node: number; readonly isTooLarge: boolean } {
  const at = useInspector(({ selection }) => selection?.range.start);
  const { tokens } = document.tree;
  const found = at === undefined ? -1 : nodeAtByte(document, at);
  const node = found >= 0 && !isElement(tokens, found) ? parentOf(tokens, found) : found;
  if (node < 0) return { node: -1, isTooLarge: false };
  const { start, end } = nodeRange(tokens, node);
  return end - start > LARGEST_PART ? { node: -1, isTooLarge: true } : { node, isTooLarge: false };
}
