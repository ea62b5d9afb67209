import { copyForms } from "../../formats/write/copyForms";
import type { Editing } from "../../store/editing";
import { editingOf, useInspector } from "../../store/inspector";
import { textAtHand } from "../../store/textAtHand";
import { hasPayload, type MenuCommand } from "../kit/commands/menuCommand";
import { copyText } from "../kit/copyText";
import { laterCode } from "../kit/load/laterCode";
import { LONGEST_COPY, MAX_AT_ONCE } from "./atOnce";
import { type CopiedForm, payloadForms } from "./forms";

/** What copies a text that costs more to write. */
export const copying = laterCode(() => import("./copying"));

/** A payload in a form, if that costs little to write. */
function writeAtOnce({ form }: CopiedForm, editing: Editing): string | undefined {
  if (form.kind === "xml") return textAtHand(editing);
  const { bytes } = editing.document;
  if (form.kind !== "copy" || bytes.length > MAX_AT_ONCE) return undefined;
  return copyForms.find(({ id }) => id === form.id)?.write(bytes);
}

function copyShown(form: CopiedForm): void {
  const { captures, current } = useInspector.getState();
  const editing = editingOf(captures[current]);
  const text = editing && writeAtOnce(form, editing);
  if (text !== undefined && text.length <= LONGEST_COPY) void copyText(form.title, text);
  else copying.run(({ copyPayload }) => copyPayload(form));
}

/** Copies the payload, in each of its forms. */
export const copyCommands: readonly MenuCommand[] = payloadForms.map((form) => ({
  id: `copy-${form.id}`,
  title: form.title,
  menu: "copy",
  isEnabled: hasPayload,
  run: () => copyShown(form),
}));
