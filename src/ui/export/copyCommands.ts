import { copyForms } from "../../formats/write/copyForms";
import type { TextForm } from "../../share/forms";
import type { Editing } from "../../store/editing";
import { editingOf, useInspector } from "../../store/inspector";
import { textAtHand } from "../../store/textAtHand";
import { hasPayload, type MenuCommand } from "../kit/commands/menuCommand";
import { copyText } from "../kit/copyText";
import { LONGEST_COPY, MAX_AT_ONCE } from "./atOnce";
import { JSON_FORM } from "./copyTitles";

/** Copies a text that costs little to write at once, and one of a large payload with the code for that. */
function makeCopyAction(
  title: string,
  form: TextForm,
  write: (editing: Editing) => string | undefined,
): () => void {
  return () => {
    const { captures, current } = useInspector.getState();
    const editing = editingOf(captures[current]);
    const text = editing && write(editing);
    if (text !== undefined && text.length <= LONGEST_COPY) void copyText(title, text);
    else void import("./nodeForms").then(({ copyPayload }) => copyPayload(title, form));
  };
}

/** All forms in which the payload can be copied. */
export const copyCommands: readonly MenuCommand[] = [
  {
    id: "copy-xml",
    title: "XML",
    menu: "copy",
    isEnabled: hasPayload,
    run: makeCopyAction("XML", { kind: "xml" }, textAtHand),
  },
  {
    id: "copy-json",
    title: JSON_FORM,
    menu: "copy",
    isEnabled: hasPayload,
    run: makeCopyAction(JSON_FORM, { kind: "json" }, () => undefined),
  },
  ...copyForms.map(
    ({ id, title, write }): MenuCommand => ({
      id: `copy-${id}`,
      title,
      menu: "copy",
      isEnabled: hasPayload,
      run: makeCopyAction(title, { kind: "copy", id }, ({ document: { bytes } }) =>
        bytes.length > MAX_AT_ONCE ? undefined : write(bytes),
      ),
    }),
  ),
];
