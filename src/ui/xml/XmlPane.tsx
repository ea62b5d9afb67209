import { hasWholeText } from "../../document/size";
import type { Editing } from "../../store/editing";
import { AfterPaint } from "../AfterPaint";
import type { Finding } from "../problems/listFindings";
import { ElementEditor, XmlEditor } from "./editorLater";
import { useEditedElement } from "./useEditedElement";
import "./xml.css";

/**
 * The XML of a payload in the editor, which is loaded when it is first shown; for a large payload, only the
 * XML of the selected element.
 */
export function XmlPane({
  editing,
  findings,
}: {
  readonly editing: Editing;
  readonly findings: readonly Finding[];
}) {
  if (!hasWholeText(editing.document)) return <ElementPane editing={editing} />;
  return (
    <AfterPaint>
      <XmlEditor editing={editing} findings={findings} />
    </AfterPaint>
  );
}

function ElementPane({ editing }: { readonly editing: Editing }) {
  const { node, isTooLarge } = useEditedElement(editing.document);
  const size = Math.round(editing.document.bytes.length / 1_000_000);
  if (node < 0) {
    const what = isTooLarge ? "The selected element" : `The XML of ${size} MB`;
    return (
      <p className="xml-too-long">
        {what} is too large for the editor.{" "}
        {isTooLarge ? "Select one inside it" : "Select an element in the tree"} to see and edit its XML here.
        The tree and the bytes show everything, and Copy as XML copies the whole text.
      </p>
    );
  }
  return (
    <ElementEditor
      key={`${node} ${editing.undo.length} ${editing.redo.length}`}
      document={editing.document}
      node={node}
    />
  );
}
