import type { ClipboardEvent } from "react";
import { fragmentXml } from "../../document/edits/excerpt";
import { useInspector } from "../../store/inspector";
import { sayCopied } from "../kit/copyText";
import { nodeName, selectedNode } from "../kit/selected";
import { act } from "./menuCommands";

/**
 * Cutting, copying and pasting of elements while the tree has focus, as XML text that other captures and
 * programs can use too.
 */
export const treeClipboard = {
  onCopy: (event: ClipboardEvent): void => void copy(event),
  onCut: (event: ClipboardEvent): void => cut(event),
  onPaste: (event: ClipboardEvent): void => paste(event),
} as const;

function copy(event: ClipboardEvent): boolean {
  const selected = selectedNode(useInspector.getState());
  if (selected === undefined) return false;
  event.preventDefault();
  event.clipboardData.setData("text/plain", fragmentXml(selected.document, selected.node));
  sayCopied(`Copied ${nodeName(selected.document, selected.node)} as XML`);
  return true;
}

function cut(event: ClipboardEvent): void {
  if (copy(event)) act(({ removeSelected }) => removeSelected());
}

/** Pastes XML into the tree. Anything else is left to the page, which opens it as usual. */
function paste(event: ClipboardEvent): void {
  const text = event.clipboardData.getData("text/plain");
  if (!/^\s*</.test(text) || selectedNode(useInspector.getState()) === undefined) return;
  event.preventDefault();
  event.nativeEvent.stopImmediatePropagation();
  act(({ pasteXml, openPasted }) => pasteXml(text) || openPasted(text));
}
