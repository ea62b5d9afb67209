import { toBase64 } from "../../bytes/base64";
import { toHex } from "../../bytes/hex";
import { utf8 } from "../../bytes/text";
import { fragmentXml } from "../../document/edits/excerpt";
import { formatCount } from "../../eas/values/reading";
import { useInspector } from "../../store/inspector";
import { nodeBytes } from "../../wbxml/tokenTable";
import { copyText } from "../kit/copyText";
import { nodeName, type SelectedNode, selectedNode, valueLeaf } from "../kit/selected";

/** A form in which a node can be copied. */
export type NodeForm = "value" | "XML" | "hex";

/** A copy of a node, and what it is, as the end of "Copied …". */
export interface NodeCopy {
  readonly text: string;
  readonly what: string;
}

/** Writes a node in a form; `undefined` for the value of a node that has none. */
export function writeNodeCopy({ document, node }: SelectedNode, form: NodeForm): NodeCopy | undefined {
  const name = nodeName(document, node);
  if (form === "XML") return { text: fragmentXml(document, node), what: `${name} as XML` };
  if (form === "value") return writeValue({ document, node }, name);
  const bytes = nodeBytes(document.tree.tokens, node);
  return { text: toHex(bytes), what: `${formatCount(bytes.length, "byte")} of ${name} as hex` };
}

/** The text of a value; bytes that are not text are written in base64. */
function writeValue({ document, node }: SelectedNode, name: string): NodeCopy | undefined {
  const { tree } = document;
  const leaf = valueLeaf(document, node);
  if (leaf < 0) return undefined;
  const { start, end } = tree.data(leaf);
  const bytes = tree.tokens.bytes.subarray(start, end);
  const text = tree.text(leaf) ?? utf8.decode(bytes);
  const what = `the value of ${name}`;
  return text === undefined ? { text: toBase64(bytes), what: `${what} as base64` } : { text, what };
}

/** Copies the selected node in a form, and says what was copied. */
export async function copyNode(form: NodeForm): Promise<void> {
  const selected = selectedNode(useInspector.getState());
  const copy = selected && writeNodeCopy(selected, form);
  if (copy !== undefined) await copyText(copy.what, copy.text);
}
