import { replaceText } from "../../bytes/textEdit";
import { textNotation } from "../notation/leaf";
import { listChildren, type PlanNode } from "../plan/plan";
import { type TextPlace, type TreeEdit } from "./place";

// Among text white space counts, and two strings side by side need a mark between them. So where an element
// holds leaves its content is put together anew, without layout.

/** A child of such an element, as it is written. */
export interface Item {
  readonly xml: string;
  /** Whether it is character data, which runs together with its like. */
  readonly isText: boolean;
}

const SPLIT = "<?split?>";

/** Whether a leaf stands among a node and its siblings. */
export function isInMixed({ nodes, node }: TextPlace): boolean {
  return (
    node.kind === "leaf" || listChildren(nodes, node.parent).some((index) => nodes[index]?.kind === "leaf")
  );
}

/**
 * The parent's content changed: `change` is given its items and the number of the one that the place is;
 * `shift` is how far from there the edit's own node stands afterwards.
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
