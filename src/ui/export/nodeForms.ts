import { copyForms } from "../../formats/write/copyForms";
import type { TextForm } from "../../share/forms";
import { editingOf, useInspector } from "../../store/inspector";
import { nameShownFile } from "../context/easFacts";
import { nodeName, selectedNode } from "../kit/selected";
import { JSON_FORM, OWN_FORM } from "./copyTitles";
import { copyOut, toXmlForm } from "./writeOut";

/** A node in the form with the given title: as XML, as JSON, as a complete payload, or as its bytes. */
function findForm(title: string, node: number): TextForm {
  if (title === "XML") return { kind: "xml", node };
  if (title === JSON_FORM) return { kind: "json", node };
  const isExcerpt = title === OWN_FORM;
  const id = copyForms.find((form) => isExcerpt || form.title === title)?.id ?? "";
  return { kind: "copy", id, node, isExcerpt };
}

const textName = (): string => `${nameShownFile()}.txt`;

/** Copies the selected node in the form with the given title. */
export async function copyNode(title: string): Promise<void> {
  const selected = selectedNode(useInspector.getState());
  if (selected === undefined) return;
  const { document, node } = selected;
  const form = findForm(title, node);
  await copyOut({ title: `${nodeName(document, node)}, ${title}`, document, form, name: textName() });
}

/** Copies the payload that is shown in a form; as its XML, the text that is shown. */
export async function copyPayload(title: string, form: TextForm): Promise<void> {
  const { captures, current } = useInspector.getState();
  const editing = editingOf(captures[current]);
  if (editing === undefined) return;
  const { document } = editing;
  await copyOut({
    title,
    document,
    form: form.kind === "xml" ? toXmlForm(editing) : form,
    name: textName(),
  });
}
