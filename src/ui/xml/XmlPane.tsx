import type { Editing } from "../../store/editing";
import { isEditedAsText } from "../../store/editing";
import { AfterPaint } from "../AfterPaint";
import type { ListedProblem } from "../problems/listProblems";
import { PartEditor, XmlEditor } from "./editorLater";
import { usePart } from "./usePart";
import "./xml.css";

/**
 * The XML of a payload in the editor, which is loaded when first shown; of a large payload that of the
 * selected element alone.
 */
export function XmlPane({
  editing,
  problems,
}: {
  readonly editing: Editing;
  readonly problems: readonly ListedProblem[];
}) {
  if (!isEditedAsText(editing.document)) return <PartPane editing={editing} />;
  return (
    <AfterPaint>
      <XmlEditor editing={editing} problems={problems} />
    </AfterPaint>
  );
}

function PartPane({ editing }: { readonly editing: Editing }) {
  const { node, isTooLarge } = usePart(editing.document);
  const size = Math.round(editing.document.bytes.length / 1_000_000);
  if (node < 0) {
    const what = isTooLarge ? "The selected element" : `The XML of ${size} MB`;
    return (
      <p className="xml-too-long">
        {what} is more than the editor carries well.{" "}
        {isTooLarge ? "Select one inside it" : "Select an element in the tree"} to see and edit its XML here.
        Tree and bytes show everything; Copy as XML gives the whole text.
      </p>
    );
  }
  return (
    <PartEditor
      key={`${node} ${editing.undo.length} ${editing.redo.length}`}
      document={editing.document}
      node={node}
    />
  );
}
