import { formatByte } from "../bytes/hex";
import { pageNames, tagName } from "../document/notation/names";
import type { LinkedDocument } from "../document/open";
import { ATTRIBUTE_BIT, CONTENT_BIT, IDENTITY_BITS, isGlobal } from "../wbxml/globalToken";
import {
  FLAG_IN_ATTRIBUTES,
  flagsOf,
  kindOf,
  pageOf,
  parentOf,
  TokenKind,
  tokenAt,
} from "../wbxml/tokenTable";
import { tagIdentity } from "../wbxml/tree";
import { type ByteName, nameByte } from "./byteNames";
import { type BytePart, findBytePart } from "./byteParts";
import { tokenName } from "./tokenName";

/** The bits of a tag token [WAP-192 5.8.2]. */
export interface TagBits {
  /** Bit 7: an attribute list follows. */
  readonly attributes: boolean;
  /** Bit 6: content and an END follow. */
  readonly content: boolean;
  /** Bits 5 to 0: which tag of the code page. */
  readonly identity: number;
}

/** A description of one byte of a payload. */
export interface ByteFacts {
  readonly offset: number;
  readonly byte: number;
  /** The eight bits, most significant first: "01001011". */
  readonly bits: string;
  /** What the byte is called: its role, its element and its code page. */
  readonly called: ByteName;
  /** The token the byte belongs to: "tag", "STR_I" … */
  readonly token: string;
  readonly part: BytePart;
  /** The grammar production that the token belongs to [WAP-192 5.2]: "inline = STR_I termstr". */
  readonly production: string;
  /** The tag code page in effect at the byte, and its namespace; "" if EAS has no such page. */
  readonly page: { readonly number: number; readonly namespace: string };
  /** For the byte of a tag token: its bits and name. */
  readonly tag?: TagBits & { readonly name: string };
  /** What the grammar allows in the place of the byte, in words. */
  readonly allowed: string;
  /** What else the byte could be, in words: the same tag with other flags, or a token if read as one here. */
  readonly alternatives: readonly string[];
}

const PRODUCTIONS: Readonly<Record<number, string>> = {
  [TokenKind.Version]: "version = u_int8",
  [TokenKind.PublicId]: "publicid = mb_u_int32 | zero index",
  [TokenKind.Charset]: "charset = mb_u_int32",
  [TokenKind.StringTableLength]: "strtbl = length *byte",
  [TokenKind.StringTable]: "strtbl = length *byte",
  [TokenKind.SwitchPage]: "switchPage = SWITCH_PAGE pageindex",
  [TokenKind.Tag]: "stag = TAG",
  [TokenKind.LiteralTag]: "stag = literalTag index",
  [TokenKind.End]: "element = stag [1*attribute END] [*content END]",
  [TokenKind.InlineString]: "inline = STR_I termstr",
  [TokenKind.TableString]: "tableref = STR_T index",
  [TokenKind.Entity]: "entity = ENTITY entcode",
  [TokenKind.ExtensionString]: "extension = EXT_I termstr",
  [TokenKind.ExtensionInteger]: "extension = EXT_T index",
  [TokenKind.ExtensionByte]: "extension = EXT",
  [TokenKind.Opaque]: "opaque = OPAQUE length *byte",
  [TokenKind.Instruction]: "pi = PI attrStart *attrValue END",
  [TokenKind.AttributeSwitchPage]: "switchPage = SWITCH_PAGE pageindex",
  [TokenKind.AttributeStart]: "attrStart = ATTRSTART",
  [TokenKind.AttributeLiteral]: "attrStart = LITERAL index",
  [TokenKind.AttributeValue]: "attrValue = ATTRVALUE | string | extension | entity | opaque",
  [TokenKind.AttributesEnd]: "element = stag [1*attribute END] [*content END]",
  [TokenKind.Malformed]: "",
};

/** Describes the byte at an offset; `undefined` outside the payload. */
export function describeByte(document: LinkedDocument, offset: number): ByteFacts | undefined {
  const byte = document.bytes[offset];
  const { tokens } = document.tree;
  const token = tokenAt(tokens, offset);
  if (byte === undefined || token < 0) return undefined;
  const kind = kindOf(tokens, token);
  const page = pageOf(tokens, token);
  const part = findBytePart(tokens, token, offset);
  const isTag = kind === TokenKind.Tag && part === "token";
  return {
    offset,
    byte,
    bits: byte.toString(2).padStart(8, "0"),
    called: nameByte(document, token, offset),
    token: tokenName(kind),
    part,
    production: PRODUCTIONS[kind] ?? "",
    page: { number: page, namespace: document.codeSpace.page(page)?.namespace ?? "" },
    ...(isTag && {
      tag: { ...readTagBits(byte), name: tagName(document.codeSpace, page, tagIdentity(tokens, token)) },
    }),
    allowed: describeAllowed(document, token, part),
    alternatives: isTag
      ? describeOtherFlags(document, page, byte)
      : describeAsToken(document, page, byte, kind, part),
  };
}

