import type { Patch } from "../bytes/patch";
import type { TextRange } from "../bytes/range";
import { findTextOfBytes } from "../document/locate";
import type { LinkedDocument } from "../document/open";
import { closeOf, hasEnd, nodeRange, parentOf } from "../wbxml/tokenTable";
import { findTagEnd } from "../xml/tagEnd";
import { escapeText } from "../xml/write";
import type { ByteFix, TextFix } from "./rule";
import type { MessageView } from "./view";

type Edits = TextFix["edits"];

/**
 * A text fix whose edits are computed on demand: a message may have thousands of fixes, and its text may not
 * be written yet.
 */
function textFix(title: string, safe: boolean, edits: () => Edits): TextFix {
  return {
    title,
    safe,
    get edits() {
      return edits();
    },
  };
}

/**
 * A fix that changes how a payload is encoded. It is never safe in a payload with malformations, because the
 * changed bytes may be read differently.
 */
export function byteFix(
  title: string,
  { document }: MessageView,
  safe: boolean,
  patches: readonly Patch[],
): ByteFix {
  return { title, safe: safe && document.malformations.length === 0, patches };
}

/**
 * Joins the patches of several byte fixes that can be applied at once, in order. A fix is applied whole or
 * not at all, because half a fix fixes nothing: a SWITCH_PAGE that one patch removes is written elsewhere by
 * another. If two fixes touch the same place, the first wins, and the rules report the other again.
 */
export function joinPatches(document: LinkedDocument, fixes: readonly ByteFix[]): readonly Patch[] {
  const touched = new Uint8Array(document.bytes.length + 1);
  const isFree = ({ range }: Patch): boolean =>
    !touched.subarray(range.start, Math.max(range.end, range.start + 1)).includes(1);
  const taken: Patch[] = [];
  for (const { patches } of fixes) {
    if (!patches.every(isFree)) continue;
    for (const patch of patches) {
      touched.fill(1, patch.range.start, Math.max(patch.range.end, patch.range.start + 1));
      taken.push(patch);
    }
  }
  return taken.toSorted((a, b) => a.range.start - b.range.start);
}

/**
 * A fix that removes a node with its content, and the line it leaves empty; a parent that is left without
 * content becomes an empty tag.
 */
export function removalFix(title: string, view: MessageView, node: number, safe: boolean): TextFix {
  const { document } = view;
  return textFix(title, safe, () => {
    const hollow = findHolderContent(document, node);
    if (hollow !== undefined) return [{ range: hollow, text: "/>" }];
    const { from, to } = findTextOfBytes(document, nodeRange(document.tree.tokens, node));
    return [{ range: { from: from - measureLayout(document.xml, from), to }, text: "" }];
  });
}

/**
 * For a node that is its parent's only content: the text from the parent's `>` to the end of its closing tag.
 */
function findHolderContent(document: LinkedDocument, node: number): TextRange | undefined {
  const { tree } = document;
  const holder = parentOf(tree.tokens, node);
  if (holder < 0 || !hasEnd(tree.tokens, holder) || tree.children(holder).length !== 1) return undefined;
  return {
    from: document.textRange(holder).to - 1,
    to: document.textRange(closeOf(tree.tokens, holder)).to,
  };
}

/**
 * The number of characters of indentation and line break before a position; 0 if anything else precedes it on
 * its line.
 */
function measureLayout(xml: string, at: number): number {
  let start = at;
  while (start > 0 && (xml[start - 1] === " " || xml[start - 1] === "\t")) start--;
  return xml[start - 1] === "\n" ? at - start + 1 : 0;
}

/** A fix that changes the text of a leaf element. */
export function replacementFix(
  title: string,
  view: MessageView,
  node: number,
  text: string,
  safe: boolean,
): TextFix {
  const { document } = view;
  return textFix(title, safe, () => {
    const range = findTextOfBytes(document, nodeRange(document.tree.tokens, node));
    const written = document.xml.slice(range.from, range.to);
    const [start = "", name = ""] = /^<([^\s/>]+)/.exec(written) ?? [];
    const end = findTagEnd(written, start.length);
    const tag = end < 0 ? start : written.slice(0, written.charAt(end - 2) === "/" ? end - 2 : end - 1);
    return [{ range, text: `${tag}>${escapeText(text)}</${name}>` }];
  });
}

/**
 * A fix that inserts a leaf element at the start of a container, in the container's own namespace and layout.
 */
export function firstChildFix(
  title: string,
  view: MessageView,
  container: number,
  name: string,
  text: string,
  safe: boolean,
): TextFix {
  const { document } = view;
  return textFix(title, safe, () => {
    const { from, to } = document.textRange(container);
    const [, prefix = ""] = /^<([^\s/>:]+:)/.exec(document.xml.slice(from, to)) ?? [];
    const [layout = ""] = /^\r?\n[ \t]*/.exec(document.xml.slice(to)) ?? [];
    return [
      { range: { from: to, to }, text: `${layout}<${prefix}${name}>${escapeText(text)}</${prefix}${name}>` },
    ];
  });
}
