import { useState } from "react";
import { Button } from "react-aria-components";
import { hasWholeText } from "../../document/size";
import type { Editing } from "../../store/editing";
import { AfterPaint } from "../kit/load/AfterPaint";
import { nodeName } from "../kit/selected";
import type { Finding } from "../problems/listFindings";
import { ElementEditor, XmlEditor } from "./editorLater";
import { useEditedElement } from "./useEditedElement";
import { XmlLines } from "./XmlLines";
import "./xml.css";

/**
 * The XML of a payload in the editor, which is loaded when it is first shown; for a large payload, its lines
 * to read, and the selected element to edit.
 */
export function XmlPane({
  editing,
  findings,
}: {
  readonly editing: Editing;
  readonly findings: readonly Finding[];
}) {
  if (!hasWholeText(editing.document)) return <LargePane editing={editing} />;
  return (
    <AfterPaint>
      <XmlEditor editing={editing} findings={findings} />
    </AfterPaint>
  );
}

/** The lines of a large payload's XML; the selected element is edited on its own, on request. */
function LargePane({ editing: { document, undo, redo } }: { readonly editing: Editing }) {
  const { node, isTooLarge } = useEditedElement(document);
  const [mode, setMode] = useState<"reading" | "editing" | "back">("reading");
  if (mode === "editing" && node >= 0)
    return (
      <ElementEditor
        key={`${node} ${undo.length} ${redo.length}`}
        document={document}
        node={node}
        onClose={() => setMode("back")}
      />
    );
  const size = (document.bytes.length / 1_000_000).toFixed(1);
  return (
    <div className="xml-part">
      <p className="xml-part-line is-read-only">
        <span>Read only: the XML of {size} MB is too large to edit as one text.</span>
        {node < 0 ? (
          <span>{isTooLarge ? "Select a smaller element to edit it." : "Select an element to edit it."}</span>
        ) : (
          <Button className="button is-small" onPress={() => setMode("editing")}>
            Edit {nodeName(document, node)}
          </Button>
        )}
      </p>
      <XmlLines document={document} takesFocus={mode === "back"} />
    </div>
  );
}
