import { formatCount } from "../../eas/values/reading";
import type { TextForm } from "../../share/forms";
import type { Editing } from "../../store/editing";
import { editingOf, type OpenCapture, useInspector } from "../../store/inspector";
import { nodeRange } from "../../wbxml/tokenTable";
import { nameShownFile, readContext } from "../context/easFacts";
import { nodeName, selectedNode } from "../kit/selected";
import { toast } from "../kit/toast/toasts";
import { describeCopy } from "./describeCopy";
import { findExportForm, listBlanks } from "./exportForms";
import type { CopiedForm, NodeForm } from "./forms";
import { rememberExportedForm } from "./lastForms";
import { copyOut, toXmlForm } from "./writeOut";

const textName = (): string => `${nameShownFile()}.txt`;

/** Copies the selected node in a form. */
export async function copyNode({ title, form }: NodeForm): Promise<void> {
  const selected = selectedNode(useInspector.getState());
  if (selected === undefined) return;
  const { document, node } = selected;
  const name = nodeName(document, node);
  const { start, end } = nodeRange(document.tree.tokens, node);
  await copyOut({
    what: `${formatCount(end - start, "byte")} of ${name} as ${title}`,
    title: `${name}, ${title}`,
    document,
    form: { ...form, node },
    name: textName(),
  });
}

/** Copies the payload that is shown in a form; as its XML, the text that is shown. */
export async function copyPayload(copied: CopiedForm): Promise<void> {
  const { captures, current } = useInspector.getState();
  const open = captures[current];
  const editing = editingOf(open);
  const form = editing && toTextForm(copied, editing, open);
  if (editing === undefined || form === undefined) return;
  const { document } = editing;
  const what = describeCopy(editing, copied);
  await copyOut({ what, title: copied.title, document, form, name: textName() });
}

/** The form to write; `undefined` if the payload can't be written in it, which is said. */
function toTextForm(
  { id, title, form }: CopiedForm,
  editing: Editing,
  open: OpenCapture | undefined,
): TextForm | undefined {
  if (form.kind === "xml") return toXmlForm(editing);
  if (form.kind !== "command") return form;
  if (readContext(open).direction === "response") {
    toast(`${title} sends requests, and this is a response.`);
    return undefined;
  }
  const { resend } = useInspector.getState();
  const subject = { editing, open };
  const choices = { query: "captured", credentials: false, values: resend } as const;
  const isBlank = listBlanks(subject, choices).some((name) => name !== "credentials");
  if (isBlank && resend === undefined) return askForBlanks(id);
  return findExportForm(id)?.text(subject, choices);
}

/** Asks once for what is not in the capture, in the export dialog. */
function askForBlanks(form: string): undefined {
  rememberExportedForm(form);
  useInspector.setState({ resend: {}, dialog: "export" });
  return undefined;
}
