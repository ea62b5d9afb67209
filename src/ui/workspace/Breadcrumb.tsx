import { useMemo } from "react";
import { Breadcrumbs, Button, Breadcrumb as Crumb } from "react-aria-components";
import { nodeAtByte } from "../../document/locate";
import { elementName } from "../../document/notation/names";
import type { LinkedDocument } from "../../document/open";
import { useInspector } from "../../store/inspector";
import { isElement, nodeRange, parentOf } from "../../wbxml/tokenTable";

const MAX_SHOWN = 12;

/** The path to the selected element; each step selects its element. */
export function Breadcrumb({ document }: { readonly document: LinkedDocument }) {
  const at = useInspector(({ selection }) => selection?.range.start);
  const path = useMemo(() => (at === undefined ? [] : pathTo(document, at)), [document, at]);
  if (path.length === 0) return null;
  const shown = path.length > MAX_SHOWN ? [...path.slice(0, 2), ...path.slice(4 - MAX_SHOWN)] : path;
  return (
    <nav className="breadcrumb" aria-label="Path of the selection">
      <Breadcrumbs>
        {shown.map((node) => (
          <Crumb key={node} id={node} className="crumb">
            <Button
              className="crumb-button"
              onPress={() => useInspector.getState().select(nodeRange(document.tree.tokens, node), "go")}
            >
              {elementName(document, node)}
            </Button>
            {node === shown[1] && path.length > MAX_SHOWN && (
              <span className="crumb-gap">… {path.length - shown.length} more</span>
            )}
          </Crumb>
        ))}
      </Breadcrumbs>
    </nav>
  );
}

/** The elements around a byte, the root first. */
function pathTo(document: LinkedDocument, offset: number): readonly number[] {
  const { tokens } = document.tree;
  const path: number[] = [];
  for (let node = nodeAtByte(document, offset); node >= 0; node = parentOf(tokens, node)) {
    if (isElement(tokens, node)) path.push(node);
  }
  return path.reverse();
}
