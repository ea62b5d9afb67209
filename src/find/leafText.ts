import type { ByteRange, TextRange } from "../bytes/range";
import { utf8 } from "../bytes/text";
import type { LinkedDocument } from "../document/open";
import {
  FLAG_UTF_8,
  flagsOf,
  isElement,
  kindOf,
  parentOf,
  startOf,
  TokenKind,
  tokenRange,
} from "../wbxml/tokenTable";
import { contentEnd, isNode } from "../wbxml/tree";

/** Consecutive tokens of one element that together form its value, and their text. */
export interface LeafRun {
  readonly first: number;
  /** The token after the last one. */
  readonly end: number;
  /** `undefined` if part of it is not text. */
  readonly text: string | undefined;
  /** The bytes of all tokens; for a single token, its data without the token byte and length. */
  readonly range: ByteRange;
}

const LEAF_KINDS: ReadonlySet<number> = new Set([
  TokenKind.InlineString,
  TokenKind.TableString,
  TokenKind.Entity,
  TokenKind.ExtensionString,
  TokenKind.Opaque,
]);

/** Whether a token can contain text or bytes of a value, in content or in an attribute list. */
export function isLeaf({ tree: { tokens } }: LinkedDocument, token: number): boolean {
  return LEAF_KINDS.has(kindOf(tokens, token));
}

/** Reads the run of tokens that starts at a leaf. */
export function readLeafRun(document: LinkedDocument, first: number): LeafRun {
  const { tokens } = document.tree;
  const holder = parentOf(tokens, first);
  const limit =
    holder === undefined || holder < 0 || !isNode(tokens, first) ? first + 1 : contentEnd(tokens, holder);
  let end = first + 1;
  while (end < limit && isLeaf(document, end) && parentOf(tokens, end) === holder) end++;
  if (end === first + 1)
    return { first, end, text: readText(document, first), range: getDataRange(document, first) };
  const texts = Array.from({ length: end - first }, (_, i) => readText(document, first + i));
  const text = texts.includes(undefined) ? undefined : texts.join("");
  return { first, end, text, range: { start: startOf(tokens, first), end: startOf(tokens, end) } };
}

function readText({ tree, bytes }: LinkedDocument, token: number): string | undefined {
  if (kindOf(tree.tokens, token) !== TokenKind.Opaque) return tree.text(token);
  const { start, end } = tree.data(token);
  return utf8.decode(bytes.subarray(start, end));
}

function hasBytes({ tree: { tokens } }: LinkedDocument, token: number): boolean {
  const kind = kindOf(tokens, token);
  return kind === TokenKind.InlineString || kind === TokenKind.ExtensionString || kind === TokenKind.Opaque;
}

function getDataRange(document: LinkedDocument, token: number): ByteRange {
  return hasBytes(document, token) ? document.tree.data(token) : tokenRange(document.tree.tokens, token);
}

/**
 * Creates a function that locates part of a run's text in bytes: exactly if each character can be located,
 * otherwise the whole run.
 */
export function createTextLocator(
  document: LinkedDocument,
  { first, end, text = "", range }: LeafRun,
): (match: TextRange) => ByteRange {
  const { tokens } = document.tree;
  if (end !== first + 1 || !hasBytes(document, first)) return () => range;
  if (text.length === range.end - range.start)
    return ({ from, to }) => ({ start: range.start + from, end: range.start + to });
  if (kindOf(tokens, first) !== TokenKind.Opaque && (flagsOf(tokens, first) & FLAG_UTF_8) === 0)
    return () => range;
  const offset = createUtf8Counter(text);
  return ({ from, to }) => ({ start: range.start + offset(from), end: range.start + offset(to) });
}

/**
 * Creates a function from offsets in a text to offsets in its UTF-8 bytes; fast if called with increasing
 * offsets.
 */
function createUtf8Counter(text: string): (offset: number) => number {
  let at = 0;
  let bytes = 0;
  return (offset) => {
    if (offset < at) [at, bytes] = [0, 0];
    for (; at < offset; at++) bytes += countUtf8Bytes(text.charCodeAt(at));
    return bytes;
  };
}

/** The number of UTF-8 bytes for a UTF-16 unit; each half of a surrogate pair counts two of the four. */
function countUtf8Bytes(unit: number): number {
  if (unit < 0x80) return 1;
  return unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
}

/** Whether a run is the entire content of its element, and therefore its value. */
export function isWholeValue({ tree: { tokens } }: LinkedDocument, { first, end }: LeafRun): boolean {
  const holder = parentOf(tokens, first);
  if (
    holder < 0 ||
    !isElement(tokens, holder) ||
    !isNode(tokens, first) ||
    contentEnd(tokens, holder) !== end
  )
    return false;
  const afterTag = tokens.attributesEnd.get(holder) ?? holder + 1;
  return afterTag === first;
}
