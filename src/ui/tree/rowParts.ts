import { toBase64 } from "../../bytes/base64";
import { utf8 } from "../../bytes/text";
import { pageNames } from "../../document/notation/names";
import type { LinkedDocument } from "../../document/open";
import { onlyLeaf } from "../../document/rows";
import { countChildren, findSiblingPlace } from "../../document/siblings";
import { findTagVersions } from "../../eas/tagVersions";
import { formatCount } from "../../eas/values/reading";
import type { ProtocolVersion } from "../../eas/versions";
import { isElement, kindOf, pageOf, parentOf, TokenKind } from "../../wbxml/tokenTable";
import { tagIdentity } from "../../wbxml/tree";
import { type RowText, rowText } from "../kit/rowText";
import { isClosable } from "./rows";

/** What a row shows without knowing EAS. */
export interface RowParts extends RowText {
  /** The prefix of the namespace, if it is not that of the row's parent or of the sibling before; else "". */
  readonly prefix: string;
  readonly isBytes: boolean;
  /** What stands behind the value: the size of bytes, or how much a folded element hides. */
  readonly note: string;
}

/** Bytes of which a row shows the beginning. */
const SHOWN_BYTES = 96;

/** What the row of a node shows. */
export function readRowParts(document: LinkedDocument, node: number, isFolded: boolean): RowParts {
  const text = rowText(document, node);
  const prefix = findPrefix(document, node);
  const bytes = readBytes(document, node);
  const note =
    bytes !== undefined
      ? `opaque, ${formatCount(bytes.length, "byte")}`
      : isFolded && isClosable(document, node)
        ? formatCount(countChildren(document, node), "child", "children")
        : "";
  const value = bytes === undefined ? text.value : showBytes(bytes);
  return { ...text, prefix, value, isBytes: bytes !== undefined, note };
}

/** The bytes of a node whose value is opaque data. */
function readBytes({ tree }: LinkedDocument, node: number): Uint8Array | undefined {
  const { tokens } = tree;
  const leaf = isElement(tokens, node) ? onlyLeaf(tokens, node) : node;
  if (leaf < 0 || kindOf(tokens, leaf) !== TokenKind.Opaque) return undefined;
  const { start, end } = tree.data(leaf);
  return tokens.bytes.subarray(start, end);
}

/** Bytes as the text that they are, otherwise in base64, as in the XML. */
function showBytes(bytes: Uint8Array): string {
  const head = bytes.subarray(0, SHOWN_BYTES);
  const text = utf8.decode(head);
  const more = head.length < bytes.length ? "…" : "";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: text has none but tabs and line breaks
  const isText = text !== undefined && !/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(text);
  const shown = isText ? text.replace(/\r\n?|\n/g, "⏎").replace(/\s+/g, " ") : toBase64(head);
  return `${shown}${more}`;
}

function findPrefix(document: LinkedDocument, node: number): string {
  const { tokens } = document.tree;
  const parent = parentOf(tokens, node);
  if (kindOf(tokens, node) !== TokenKind.Tag || parent < 0) return "";
  const page = pageOf(tokens, node);
  const { before } = findSiblingPlace(document, node);
  const isPageOf = (other: number): boolean =>
    kindOf(tokens, other) === TokenKind.Tag && pageOf(tokens, other) === page;
  if (isPageOf(parent) || (before >= 0 && isPageOf(before))) return "";
  return pageNames(document.codeSpace, page).prefix;
}

/**
 * In which versions the tag of a node exists, in words, if the version of its message is not among them:
 * "14.0 or later".
 */
export function tellOtherVersions(
  { tree: { tokens } }: LinkedDocument,
  node: number,
  version: ProtocolVersion | undefined,
): string | undefined {
  const known =
    kindOf(tokens, node) === TokenKind.Tag
      ? findTagVersions(pageOf(tokens, node), tagIdentity(tokens, node))
      : undefined;
  const [first] = known ?? [];
  const last = known?.at(-1);
  if (version === undefined || first === undefined || known?.includes(version) !== false) return undefined;
  if (last === "16.1") return `${first} or later`;
  return first === last ? `${first} only` : first === "2.5" ? `${last} or earlier` : `${first} to ${last}`;
}

/** The findings about a row, counted as one would say it: "one error, 2 warnings". */
export function tellFindings(counts: Readonly<Partial<Record<string, number>>>): string {
  return Object.entries(counts)
    .map(([severity, count = 0]) => {
      const noun = severity === "info" ? "note" : severity;
      return count === 1 ? `one ${noun}` : `${count} ${noun}s`;
    })
    .join(", ");
}
