import { excerpt, fragmentXml } from "../../document/edits/excerpt";
import { copyForms } from "../../formats/write/copyForms";
import { formatDocumentJson } from "../../share/documentJson";
import { editingOf, useInspector } from "../../store/inspector";
import { nodeBytes } from "../../wbxml/tokenTable";
import { nodeName, type SelectedNode, selectedNode } from "../tree/selected";
import { copyText } from "./copyText";
import { JSON_FORM, OWN_FORM } from "./copyTitles";

/** A node in the form with the given title: as XML, as JSON, as a complete payload, or as its bytes. */
function write(selected: SelectedNode, title: string): string {
  const { document, node } = selected;
  if (title === "XML") return fragmentXml(document, node);
  if (title === JSON_FORM) return formatDocumentJson(document, node);
  if (title === OWN_FORM) return copyForms[0]?.write(excerpt(document, node)) ?? "";
  return copyForms.find((form) => form.title === title)?.write(nodeBytes(document.tree.tokens, node)) ?? "";
}

/** Copies the selected node in the form with the given title. */
export async function copyNode(title: string): Promise<void> {
  const selected = selectedNode(useInspector.getState());
  if (selected !== undefined)
    await copyText(`${nodeName(selected.document, selected.node)}, ${title}`, write(selected, title));
}

/** Copies the payload that is shown as JSON with offsets. */
export async function copyJson(): Promise<void> {
  const { captures, current } = useInspector.getState();
  const document = editingOf(captures[current])?.document;
  if (document !== undefined) await copyText(JSON_FORM, formatDocumentJson(document));
}
