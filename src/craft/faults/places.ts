import { joinBytes } from "../../bytes/join";
import type { Patch } from "../../bytes/patch";
import type { ByteRange } from "../../bytes/range";
import { utf8 } from "../../bytes/text";
import type { LinkedDocument } from "../../document/open";
import { elementOfKey } from "../../eas/catalogue";
import { CONTENT_BIT } from "../../wbxml/globalToken";
import {
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
} from "../../wbxml/tokenTable";
import { hasContent } from "../../wbxml/tree";
import { type WbxmlWriter, wbxmlWriter } from "../../wbxml/writer";
import type { FaultOptions } from "./fault";

/** A patch that writes bytes over a range. */
export function replaced(range: ByteRange, ...bytes: readonly (number | Uint8Array)[]): Patch {
  return {
    range,
    bytes: joinBytes(bytes.map((part) => (typeof part === "number" ? Uint8Array.of(part) : part))),
  };
}

/** A patch that puts bytes in at an offset. */
export function inserted(at: number, ...bytes: readonly (number | Uint8Array)[]): Patch {
  return replaced({ start: at, end: at }, ...bytes);
}

/**
 * The token at or next behind the place that is meant for which `suits` holds, else the first; `undefined`
 * where there is none.
 */
export function tokenFor(
  { tree }: LinkedDocument,
  { near }: FaultOptions,
  suits: (token: number) => boolean,
): number | undefined {
  const { tokens } = tree;
  const first = near === undefined ? 0 : Math.max(0, tokenAt(tokens, near));
  for (let step = 0; step < tokens.count; step++) {
    const token = (first + step) % tokens.count;
    if ((flagsOf(tokens, token) & FLAG_IN_ATTRIBUTES) === 0 && suits(token)) return token;
  }
  return undefined;
}

/** Whether a token is a string of some text that stands inline in an element. */
export function isText({ tree }: LinkedDocument, token: number): boolean {
  const { tokens } = tree;
  const { start, end } = tree.data(token);
  return kindOf(tokens, token) === TokenKind.InlineString && end > start && parentOf(tokens, token) >= 0;
}

/** Whether a token is the tag of an element that holds one inline string and nothing else. */
export function isLeafWithText(document: LinkedDocument, token: number): boolean {
  const { tokens } = document.tree;
  if (!hasContent(tokens, token) || kindOf(tokens, token) !== TokenKind.Tag) return false;
  return (
    isText(document, token + 1) &&
    kindOf(tokens, token + 2) === TokenKind.End &&
    closeOf(tokens, token) === token + 2
  );
}

/** The bytes of a tag token. */
export function tagByte({ tree: { tokens } }: LinkedDocument, token: number): number {
  return tokens.bytes[startOf(tokens, token)] ?? 0;
}

/** The code page in force in front of a token. */
export function pageBefore({ page }: TokenTable, token: number): number {
  return token <= 0 ? 0 : (page[token - 1] ?? 0);
}

/** A patch that leaves an element out. What stands behind it keeps the code page that it had. */
export function removed({ tree: { tokens } }: LinkedDocument, node: number): Patch {
  const range = nodeRange(tokens, node);
  const page = pageBefore(tokens, node);
  const after = pageAt(tokens, range.end);
  return after === page ? replaced(range) : replaced(range, 0x00, after);
}

/** The code page in force at the byte offset where a token begins or the payload ends. */
export function pageAt(tokens: TokenTable, offset: number): number {
  return pageBefore(tokens, offset >= tokens.bytes.length ? tokens.count : tokenAt(tokens, offset));
}

/** Writes elements by their keys: a leaf with text or bytes, or a container with what `inside` writes. */
export interface ElementWriter {
  readonly leaf: (key: string, text: string) => void;
  readonly opaque: (key: string, bytes: Uint8Array) => void;
  readonly container: (key: string, inside: () => void) => void;
}

/**
 * A patch that puts elements in at an offset where a token begins. The code page behind them is the one in
 * front of them.
 */
export function elementsAt(
  { tree: { tokens } }: LinkedDocument,
  offset: number,
  write: (to: ElementWriter) => void,
): Patch {
  return inserted(offset, written(pageAt(tokens, offset), write));
}

/** Elements as bytes, with `page` in force in front of them and behind them. */
function written(page: number, write: (to: ElementWriter) => void): Uint8Array {
  const writer = wbxmlWriter(utf8, page);
  const container = (key: string, inside: () => void): void => {
    tag(writer, key);
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

function tag(writer: WbxmlWriter, key: string): void {
  const entry = elementOfKey(key);
  if (entry === undefined) throw new Error(`No element ${key}`);
  writer.tag(entry.page, entry.token, CONTENT_BIT);
}

/**
 * A patch that writes another text into a leaf element; `undefined` where the leaf has none to replace, or
 * has it already.
 */
export function retold(document: LinkedDocument, leaf: number, text: string): Patch | undefined {
  if (!isLeafWithText(document, leaf) || document.tree.text(leaf + 1) === text) return undefined;
  return replaced(
    tokenRange(document.tree.tokens, leaf + 1),
    0x03,
    utf8.encode(text) ?? new Uint8Array(0),
    0x00,
  );
}
