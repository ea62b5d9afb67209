import { toBase64 } from "../../bytes/base64";
import { formatCodePoint } from "../../bytes/hex";
import { utf8 } from "../../bytes/text";
import { GlobalToken } from "../../wbxml/globalToken";
import { kindOf, TokenKind, type TokenTable } from "../../wbxml/tokenTable";
import { stringOfTable, type Tree } from "../../wbxml/tree";
import { escapeText, hasForbidden, referenceAll, splitForbidden } from "../../xml/write";
import { attributesText } from "./attributes";
import { readValue } from "./content";
import { quote } from "./operands";

const BLANK = /^[ \t\r\n]*$/;

/**
 * Anything that prevents opaque text from being written literally in a CDATA section: CR, invisible
 * characters, and the end marker of the section.
 */
const UNCLEAN = /[\r\x7f-\x9f\u00ad\u2028\u2029\ufeff]|\]\]>/;

/** An inline string's text as character data; characters that XML can't contain become `<?char U+0001?>`. */
export function textNotation(text: string): string {
  if (text === "") return "<?str_i?>";
  if (!hasForbidden(text)) return BLANK.test(text) ? referenceAll(text) : escapeText(text);
  return splitForbidden(text)
    .map((part) =>
      part.forbidden
        ? `<?char ${formatCodePoint(part.text)}?>`
        : BLANK.test(part.text)
          ? referenceAll(part.text)
          : escapeText(part.text),
    )
    .join("");
}

/**
 * Opaque data: as a CDATA section if it is text that a section preserves, after `<?crlf?>` if all line
 * endings are CR LF (a section's own are LF); otherwise as base64.
 */
export function opaqueNotation(bytes: Uint8Array): string {
  const text = utf8.decode(bytes);
  if (text === undefined || hasForbidden(text)) return `<?opaque ${toBase64(bytes)}?>`;
  const lines = text.includes("\r") ? crlfToLf(text) : text;
  if (lines === undefined || UNCLEAN.test(lines)) return `<?opaque ${toBase64(bytes)}?>`;
  return `${lines === text ? "" : "<?crlf?>"}<![CDATA[${lines}]]>`;
}

/** The text with LF for CR LF; `undefined` if there is a CR or LF on its own. */
function crlfToLf(text: string): string | undefined {
  return /\r(?!\n)|(?<!\r)\n/.test(text) ? undefined : text.replace(/\r\n/g, "\n");
}

/**
 * The most bytes of a table string that is quoted next to its index: any number of tokens can refer to a long
 * one.
 */
export const LONGEST_QUOTED = 256;

/** A node that is not an element, as XML: one construct that determines what to write. */
export function leafNotation(tree: Tree, node: number): string {
  const { tokens } = tree;
  if (kindOf(tokens, node) === TokenKind.Instruction) return `<?pi ${attributesText(tree, node)}?>`;
  const content = readValue(tree, node);
  switch (content.kind) {
    case "text":
      return textNotation(content.text);
    case "string-bytes":
      return `<?str_i ${toBase64(content.bytes)}?>`;
    case "opaque":
      return opaqueNotation(content.bytes);
    case "malformed":
      return `<?malformed ${toBase64(content.bytes)}?>`;
    case "integer":
      return `<?${integerTarget(content.token)} ${integerData(tokens, content)}?>`;
    case "extension-string":
      return `<?ext_i_${content.token & 3} ${quote(content.text)}?>`;
    case "extension-bytes":
      return `<?ext_i_${content.token & 3} ${toBase64(content.bytes)}?>`;
    case "byte":
      return `<?ext_${content.token & 3}?>`;
  }
}

function integerTarget(token: number): string {
  if (token === GlobalToken.STR_T) return "str_t";
  return token === GlobalToken.ENTITY ? "entity" : `ext_t_${token & 3}`;
}

/** The number and, for a string table index, the string for readability. */
function integerData(tokens: TokenTable, { token, value }: { token: number; value: number }): string {
  const text = token === GlobalToken.STR_T ? stringOfTable(tokens, value, LONGEST_QUOTED) : undefined;
  return text === undefined ? String(value) : `${value} ${quote(text)}`;
}
