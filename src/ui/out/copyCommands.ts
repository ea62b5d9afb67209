import { copyForms } from "../../formats/write/copyForms";
import type { Editing } from "../../store/editing";
import { editingOf, useInspector } from "../../store/inspector";
import { hasPayload, type MenuCommand } from "../commands/menuCommand";
import { copyText } from "./copyText";
import { JSON_FORM } from "./copyTitles";

function makeCopyAction(title: string, write: (editing: Editing) => string): () => void {
  return () => {
    const { captures, current } = useInspector.getState();
    const editing = editingOf(captures[current]);
    if (editing !== undefined) void copyText(title, write(editing));
  };
}

/** All forms in which the payload can be copied. */
export const copyCommands: readonly MenuCommand[] = [
  {
    id: "copy-xml",
    title: "XML",
    menu: "copy",
    isEnabled: hasPayload,
    run: makeCopyAction("XML", (editing) => editing.text()),
  },
  {
    id: "copy-json",
    title: JSON_FORM,
    menu: "copy",
    isEnabled: hasPayload,
    run: () => void import("./nodeForms").then(({ copyJson }) => copyJson()),
  },
  ...copyForms.map(
    ({ id, title, write }): MenuCommand => ({
      id: `copy-${id}`,
      title,
      menu: "copy",
      isEnabled: hasPayload,
      run: makeCopyAction(title, ({ document }) => write(document.bytes)),
    }),
  ),
];
