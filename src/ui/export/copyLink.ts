import { writeClipboardLater } from "../../browser/clipboard";
import { takeBefore } from "../../bytes/cut";
import { excerpt } from "../../document/edits/excerpt";
import { fitsLink, lengthWarning, type SharedPayload, writeShareFragment } from "../../share/link";
import { editingOf, type Inspector, useInspector } from "../../store/inspector";
import { nodeRange } from "../../wbxml/tokenTable";
import { sayCopied } from "../kit/copyText";
import { nodeName, type SelectedNode, selectedNode } from "../kit/selected";
import { lastingToast, toast } from "../kit/toast/toasts";
import { toSharedPayload } from "./sharing";

const TOO_LONG =
  "This is too large for a link: browsers open no link of more than 2 million characters, and this page " +
  "none with more than 16 MB in it. Send the payload as a file, or copy a link to a smaller part of it.";

/** A payload does not fit in a link. */
class LinkTooLong extends Error {
  override readonly name = "LinkTooLong";
}

function shareShown({ captures, current, selection }: Inspector): SharedPayload | undefined {
  const open = captures[current];
  const editing = editingOf(open);
  return open && editing && toSharedPayload(editing, open, selection?.range);
}

/** A node of a payload, without the text and selection of the whole; `undefined` if it is too large. */
function shareNode(
  { text: _text, selection: _selection, ...whole }: SharedPayload,
  { document, node }: SelectedNode,
): SharedPayload | undefined {
  const { start, end } = nodeRange(document.tree.tokens, node);
  if (!fitsLink(end - start)) return undefined;
  return { ...whole, label: `Part of ${whole.label}`, bytes: excerpt(document, node) };
}

/** Writes a link. Rejects with {@link LinkTooLong} if it would be too long. */
async function writeLink(shared: SharedPayload | undefined): Promise<string> {
  const fragment = shared && (await writeShareFragment(shared));
  if (fragment === undefined) throw new LinkTooLong();
  return takeBefore(location.href, "#") + fragment;
}

/** How long the link to the payload that is shown is, such as "1.2 KB"; `undefined` if nothing is shown. */
export async function measureLink(state: Inspector): Promise<string | undefined> {
  const shared = shareShown(state);
  if (shared === undefined) return undefined;
  try {
    return formatKilobytes((await writeLink(shared)).length);
  } catch (error) {
    if (error instanceof LinkTooLong) return "too long";
    throw error;
  }
}

/** A size in kilobytes, such as "1.2 KB". */
function formatKilobytes(size: number): string {
  const kilobytes = size / 1000;
  return `${kilobytes < 100 ? kilobytes.toFixed(1) : Math.round(kilobytes).toLocaleString("en")} KB`;
}

/** Copies a link that contains the payload that is shown. */
export async function copyLink(): Promise<void> {
  const shared = shareShown(useInspector.getState());
  if (shared !== undefined) await copy("a link", shared);
}

/** Copies a link that contains only the selected element. */
export async function copyNodeLink(): Promise<void> {
  const state = useInspector.getState();
  const whole = shareShown(state);
  const selected = selectedNode(state);
  if (whole === undefined || selected === undefined) return;
  await copy(`a link to ${nodeName(selected.document, selected.node)}`, shareNode(whole, selected));
}

/** Copies a link, and says how long it is and what can happen to one of that length. */
async function copy(what: string, shared: SharedPayload | undefined): Promise<void> {
  const writing = writeLink(shared);
  const toBlob = async (): Promise<Blob> => new Blob([await writing], { type: "text/plain" });
  try {
    const isCopied = await writeClipboardLater(toBlob());
    const { length } = await writing;
    const told = `${what} of ${length.toLocaleString("en")} characters`;
    if (isCopied) sayCopied(`Copied ${told}${warn(length)}`);
    else lastingToast(`The browser did not let this page copy ${told}. Allow it to use the clipboard.`);
  } catch (error) {
    if (!(error instanceof LinkTooLong)) throw error;
    useInspector.getState().announce(TOO_LONG);
    toast(TOO_LONG);
  }
}

function warn(length: number): string {
  const warning = lengthWarning(length);
  return warning === undefined ? "" : `. ${warning}`;
}
