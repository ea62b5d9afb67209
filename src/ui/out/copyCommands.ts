import { copyForms } from "../../formats/write/copyForms";
import type { Editing } from "../../store/editing";
import { editingOf, useInspector } from "../../store/inspector";
import { type Command, hasPayload } from "../commands/command";
import { copyText } from "./copyText";
import { JSON_FORM } from "./copyTitles";

function copyOf(title: string, write: (editing: Editing) => string): () => void {
  return () => {
    const { captures, current } = useInspector.getState();
    const editing = editingOf(captures[current]);
    if (editing !== undefined) void copyText(title, write(editing));
  };
}

/** Every form in which the payload can be put on the clipboard. */
export const copyCommands: readonly Command[] = [
  {
    id: "copy-xml",
    title: "XML",
    menu: "copy",
    isEnabled: hasPayload,
    run: copyOf("XML", (editing) => editing.text()),
  },
  {
    id: "copy-json",
    title: JSON_FORM,
    menu: "copy",
    isEnabled: hasPayload,
    run: () => void import("./nodeForms").then(({ copyJson }) => copyJson()),
  },
  ...copyForms.map(
    ({ id, title, write }): Command => ({
      id: `copy-${id}`,
      title,
      menu: "copy",
      isEnabled: hasPayload,
      run: copyOf(title, ({ document }) => write(document.bytes)),
    }),
  ),
];
