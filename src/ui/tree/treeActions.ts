import type { Patch } from "../../bytes/patch";
import { readFragment, withoutDeclared } from "../../document/edits/excerpt";
import { duplicateBytes, editPart, removeBytes } from "../../document/edits/part";
import type { TreeEdit } from "../../document/edits/place";
import {
  appendChild,
  duplicateNode,
  insertAfter,
  moveNode,
  removeNode,
  setValue,
  toggleContent,
  toInlineString,
  toOpaque,
} from "../../document/edits/treeEdits";
import { bytesAtText } from "../../document/locate";
import type { LinkedDocument } from "../../document/open";
import { hasWholeText } from "../../document/size";
import { afterLargeEdit, editText, patchBytes, undoEdit } from "../../store/edits";
import { editingOf, useInspector } from "../../store/inspector";
import { type NamedNode, nameNode, nameValueChange } from "../../store/stepNames";
import { isElement } from "../../wbxml/tokenTable";
import { readTextIntoPage } from "../input/readIntoPage";
import { hasValue, selectedNode, valueLeaf } from "../kit/selected";
import { toast } from "../kit/toast/toasts";

export { copyNode } from "./copyNode";

type MakeEdit = (document: LinkedDocument, node: number) => TreeEdit | undefined;
/** The same as patches of the bytes, for a payload that is too large to be edited as one text. */
type MakePatches = (document: LinkedDocument, node: number) => readonly Patch[] | undefined;

/**
 * Applies an edit of the tree as one step of the history with the given name, and selects the result. Returns
 * false if it is not possible, and says why. That of a large payload can still be to be made.
 */
function apply(name: string, make: MakeEdit, makeBytes?: MakePatches): boolean {
  const state = useInspector.getState();
  const selected = selectedNode(state);
  const editing = editingOf(state.captures[state.current]);
  if (selected === undefined || editing === undefined) return refuse("Select an element first.");
  if (editing.isDraft)
    return refuse(
      "The XML can't be encoded, so the tree shows its last valid state. Fix the XML or undo your changes.",
    );
  if (!hasWholeText(editing.document)) return applyInPart(name, selected, make, makeBytes);
  const edit = make(selected.document, selected.node);
  if (edit === undefined) return refuse(`${name} is not possible here.`);
  editText(edit.text, name);
  const after = editingOf(useInspector.getState().captures[state.current]);
  if (after?.isDraft === true) {
    const why = after.problems.find(({ severity }) => severity === "error")?.message ?? "";
    undoEdit();
    return refuse(`${name} is not possible here. ${why}`);
  }
  const range = after && bytesAtText(after.document, edit.at);
  if (range !== undefined) useInspector.getState().select(range, "go");
  useInspector.getState().announce(name);
  return true;
}

/** The same in a payload that is too large to be edited as one text. */
function applyInPart(
  name: string,
  { document, node }: NonNullable<ReturnType<typeof selectedNode>>,
  make: MakeEdit,
  makeBytes?: MakePatches,
): boolean {
  const patches = makeBytes?.(document, node);
  const revised = patches ? { patches, problems: [] } : editPart(document, node, make);
  if (revised === undefined) return refuse(`${name} is not possible here.`);
  if (revised === "too large")
    return refuse(
      "This payload is too large to be edited as one text, and so is the element that would change. " +
        "Edit its bytes instead.",
    );
  const error = revised.problems.find(({ severity }) => severity === "error");
  if (error !== undefined) return refuse(`${name} is not possible here. ${error.message}`);
  if (revised.patches.length > 0 && !patchBytes(revised.patches, name)) return false;
  afterLargeEdit(() => useInspector.getState().announce(name), "completion");
  return true;
}

function refuse(why: string): false {
  toast(why);
  return false;
}

const undoAction = { title: "Undo", run: undoEdit };

/** What the selected node is called in the names of steps. */
function nameSelected(): NamedNode {
  const selected = selectedNode(useInspector.getState());
  return selected === undefined ? { name: "", place: "" } : nameNode(selected.document, selected.node);
}

function selectedName(): string {
  const { name, place } = nameSelected();
  return `${name}${place}`;
}

/** Sets the value of the selected node: text as an inline string, bytes as opaque data. */
export function setSelectedValue(value: string | Uint8Array): boolean {
  return apply(nameValueChange(nameSelected(), value), (document, node) =>
    setValue(document, valueLeaf(document, node) < 0 ? node : valueLeaf(document, node), value),
  );
}

/** Deletes the selected node, and offers to undo it when that has been done. */
export function removeSelected(): void {
  const { name, place } = nameSelected();
  if (apply(`Delete ${name}${place}`, removeNode, removeBytes))
    afterLargeEdit(() => toast(`${name} deleted.`, undoAction), "completion");
}

/** Duplicates the selected node. */
export function duplicateSelected(): void {
  apply(`Duplicate ${selectedName()}`, duplicateNode, duplicateBytes);
}

/** Moves the selected node past its neighbour. */
export function moveSelected(direction: "up" | "down"): void {
  apply(`Move ${nameSelected().name} ${direction}`, (document, node) => moveNode(document, node, direction));
}

/** Adds an element to the selected one, after all of its content. */
export function addChild(label: string, xml: string): void {
  apply(`Add ${label}`, (document, node) => appendChild(document, node, xml));
}

/** Turns the selected value from an inline string into opaque data, or the other way round. */
export function toggleOpaque(): void {
  apply(`Toggle string and opaque data of ${selectedName()}`, (document, node) => {
    const leaf = valueLeaf(document, node);
    return toOpaque(document, leaf) ?? toInlineString(document, leaf);
  });
}

/** Turns the content bit of the selected empty element on or off. */
export function toggleContentBit(): void {
  apply(`Toggle content bit of ${selectedName()}`, toggleContent);
}

/** The name in the first tag of XML, without its prefix. */
const FIRST_TAG = /<(?:[^:\s/>]*:)?([^\s/>]+)/;

/**
 * Pastes XML into the selected element, or after it if it has a value. Returns false, and does nothing, if
 * the text is not an element.
 */
export function pasteXml(text: string): boolean {
  const selected = selectedNode(useInspector.getState());
  if (selected === undefined) return false;
  const read = readFragment(text, selected.document.codeSpace);
  if (!("xml" in read)) return false;
  const xml = withoutDeclared(read.xml, selected.document);
  const isDone = apply(`Paste ${FIRST_TAG.exec(xml)?.[1] ?? "XML"}`, (document, node) => {
    const takesChildren =
      isElement(document.tree.tokens, node) && (!hasValue(document, node) || valueLeaf(document, node) < 0);
    return takesChildren ? appendChild(document, node, xml) : insertAfter(document, node, xml);
  });
  const openInstead = (): void => {
    undoEdit();
    void readTextIntoPage(text);
  };
  const offer = { title: "Open as a payload instead", run: openInstead };
  if (isDone) afterLargeEdit(() => toast("Pasted into the tree.", offer), "completion");
  return true;
}

/**
 * Opens a text that was pasted over the tree and is not an element, as pasting does everywhere on the page.
 */
export function openPasted(text: string): void {
  void readTextIntoPage(text);
}
