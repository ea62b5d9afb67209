import { toBase64 } from "../../bytes/base64";
import { utf8 } from "../../bytes/text";
import { kindOf, startOf, TokenKind } from "../../wbxml/tokenTable";
import { integerOperand, stringOfTable, type Tree } from "../../wbxml/tree";
import { escapeText, hasForbidden, referenceAll, splitForbidden } from "../../xml/write";
import { attributesText } from "./attributeNotation";
import { quote } from "./quoting";

const BLANK = /^[ \t\r\n]*$/;

/**
 * Anything that keeps opaque text from standing in a CDATA section as it is: CR, what no eye can see, and the
 * section's own end.
 */
const UNCLEAN = /[\r\x7f-\x9f\u00ad\u2028\u2029\ufeff]|\]\]>/;

/** An inline string's text as character data; characters that XML can't hold become `<?char U+0001?>`. */
export function textNotation(text: string): string {
  if (text === "") return "<?str_i?>";
  if (!hasForbidden(text)) return BLANK.test(text) ? referenceAll(text) : escapeText(text);
  return splitForbidden(text)
    .map((part) =>
      part.forbidden
        ? `<?char ${codePoint(part.text)}?>`
        : BLANK.test(part.text)
          ? referenceAll(part.text)
          : escapeText(part.text),
    )
    .join("");
}

function codePoint(char: string): string {
  return `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/**
 * Opaque data: as a CDATA section where they are text that survives one, with `<?crlf?>` in front where all
 * line ends are CR LF (a section's own are LF); else as base64.
 */
export function opaqueNotation(bytes: Uint8Array): string {
  const text = utf8.decode(bytes);
  if (text === undefined || hasForbidden(text)) return `<?opaque ${toBase64(bytes)}?>`;
  const lines = text.includes("\r") ? crlfToLf(text) : text;
  if (lines === undefined || UNCLEAN.test(lines)) return `<?opaque ${toBase64(bytes)}?>`;
  return `${lines === text ? "" : "<?crlf?>"}<![CDATA[${lines}]]>`;
}

/** The text with LF for CR LF; `undefined` where CR or LF stands alone somewhere. */
function crlfToLf(text: string): string | undefined {
  return /\r(?!\n)|(?<!\r)\n/.test(text) ? undefined : text.replace(/\r\n/g, "\n");
}

/**
 * Bytes of the longest string of the table that is quoted beside its index: any number of tokens may name a
 * long one.
 */
export const LONGEST_QUOTED = 256;

/** A node that is no element, as XML: one construct that alone says what to write. */
export function leafNotation(tree: Tree, node: number): string {
  const { tokens } = tree;
  const bytes = (): Uint8Array => {
    const { start, end } = tree.data(node);
    return tokens.bytes.subarray(start, end);
  };
  const low = (tokens.bytes[startOf(tokens, node)] ?? 0) & 3;
  switch (kindOf(tokens, node)) {
    case TokenKind.InlineString: {
      const text = tree.text(node);
      return text === undefined ? `<?str_i ${toBase64(bytes())}?>` : textNotation(text);
    }
    case TokenKind.Opaque:
      return opaqueNotation(bytes());
    case TokenKind.TableString: {
      const index = integerOperand(tokens, node);
      const text = stringOfTable(tokens, index, LONGEST_QUOTED);
      return `<?str_t ${index}${text === undefined ? "" : ` ${quote(text)}`}?>`;
    }
    case TokenKind.Entity:
      return `<?entity ${integerOperand(tokens, node)}?>`;
    case TokenKind.ExtensionString: {
      const text = tree.text(node);
      return `<?ext_i_${low} ${text === undefined ? toBase64(bytes()) : quote(text)}?>`;
    }
    case TokenKind.ExtensionInteger:
      return `<?ext_t_${low} ${integerOperand(tokens, node)}?>`;
    case TokenKind.ExtensionByte:
      return `<?ext_${low}?>`;
    case TokenKind.Instruction:
      return `<?pi ${attributesText(tree, node)}?>`;
    default:
      return `<?malformed ${toBase64(bytes())}?>`;
  }
}
