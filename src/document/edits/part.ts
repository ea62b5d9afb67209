import { joinBytes } from "../../bytes/join";
import { applyPatches, diffBytes, type Patch } from "../../bytes/patch";
import { GlobalToken } from "../../wbxml/globalToken";
import { behindNode, isElement, nodeRange, pageOf, parentOf, startOf, tokenAt } from "../../wbxml/tokenTable";
import type { TextProblem } from "../../xml/problem";
import { type LinkedDocument, openDocument } from "../open";
import { isEncodable, type Problem } from "../problem";
import { reviseDocument } from "../revise/revise";
import { excerpt } from "./excerpt";
import type { TreeEdit } from "./place";

/** One element of a document as a separate document, to be edited on its own. */
export interface Part {
  readonly whole: LinkedDocument;
  readonly node: number;
  /** The element alone; its text is what is edited. */
  readonly document: LinkedDocument;
}

/** A problem of an element's edited text. */
export type PartProblem = TextProblem<Problem["code"] | "not-one-element">;

/**
 * An element separated from the rest of its document. Takes time proportional to the element, not to the
 * document.
 */
export function openPart(whole: LinkedDocument, node: number): Part {
  return { whole, node, document: openDocument(excerpt(whole, node), whole.codeSpace) };
}

/**
 * The patches of the whole document that give the element its edited content; everything else keeps its bytes
 * and its meaning. Returns problems, with ranges in the edited text, if the text can't be encoded or is not
 * one element with the document's header.
 */
export function revisePart(
  { whole, node, document }: Part,
  xml: string,
): { readonly patches: readonly Patch[]; readonly problems: readonly PartProblem[] } {
  const { patches, problems } = reviseDocument(document, xml);
  if (!isEncodable(problems)) return { patches: [], problems };
  const edited = openDocument(applyPatches(document.bytes, patches), whole.codeSpace);
  const [root = -1, ...others] = edited.tree.roots();
  if (
    root < 0 ||
    others.length > 0 ||
    !isElement(edited.tree.tokens, root) ||
    describeHeader(edited) !== describeHeader(document)
  )
    return { patches: [], problems: [...problems, notOneElement(xml)] };
  const { start, end } = nodeRange(whole.tree.tokens, node);
  const before = whole.bytes.subarray(start, end);
  const own = nodeRange(edited.tree.tokens, root);
  const after = joinBytes([
    switchFrom(pageOf(whole.tree.tokens, node), pageOf(edited.tree.tokens, root)),
    edited.bytes.subarray(own.start, own.end),
    switchFrom(lastPage(edited, root), lastPage(whole, node)),
  ]);
  const made = diffBytes(before, after).map((patch) => ({
    ...patch,
    range: { start: patch.range.start + start, end: patch.range.end + start },
  }));
  return { patches: made, problems };
}

/** A larger element is not edited on its own, because its text would be too large; in bytes. */
export const MAX_PART_BYTES = 1_000_000;

/** What a part of a document becomes: the patches of the whole document, or what is wrong. */
export type RevisedPart = ReturnType<typeof revisePart>;

/**
 * An edit of the tree without the text of the whole document: it is made in the node's element or, where that
 * can't be (a node is deleted, moved, duplicated), in the one around it. `undefined` if `make` says that it
 * is not possible in either, "too large" if the element that would have to be tried has more than
 * `MAX_PART_BYTES`.
 */
export function editPart(
  whole: LinkedDocument,
  node: number,
  make: (document: LinkedDocument, node: number) => TreeEdit | undefined,
): RevisedPart | "too large" | undefined {
  const { tokens } = whole.tree;
  const own = isElement(tokens, node) ? node : parentOf(tokens, node);
  let revised: RevisedPart | undefined;
  for (const around of [own, parentOf(tokens, own)]) {
    if (around < 0) break;
    if (measure(whole, around) > MAX_PART_BYTES) return revised ?? "too large";
    const part = openPart(whole, around);
    const edit = make(part.document, findInPart(part, node));
    if (edit === undefined) continue;
    revised = revisePart(part, edit.text);
    if (isEncodable(revised.problems)) return revised;
  }
  return revised;
}

/**
 * The patches that remove a node, without the text of anything; `undefined` for what stands at the top level.
 */
export function removeBytes(whole: LinkedDocument, node: number): readonly Patch[] | undefined {
  const { tokens } = whole.tree;
  if (parentOf(tokens, node) < 0) return undefined;
  return [{ range: nodeRange(tokens, node), bytes: switchFrom(pageOf(tokens, node), lastPage(whole, node)) }];
}

/** The patches that repeat a node behind itself, as `removeBytes`. */
export function duplicateBytes(whole: LinkedDocument, node: number): readonly Patch[] | undefined {
  const { tokens } = whole.tree;
  if (parentOf(tokens, node) < 0) return undefined;
  const { start, end } = nodeRange(tokens, node);
  const bytes = joinBytes([
    switchFrom(lastPage(whole, node), pageOf(tokens, node)),
    whole.bytes.subarray(start, end),
  ]);
  return [{ range: { start: end, end }, bytes }];
}

function measure({ tree: { tokens } }: LinkedDocument, node: number): number {
  const { start, end } = nodeRange(tokens, node);
  return end - start;
}

/** The token of a part that is a node of the whole document: a part ends with the bytes of its element. */
function findInPart({ whole, node: element, document }: Part, node: number): number {
  const first = document.bytes.length - measure(whole, element);
  const { tokens } = whole.tree;
  return tokenAt(document.tree.tokens, first + startOf(tokens, node) - startOf(tokens, element));
}

/** The header's bytes as text, for comparison. */
function describeHeader({ tree: { tokens } }: LinkedDocument): string {
  const { version, publicId, publicIdIndex, charset, stringTable } = tokens.header;
  return [
    version,
    publicId,
    publicIdIndex,
    charset,
    tokens.bytes.subarray(stringTable.start, stringTable.end).join(" "),
  ].join("/");
}

/** The code page in effect after a node. */
function lastPage({ tree: { tokens } }: LinkedDocument, node: number): number {
  return pageOf(tokens, behindNode(tokens, node) - 1);
}

function switchFrom(page: number, wanted: number): Uint8Array {
  return page === wanted ? new Uint8Array() : Uint8Array.of(GlobalToken.SWITCH_PAGE, wanted);
}

function notOneElement(xml: string): PartProblem {
  return {
    code: "not-one-element",
    severity: "error",
    message:
      "This part of the payload is a single element: you can't add anything beside it or change the " +
      "header, which belongs to the whole payload.",
    range: { from: 0, to: xml.length },
  };
}
