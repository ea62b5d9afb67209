import { replaceText } from "../../bytes/textEdit";
import { textNotation } from "../notation/leaf";
import { listChildren, type PlanNode } from "../plan/plan";
import { type TextPlace, type TreeEdit } from "./place";

// White space next to text is significant, and two adjacent strings need a separator. So the content of an
// element that contains leaves is written again as a whole, without layout.

/** A child of such an element, in its written form. */
export interface Item {
  readonly xml: string;
  /** Whether it is character data, which merges with adjacent character data. */
  readonly isText: boolean;
}

const SPLIT = "<?split?>";

/** Whether a node or one of its siblings is a leaf. */
export function isInMixed({ nodes, node }: TextPlace): boolean {
  return (
    node.kind === "leaf" || listChildren(nodes, node.parent).some((index) => nodes[index]?.kind === "leaf")
  );
}

/**
 * The edit with the parent's content changed: `change` receives its items and the index of the item at the
 * place; `shift` is the distance from there to the edited node afterwards.
 */
export function changeMixed(
  { text, nodes, index, node }: TextPlace,
  change: (items: readonly Item[], at: number) => readonly Item[],
  shift = 0,
): TreeEdit | undefined {
  const parent = nodes[node.parent];
  if (parent?.kind !== "element") return undefined;
  const children = listChildren(nodes, node.parent);
  const at = children.indexOf(index);
  const items = change(
    children.flatMap((child) => makeItem(text, nodes[child]) ?? []),
    at,
  );
  const parts = items.map(({ xml, isText }, i) =>
    isText && items[i - 1]?.isText === true ? SPLIT + xml : xml,
  );
  const before = parts
    .slice(0, Math.min(at + shift, parts.length - 1))
    .reduce((sum, { length }) => sum + length, 0);
  return {
    text: replaceText(text, { from: parent.tag.to, to: parent.closing.from }, parts.join("")),
    at: parent.tag.to + before,
  };
}

function makeItem(text: string, node: PlanNode | undefined): Item | undefined {
  if (node === undefined) return undefined;
  if (node.kind === "leaf" && node.content.kind === "text")
    return { xml: textNotation(node.content.text), isText: true };
  return { xml: text.slice(node.range.from, node.range.to), isText: false };
}
