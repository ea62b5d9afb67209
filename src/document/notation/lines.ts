import { bisect } from "../../bytes/bisect";
import {
  behindHeader,
  closeOf,
  endOf,
  FLAG_MIXED,
  FLAG_UTF_8,
  flagsOf,
  isElement,
  kindOf,
  parentOf,
  startOf,
  TokenKind,
  type TokenTable,
} from "../../wbxml/tokenTable";
import { contentStart, hasContent, isNode } from "../../wbxml/tree";
import { nodeAtByte } from "../locate";
import type { LinkedDocument } from "../open";
import { renderOpeningOf, renderTokensOf } from "./render";

/*
 * The XML of a payload of many megabytes is never written as a whole: only its lines that are in view are. A
 * line starts where `render` starts one: at an element, unless it stands in mixed content, and at the end of
 * an element that contains others. So a line is a run of tokens, and its text is what `render` writes for
 * them.
 */

/** The tokens at which the lines of a document's XML start, in order. Reads every token. */
export function listLines(tokens: TokenTable): Int32Array<ArrayBuffer> {
  const lines = new Int32Array(tokens.count);
  const open: { readonly close: number; readonly isMixed: boolean; isFilled: boolean }[] = [];
  let count = 0;
  for (let token = behindHeader(tokens); token < tokens.count; token++) {
    const around = open.at(-1);
    if (around?.close === token && kindOf(tokens, token) === TokenKind.End) {
      if (around.isFilled && !around.isMixed) lines[count++] = token;
      open.pop();
    } else if (isElement(tokens, token) && isNode(tokens, token)) {
      if (around !== undefined) around.isFilled = true;
      if (around?.isMixed !== true) lines[count++] = token;
      const isMixed = (flagsOf(tokens, token) & FLAG_MIXED) !== 0;
      if (hasContent(tokens, token)) open.push({ close: closeOf(tokens, token), isMixed, isFilled: false });
      token = contentStart(tokens, token) - 1;
    } else if (around === undefined && isNode(tokens, token)) lines[count++] = token;
    while (open.length > 0 && (open.at(-1)?.close ?? 0) <= token) open.pop(); // those that have no end
  }
  return lines.slice(0, count);
}

/** The line that a token is in; -1 if it comes before the first. */
export function lineOfToken(lines: Int32Array, token: number): number {
  return bisect(lines.length, (line) => (lines[line] ?? 0) > token) - 1;
}

/** A longer line is cut. */
const LONGEST_LINE = 4096;
/** So many bytes of a long value are shown. */
const SHOWN_BYTES = 1000;

/**
 * The text of a line of a document's XML, with its indent. A long value is cut, with its size after it; of a
 * long list of attributes, only the size is written.
 */
export function writeLine(document: LinkedDocument, line: number): string {
  const { tokens } = document.tree;
  const lines = document.lines();
  const first = lines[line];
  if (first === undefined) return "";
  const end = lines[line + 1] ?? tokens.count;
  const isEnd = kindOf(tokens, first) === TokenKind.End;
  const around = isEnd ? nodeAtByte(document, startOf(tokens, first)) : parentOf(tokens, first);
  const value = findLongValue(document, line);
  const attributes = measureAttributes(tokens, first);
  if (value === undefined && attributes <= LONGEST_LINE) return renderTokensOf(document, first, end, around);
  const opening = value === first ? "" : writeOpening(document, first, around, attributes);
  if (value === undefined) return opening + writeBehind(document, first, end);
  const data = document.tree.data(value);
  const isOnly = value + 2 >= end; // with the end of its element
  const length = isOnly ? data.end - data.start : startOf(tokens, end) - startOf(tokens, value);
  return `${opening}${cutValue(document, value)}${writeSize(length)}`;
}

function writeSize(bytes: number): string {
  return `… (${bytes.toLocaleString("en")} bytes)`;
}

/** How many bytes the attributes of an element have; 0 for another token. */
function measureAttributes(tokens: TokenTable, token: number): number {
  return isElement(tokens, token) ? startOf(tokens, contentStart(tokens, token)) - endOf(tokens, token) : 0;
}

/** The opening tag of the element that starts a line, or the closing tag that does. */
function writeOpening(document: LinkedDocument, first: number, around: number, attributes: number): string {
  const { tokens } = document.tree;
  if (attributes <= LONGEST_LINE) return renderTokensOf(document, first, contentStart(tokens, first), around);
  const end = hasContent(tokens, first) ? ">" : "/>";
  return `${renderOpeningOf(document, first)} ${writeSize(attributes)}${end}`;
}

/** What a line has behind the opening tag of its element. */
function writeBehind(document: LinkedDocument, element: number, end: number): string {
  const start = contentStart(document.tree.tokens, element);
  return start < end ? renderTokensOf(document, start, end, element, false) : "";
}

/**
 * The first lines of a document's XML, about as many as take `most` characters, without writing the rest. It
 * is not whole either if a value was cut.
 */
export function writeFirstLines(
  document: LinkedDocument,
  most: number,
): { readonly text: string; readonly isWhole: boolean } {
  const count = document.lines().length;
  const written: string[] = [];
  let length = 0;
  let isCut = false;
  while (written.length < count && length <= most) {
    isCut ||= isLineCut(document, written.length);
    const line = writeLine(document, written.length);
    written.push(line);
    length += line.length + 1;
  }
  return { text: written.join("\n"), isWhole: written.length === count && !isCut };
}

function isLineCut(document: LinkedDocument, line: number): boolean {
  const first = document.lines()[line];
  return (
    findLongValue(document, line) !== undefined ||
    (first !== undefined && measureAttributes(document.tree.tokens, first) > LONGEST_LINE)
  );
}

/**
 * The token of a line that is cut because of what is written from there on; `undefined` if the line is short.
 * Page switches are not written.
 */
function findLongValue(document: LinkedDocument, line: number): number | undefined {
  const { tokens } = document.tree;
  const lines = document.lines();
  const first = lines[line] ?? tokens.count;
  const end = lines[line + 1] ?? tokens.count;
  let value = isElement(tokens, first) ? contentStart(tokens, first) : first;
  while (value < end && isUnwritten(kindOf(tokens, value))) value++;
  return startOf(tokens, end) - startOf(tokens, value) > LONGEST_LINE ? value : undefined;
}

/** Whether nothing long is written for a token. Only page switches follow an END that starts a line. */
function isUnwritten(kind: number): boolean {
  return kind === TokenKind.SwitchPage || kind === TokenKind.End;
}

/** The start of a text; "" for other tokens. */
function cutValue({ tree }: LinkedDocument, token: number): string {
  const { tokens } = tree;
  const isText = kindOf(tokens, token) === TokenKind.InlineString;
  if (!isText || (flagsOf(tokens, token) & FLAG_UTF_8) === 0) return "";
  const { start, end } = tree.data(token);
  return new TextDecoder().decode(tokens.bytes.subarray(start, Math.min(end, start + SHOWN_BYTES)));
}
