import { byteAt } from "../../bytes/byteAt";
import { joinBytes } from "../../bytes/join";
import type { Patch } from "../../bytes/patch";
import type { ByteRange } from "../../bytes/range";
import { utf8 } from "../../bytes/text";
import type { LinkedDocument } from "../../document/open";
import { findElementByKey } from "../../eas/catalogue";
import { CONTENT_BIT } from "../../wbxml/globalToken";
import {
  closeOf,
  FLAG_IN_ATTRIBUTES,
  flagsOf,
  kindOf,
  nodeRange,
  pageOf,
  parentOf,
  startOf,
  TokenKind,
  type TokenTable,
  tokenAt,
  tokenRange,
} from "../../wbxml/tokenTable";
import { hasContent } from "../../wbxml/tree";
import { type WbxmlWriter, wbxmlWriter } from "../../wbxml/writer";
import type { FaultOptions } from "./deliberateFault";

/** A patch that replaces a range with bytes. */
export function replaceBytes(range: ByteRange, ...bytes: readonly (number | Uint8Array)[]): Patch {
  return {
    range,
    bytes: joinBytes(bytes.map((part) => (typeof part === "number" ? Uint8Array.of(part) : part))),
  };
}

/** A patch that inserts bytes at an offset. */
export function insertBytes(at: number, ...bytes: readonly (number | Uint8Array)[]): Patch {
  return replaceBytes({ start: at, end: at }, ...bytes);
}

/**
 * The first suitable token at or after the chosen place, otherwise the first in the payload; `undefined` if
 * there is none.
 */
export function findToken(
  { tree }: LinkedDocument,
  { near }: FaultOptions,
  isSuitable: (token: number) => boolean,
): number | undefined {
  const { tokens } = tree;
  const first = near === undefined ? 0 : Math.max(0, tokenAt(tokens, near));
  for (let step = 0; step < tokens.count; step++) {
    const token = (first + step) % tokens.count;
    if ((flagsOf(tokens, token) & FLAG_IN_ATTRIBUTES) === 0 && isSuitable(token)) return token;
  }
  return undefined;
}

/** Whether a token is a non-empty inline string inside an element. */
export function isInlineText({ tree }: LinkedDocument, token: number): boolean {
  const { tokens } = tree;
  const { start, end } = tree.data(token);
  return kindOf(tokens, token) === TokenKind.InlineString && end > start && parentOf(tokens, token) >= 0;
}

/** Whether a token is the tag of an element that contains one inline string and nothing else. */
export function isTextElement(document: LinkedDocument, token: number): boolean {
  const { tokens } = document.tree;
  if (!hasContent(tokens, token) || kindOf(tokens, token) !== TokenKind.Tag) return false;
  return (
    isInlineText(document, token + 1) &&
    kindOf(tokens, token + 2) === TokenKind.End &&
    closeOf(tokens, token) === token + 2
  );
}

/** The byte of a tag token. */
export function tagByte({ tree: { tokens } }: LinkedDocument, token: number): number {
  return byteAt(tokens.bytes, startOf(tokens, token));
}

/** The code page in effect before a token. */
export function pageBefore(tokens: TokenTable, token: number): number {
  return pageOf(tokens, token - 1);
}

/** A patch that removes an element. What follows keeps its code page. */
export function removeElement({ tree: { tokens } }: LinkedDocument, node: number): Patch {
  const range = nodeRange(tokens, node);
  const page = pageBefore(tokens, node);
  const after = pageAt(tokens, range.end);
  return after === page ? replaceBytes(range) : replaceBytes(range, 0x00, after);
}

/** The code page in effect at the byte offset where a token starts or the payload ends. */
export function pageAt(tokens: TokenTable, offset: number): number {
  return pageBefore(tokens, offset >= tokens.bytes.length ? tokens.count : tokenAt(tokens, offset));
}

/**
 * Writes elements by key: a leaf element with text or bytes, or a container with the content that `inside`
 * writes.
 */
export interface ElementWriter {
  readonly leaf: (key: string, text: string) => void;
  readonly opaque: (key: string, bytes: Uint8Array) => void;
  readonly container: (key: string, inside: () => void) => void;
}

/**
 * A patch that inserts elements at an offset where a token starts. The code page after them is the same as
 * before.
 */
export function insertElements(
  { tree: { tokens } }: LinkedDocument,
  offset: number,
  write: (to: ElementWriter) => void,
): Patch {
  return insertBytes(offset, writeElements(pageAt(tokens, offset), write));
}

/** Writes elements as bytes, with `page` in effect before and after them. */
function writeElements(page: number, write: (to: ElementWriter) => void): Uint8Array {
  const writer = wbxmlWriter(utf8, page);
  const container = (key: string, inside: () => void): void => {
    writeTag(writer, key);
    inside();
    writer.end();
  };
  write({
    container,
    leaf: (key, text) => container(key, () => writer.text(text)),
    opaque: (key, bytes) => container(key, () => writer.opaque(bytes)),
  });
  if (writer.page() !== page) writer.switchPage(page);
  return writer.bytes();
}

function writeTag(writer: WbxmlWriter, key: string): void {
  const entry = findElementByKey(key);
  if (entry === undefined) throw new Error(`No element ${key}`);
  writer.tag(entry.page, entry.token, CONTENT_BIT);
}

/**
 * A patch that replaces the text of a leaf element; `undefined` if it has no text or already has this one.
 */
export function replaceText(document: LinkedDocument, leaf: number, text: string): Patch | undefined {
  if (!isTextElement(document, leaf) || document.tree.text(leaf + 1) === text) return undefined;
  return replaceBytes(
    tokenRange(document.tree.tokens, leaf + 1),
    0x03,
    utf8.encode(text) ?? new Uint8Array(0),
    0x00,
  );
}
