import type { ByteRange, TextRange } from "../bytes/range";
import { utf8 } from "../bytes/text";
import type { LinkedDocument } from "../document/open";
import { FLAG_UTF_8, isElement, kindOf, parentOf, startOf, TokenKind, tokenRange } from "../wbxml/tokenTable";
import { contentEnd, isNode } from "../wbxml/tree";

/** Tokens that follow each other directly in one element and make up its value, and what they say. */
export interface LeafRun {
  readonly first: number;
  /** The token behind the last. */
  readonly end: number;
  /** `undefined` where some of it is no text. */
  readonly text: string | undefined;
  /** The bytes of all of it: of a single token its data, without the token byte and length. */
  readonly range: ByteRange;
}

const LEAVES: ReadonlySet<number> = new Set([
  TokenKind.InlineString,
  TokenKind.TableString,
  TokenKind.Entity,
  TokenKind.ExtensionString,
  TokenKind.Opaque,
]);

/** Whether a token may hold a text or bytes of a value, in content or in an attribute list. */
export function isLeaf({ tree: { tokens } }: LinkedDocument, token: number): boolean {
  return LEAVES.has(kindOf(tokens, token));
}

/** The run of tokens that starts with a leaf. */
export function leafRun(document: LinkedDocument, first: number): LeafRun {
  const { tokens } = document.tree;
  const holder = parentOf(tokens, first);
  const limit =
    holder === undefined || holder < 0 || !isNode(tokens, first) ? first + 1 : contentEnd(tokens, holder);
  let end = first + 1;
  while (end < limit && isLeaf(document, end) && parentOf(tokens, end) === holder) end++;
  if (end === first + 1) return { first, end, text: textOf(document, first), range: dataOf(document, first) };
  const texts = Array.from({ length: end - first }, (_, i) => textOf(document, first + i));
  const text = texts.includes(undefined) ? undefined : texts.join("");
  return { first, end, text, range: { start: startOf(tokens, first), end: startOf(tokens, end) } };
}

function textOf({ tree, bytes }: LinkedDocument, token: number): string | undefined {
  if (kindOf(tree.tokens, token) !== TokenKind.Opaque) return tree.text(token);
  const { start, end } = tree.data(token);
  return utf8.decode(bytes.subarray(start, end));
}

function holdsBytes({ tree: { tokens } }: LinkedDocument, token: number): boolean {
  const kind = kindOf(tokens, token);
  return kind === TokenKind.InlineString || kind === TokenKind.ExtensionString || kind === TokenKind.Opaque;
}

function dataOf(document: LinkedDocument, token: number): ByteRange {
  return holdsBytes(document, token) ? document.tree.data(token) : tokenRange(document.tree.tokens, token);
}

/**
 * The bytes of a part of a run's text: just those where each character's can be told, else those of the whole
 * run.
 */
export function bytesOfText(
  document: LinkedDocument,
  { first, end, text = "", range }: LeafRun,
): (match: TextRange) => ByteRange {
  const { kind, flags } = document.tree.tokens;
  if (end !== first + 1 || !holdsBytes(document, first)) return () => range;
  if (text.length === range.end - range.start)
    return ({ from, to }) => ({ start: range.start + from, end: range.start + to });
  if (kind[first] !== TokenKind.Opaque && ((flags[first] ?? 0) & FLAG_UTF_8) === 0) return () => range;
  const offset = utf8Offsets(text);
  return ({ from, to }) => ({ start: range.start + offset(from), end: range.start + offset(to) });
}

/** By offset in a text, that in its UTF-8 bytes; cheap where offsets are asked for in rising order. */
function utf8Offsets(text: string): (offset: number) => number {
  let at = 0;
  let bytes = 0;
  return (offset) => {
    if (offset < at) [at, bytes] = [0, 0];
    for (; at < offset; at++) bytes += bytesOfUnit(text.charCodeAt(at));
    return bytes;
  };
}

/** Bytes of UTF-8 that a UTF-16 unit stands for: each half of a pair for two of four. */
function bytesOfUnit(unit: number): number {
  if (unit < 0x80) return 1;
  return unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
}

/** Whether a run is all that its element holds, and so its value. */
export function isWholeValue({ tree: { tokens } }: LinkedDocument, { first, end }: LeafRun): boolean {
  const holder = parentOf(tokens, first);
  if (
    holder < 0 ||
    !isElement(tokens, holder) ||
    !isNode(tokens, first) ||
    contentEnd(tokens, holder) !== end
  )
    return false;
  const behindTag = tokens.attributesEnd.get(holder) ?? holder + 1;
  return behindTag === first;
}
