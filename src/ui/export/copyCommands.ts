import { Copy } from "lucide-react";
import { copyForms } from "../../formats/write/copyForms";
import type { Editing } from "../../store/editing";
import { editingOf, type Inspector, useInspector } from "../../store/inspector";
import { textAtHand } from "../../store/textAtHand";
import { hasPayload, type MenuCommand, type MenuSection, type Submenu } from "../kit/commands/menuCommand";
import { copyText } from "../kit/copyText";
import { laterCode } from "../kit/load/laterCode";
import { nodeName, selectedNode } from "../kit/selected";
import { LONGEST_COPY, MAX_AT_ONCE } from "./atOnce";
import { describeCopy } from "./describeCopy";
import { type CopiedForm, formMenus, nodeForms } from "./forms";
import { readCopiedForm, rememberCopiedForm } from "./lastForms";

/** What copies a text that costs more to write. */
const copying = laterCode(() => import("./copying"));

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
  if (editing === undefined) return;
  rememberCopiedForm(form.id);
  const text = writeAtOnce(form, editing);
  if (text !== undefined && text.length <= LONGEST_COPY) void copyText(describeCopy(editing, form), text);
  else copying.run(({ copyPayload }) => copyPayload(form));
}

const again: MenuSection = {};
const copyAs: MenuSection = { heading: "Copy as" };

const payloadForms = formMenus.flatMap(({ forms }) => forms);

/** The form in which a payload was copied last; the first one if none was. */
function findLastForm(): CopiedForm | undefined {
  const last = readCopiedForm();
  return payloadForms.find(({ id }) => id === last) ?? payloadForms[0];
}

const copyTitle = ({ title }: Pick<CopiedForm, "title">): string => `Copy as ${title}`;

function makeCopy(form: CopiedForm, submenu: Submenu): MenuCommand {
  return {
    id: `copy-${form.id}`,
    title: copyTitle(form),
    shortTitle: form.title,
    menu: "export",
    section: copyAs,
    submenu,
    isEnabled: hasPayload,
    run: () => copyShown(form),
  };
}

/** The forms of the selected element, in a submenu; none if no element is selected. */
function listNodeForms(state: Inspector): readonly MenuCommand[] {
  const selected = selectedNode(state);
  if (selected === undefined) return [];
  const submenu = { title: `Only ${nodeName(selected.document, selected.node)}` };
  return nodeForms.map((form) => ({
    id: `copy-node-${form.id}`,
    title: `Copy the selected element as ${form.title}`,
    shortTitle: form.title,
    menu: "export",
    section: copyAs,
    submenu,
    run: () => copying.run(({ copyNode }) => copyNode(form)),
  }));
}

const copyAgain: MenuCommand = {
  id: "copy-again",
  title: "Copy in the last form",
  menu: "export",
  icon: Copy,
  section: again,
  keys: "Mod+Shift+C",
  isEnabled: hasPayload,
  listNow: () => {
    const form = findLastForm();
    return form === undefined ? [] : [{ ...copyAgain, title: copyTitle(form) }];
  },
  run: () => {
    const form = findLastForm();
    if (form !== undefined) copyShown(form);
  },
};

/** Copies the payload, in the form used last or in any, or the selected element. */
export const copyCommands: readonly MenuCommand[] = [
  copyAgain,
  ...formMenus.flatMap(({ submenu, forms }) => forms.map((form) => makeCopy(form, submenu))),
  {
    id: "copy-node",
    title: "Copy the selected element as XML",
    menu: "export",
    section: copyAs,
    isEnabled: (state) => selectedNode(state) !== undefined,
    listNow: listNodeForms,
    run: () => copying.run(({ copyNode }) => copyNode(nodeForms[0])),
  },
];