const ALLOWED_NUMBERS: Readonly<Record<number, string>> = {
  [TokenKind.Version]: "any version; ActiveSync has 03, which is 1.3",
  [TokenKind.PublicId]: "a number, or 00 and an index in the string table; ActiveSync has 01, unknown",
  [TokenKind.Charset]: "the number of a charset; ActiveSync has 6A, UTF-8",
  [TokenKind.StringTableLength]: "a number of bytes; ActiveSync has 00, no string table",
  [TokenKind.SwitchPage]: "the number of a code page, 00 to FF",
  [TokenKind.Opaque]: "a number of bytes, 7 bits of it in each byte",
};

const IN_CONTENT =
  "a tag, STR_I, STR_T, OPAQUE, ENTITY, an extension, PI or SWITCH_PAGE, or the END of the element";

/** What the grammar allows in the place of a byte, in words [WAP-192 5.2]. */
function describeAllowed({ tree: { tokens } }: LinkedDocument, token: number, part: BytePart): string {
  const kind = kindOf(tokens, token);
  if (part === "number") return ALLOWED_NUMBERS[kind] ?? "a number, 7 bits of it in each byte";
  if (kind === TokenKind.StringTable) return "text; 00 ends each string of the table";
  if (kind === TokenKind.Opaque && part === "content") return "any byte";
  if (part === "content" && kind !== TokenKind.Malformed) return "any character; 00 ends the text";
  if (part === "terminator") return "00, or more of the text";
  if ((flagsOf(tokens, token) & FLAG_IN_ATTRIBUTES) !== 0)
    return "an attribute, a value of one, SWITCH_PAGE, or the END of the attributes";
  return kind === TokenKind.End || parentOf(tokens, token) >= 0 ? IN_CONTENT : "a tag, PI or SWITCH_PAGE";
}

function readTagBits(byte: number): TagBits {
  return {
    attributes: (byte & ATTRIBUTE_BIT) !== 0,
    content: (byte & CONTENT_BIT) !== 0,
    identity: byte & IDENTITY_BITS,
  };
}

/**
 * Describes the same tag with the content bit inverted, and without the attribute bit, which EAS never sets.
 */
function describeOtherFlags(document: LinkedDocument, page: number, byte: number): readonly string[] {
  const name = tagName(document.codeSpace, page, byte & IDENTITY_BITS);
  const other = byte ^ CONTENT_BIT;
  const lines = [
    `${formatByte(other)} would be ${name} ` +
      ((other & CONTENT_BIT) === 0 ? "without content and without an END" : "with content, up to its END"),
  ];
  if ((byte & ATTRIBUTE_BIT) !== 0)
    lines.push(`${formatByte(byte & ~ATTRIBUTE_BIT)} would be ${name} without attributes, as in EAS`);
  return lines;
}

/**
 * Describes a byte of text, data or malformed input as if it were read as a token here, which is what happens
 * after a lost NUL or a wrong length.
 */
function describeAsToken(
  document: LinkedDocument,
  page: number,
  byte: number,
  kind: number,
  part: BytePart,
): readonly string[] {
  if (part !== "content" || kind === TokenKind.StringTable) return [];
  if (isGlobal(byte)) return [`as a token, it would be ${GLOBAL_NAMES[byte] ?? "a global token"}`];
  const known = document.codeSpace.tag(page, byte & IDENTITY_BITS);
  if (known === undefined) return [];
  const flags = readTagBits(byte);
  const how = `${flags.content ? "with content" : "empty"}${flags.attributes ? ", with attributes" : ""}`;
  return [`as a token, it would be ${pageNames(document.codeSpace, page).namespace}:${known.name}, ${how}`];
}

const GLOBAL_NAMES: Readonly<Record<number, string>> = {
  0x00: "SWITCH_PAGE",
  0x01: "END",
  0x02: "ENTITY",
  0x03: "STR_I",
  0x04: "LITERAL",
  0x40: "EXT_I_0",
  0x41: "EXT_I_1",
  0x42: "EXT_I_2",
  0x43: "PI",
  0x44: "LITERAL_C",
  0x80: "EXT_T_0",
  0x81: "EXT_T_1",
  0x82: "EXT_T_2",
  0x83: "STR_T",
  0x84: "LITERAL_A",
  0xc0: "EXT_0",
  0xc1: "EXT_1",
  0xc2: "EXT_2",
  0xc3: "OPAQUE",
  0xc4: "LITERAL_AC",
};
