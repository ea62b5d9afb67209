import { bisect } from "../bytes/bisect";
import type { ByteRange, TextRange } from "../bytes/range";
import {
  behindHeader,
  closeOf,
  FLAG_IN_ATTRIBUTES,
  flagsOf,
  kindOf,
  nodeRange,
  parentOf,
  startOf,
  TokenKind,
  type TokenTable,
  tokenAt,
  tokenRange,
} from "../wbxml/tokenTable";
import { isNode } from "../wbxml/tree";
import type { LinkedDocument } from "./open";

/**
 * The node that a byte belongs to: an END belongs to the element it closes, a SWITCH_PAGE to the tag after it
 * or else to its parent; -1 for the header or past the end of the bytes.
 */
export function nodeAtByte(document: LinkedDocument, offset: number): number {
  const { tokens } = document.tree;
  const at = tokenAt(tokens, offset);
  if (at < 0) return -1;
  if (kindOf(tokens, at) === TokenKind.End) return elementClosedBy(document, at);
  if (kindOf(tokens, at) === TokenKind.SwitchPage) return switchedNode(document, at);
  let token = at;
  while (token >= 0 && !isNode(tokens, token)) token = parentOf(tokens, token);
  return token;
}

/**
 * The next node after a SWITCH_PAGE in the same element, or else that element. There can be millions of
 * switches in between, so that they are not passed over one by one: a node after a switch has a row.
 */
function switchedNode(document: LinkedDocument, at: number): number {
  const { tokens } = document.tree;
  const { nodes } = document.rows();
  const next = nodes[bisect(nodes.length, (row) => Number(nodes[row]) > at)];
  const parent = parentOf(tokens, at);
  return next !== undefined && parentOf(tokens, next) === parent ? next : parent;
}

function elementClosedBy({ tree: { tokens } }: LinkedDocument, end: number): number {
  let token = end - 1;
  for (; token >= 0; token = parentOf(tokens, token)) if (closeOf(tokens, token) === end) return token;
  return -1;
}

/**
 * The bytes for an offset in the XML text: for a tag, the bytes of its element with all its content; for a
 * leaf, its own bytes; `undefined` in layout.
 *
 * The texts of tokens are in the same order as the tokens and never overlap, so binary search finds the last
 * token whose text starts at or before the offset. Tokens without their own text (SWITCH_PAGE) have an empty
 * range at the end of the previous text; from such a token the search steps back to the token that has a
 * text.
 */
export function bytesAtText(document: LinkedDocument, at: number): ByteRange | undefined {
  const { tokens } = document.tree;
  const last = bisect(tokens.count, (token) => document.textRange(token).from > at) - 1;
  for (let token = last; token >= 0; token--) {
    const { from, to } = document.textRange(token);
    if (from === to) continue;
    if (at > to || at < from) return undefined;
    return findBytesOfToken(document, token);
  }
  return undefined;
}

function findBytesOfToken(document: LinkedDocument, token: number): ByteRange {
  const { tokens } = document.tree;
  const kind = kindOf(tokens, token);
  if (kind === TokenKind.End) return nodeRange(tokens, elementClosedBy(document, token));
  if (kind <= TokenKind.StringTable) return headerRange(tokens, token);
  if ((flagsOf(tokens, token) & FLAG_IN_ATTRIBUTES) !== 0) return nodeRange(tokens, parentOf(tokens, token));
  return isNode(tokens, token) ? nodeRange(tokens, token) : tokenRange(tokens, token);
}

/** The whole header that a token is a field of, because one instruction represents all of it. */
function headerRange(tokens: TokenTable, field: number): ByteRange {
  let version = field;
  while (version > 0 && kindOf(tokens, version) !== TokenKind.Version) version--;
  return {
    start: startOf(tokens, version),
    end: startOf(tokens, behindHeader(tokens, version)),
  };
}

/** The XML text for a range of bytes: from the text of its first token to the text of its last. */
export function findTextOfBytes(document: LinkedDocument, { start, end }: ByteRange): TextRange {
  const { tokens } = document.tree;
  const first = tokenAt(tokens, start);
  const last = tokenAt(tokens, Math.max(start, end - 1));
  if (first < 0 || last < 0) return { from: document.xml.length, to: document.xml.length };
  let behind = document.textRange(last);
  let before = document.textRange(first);
  for (let token = first; before.from === before.to && token < last; ) before = document.textRange(++token);
  for (let token = last; behind.from === behind.to && token > first; ) behind = document.textRange(--token);
  return { from: before.from, to: Math.max(before.to, behind.to) };
}
