import { editingOf, useInspector } from "../../store/inspector";
import { nameShownFile } from "../context/easFacts";
import { nodeName, selectedNode } from "../kit/selected";
import type { CopiedForm } from "./forms";
import { copyOut, toXmlForm } from "./writeOut";

const textName = (): string => `${nameShownFile()}.txt`;

/** Copies the selected node in a form. */
export async function copyNode({ title, form }: CopiedForm): Promise<void> {
  const selected = selectedNode(useInspector.getState());
  if (selected === undefined) return;
  const { document, node } = selected;
  await copyOut({
    title: `${nodeName(document, node)}, ${title}`,
    document,
    form: { ...form, node },
    name: textName(),
  });
}

/** Copies the payload that is shown in a form; as its XML, the text that is shown. */
export async function copyPayload({ title, form }: CopiedForm): Promise<void> {
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
