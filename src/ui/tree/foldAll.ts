import type { LinkedDocument } from "../../document/open";
import { editingOf, useInspector } from "../../store/inspector";
import { isElement, parentOf, startOf } from "../../wbxml/tokenTable";
import type { PaneCommand } from "../kit/commands/paneCommand";
import { isClosable } from "./rows";

/** Where the elements start that can be folded, but for those at the top level. */
export function listFoldable(document: LinkedDocument): ReadonlySet<number> {
  const { tokens } = document.tree;
  const starts = new Set<number>();
  for (const node of document.rows().nodes) {
    if (isElement(tokens, node) && parentOf(tokens, node) >= 0 && isClosable(document, node))
      starts.add(startOf(tokens, node));
  }
  return starts;
}

/** The folded elements without those around a node. */
export function withoutAncestors(
  { tree: { tokens } }: LinkedDocument,
  folded: ReadonlySet<number>,
  node: number,
): ReadonlySet<number> {
  const open = new Set(folded);
  for (let at = parentOf(tokens, node); at >= 0; at = parentOf(tokens, at)) open.delete(startOf(tokens, at));
  return open;
}

function foldAll(): void {
  const { captures, current } = useInspector.getState();
  const document = editingOf(captures[current])?.document;
  if (document !== undefined) useInspector.setState({ collapsed: listFoldable(document) });
}

/** What the menu of the tree does. */
export const treePaneCommands: readonly PaneCommand[] = [
  { title: "Fold all", run: foldAll },
  { title: "Unfold all", run: () => useInspector.setState({ collapsed: new Set() }) },
];
