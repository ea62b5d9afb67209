import { MAX_PART_BYTES } from "../../document/edits/part";
import { nodeAtByte } from "../../document/locate";
import type { LinkedDocument } from "../../document/open";
import { useInspector } from "../../store/inspector";
import { isElement, nodeRange, parentOf } from "../../wbxml/tokenTable";

/**
 * The element of a large payload whose XML is shown: the selected one, or -1 if none is selected or it is too
 * large.
 */
export function useEditedElement(document: LinkedDocument): {
  readonly node: number;
  readonly isTooLarge: boolean;
} {
  const at = useInspector(({ selection }) => selection?.range.start);
  const { tokens } = document.tree;
  const found = at === undefined ? -1 : nodeAtByte(document, at);
  const node = found >= 0 && !isElement(tokens, found) ? parentOf(tokens, found) : found;
  if (node < 0) return { node: -1, isTooLarge: false };
  const { start, end } = nodeRange(tokens, node);
  return end - start > MAX_PART_BYTES ? { node: -1, isTooLarge: true } : { node, isTooLarge: false };
}
