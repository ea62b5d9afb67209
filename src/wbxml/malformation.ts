import type { ByteRange } from "../bytes/range";

/**
 * Every way in which bytes can fail to be WBXML. Closed: each code has a message here and a rule of its own.
 */
export type MalformationCode =
  | "empty-body"
  | "not-wbxml"
  | "missing-header"
  | "truncated-header"
  | "unknown-version"
  | "unknown-charset"
  | "truncated-string-table"
  | "truncated-integer"
  | "integer-overflow"
  | "truncated-token"
  | "truncated-opaque"
  | "opaque-length-byte-missing"
  | "opaque-in-version-1.0"
  | "unterminated-string"
  | "truncated-attributes"
  | "attribute-value-without-start"
  | "token-not-allowed-in-attributes"
  | "string-index-out-of-range"
  | "entity-out-of-range"
  | "text-not-in-charset"
  | "content-outside-root"
  | "unexpected-end"
  | "unclosed-elements"
  | "no-root"
  | "trailing-bytes"
  | "too-many-malformations";

/**
 * A stretch of bytes that is not WBXML, and why. `count` is how many (elements left open, bytes missing)
 * where the code counts.
 */
export interface Malformation {
  readonly code: MalformationCode;
  readonly range: ByteRange;
  readonly count?: number;
}

const MESSAGES: Readonly<Record<MalformationCode, (count: number) => string>> = {
  "empty-body": () =>
    "There are no bytes. An empty body is legal for Sync, Ping and SendMail answers and for a repeated " +
    "Sync request: it says that nothing is new.",
  "not-wbxml": () =>
    "These bytes are text, not WBXML: often the error page of a proxy or of the server. The HTTP " +
    "status and Content-Type say more; look there first.",
  "missing-header": () =>
    "The four header bytes are missing; what is here reads as a body. Put 03 01 6A 00 in front to make " +
    "it a document.",
  "truncated-header": () =>
    "The bytes end inside the header (version, public id, charset, string table length). Copy the dump " +
    "again, whole.",
  "unknown-version": () =>
    "The first byte is no WBXML version that exists (00 to 03 for 1.0 to 1.3); read as 1.3. EAS sends 03.",
  "unknown-charset": () =>
    "Text in this charset can't be decoded here, so strings are shown as their bytes. EAS sends 6A (UTF-8).",
  "truncated-string-table": (n) =>
    `The string table is ${n} bytes longer than what is left. Its length is wrong or the dump was cut.`,
  "truncated-integer": () =>
    "The bytes end inside a multi-byte integer: its last byte still has bit 7 set. Copy the dump " +
    "again, whole.",
  "integer-overflow": () =>
    "A multi-byte integer has more than 5 bytes or more than 32 bits; the token was passed over. A " +
    "length or an index was written wrong, or the bytes before it are not what they were read as.",
  "truncated-token": () =>
    "The bytes end before the operand of this token. Copy the dump again, whole; if it is, a byte too " +
    "many was sent.",
  "truncated-opaque": (n) =>
    `The OPAQUE length reaches ${n} bytes beyond what is there. The length is wrong or the dump was cut.`,
  "opaque-length-byte-missing": () =>
    "The last byte of the OPAQUE length is missing (some Samsung phones leave out a zero): the length " +
    "was completed so that an END follows the data.",
  "opaque-in-version-1.0": () => "WBXML 1.0 has no OPAQUE (1.1 brought it); read as one all the same.",
  "unterminated-string": () =>
    "This inline string has no terminating 00; it was ended before the next END or at the end of the " +
    "bytes. The sender forgot the 00, or the dump was cut.",
  "truncated-attributes": () =>
    "The bytes end inside an attribute list. In EAS no tag has attributes: bit 7 of the tag byte is " +
    "the likely fault.",
  "attribute-value-without-start": () =>
    "An attribute value stands before any attribute start token. In EAS no tag has attributes: bit 7 " +
    "of the tag byte is the likely fault.",
  "token-not-allowed-in-attributes": () =>
    "This token can't stand in an attribute list; it was passed over. In EAS no tag has attributes: " +
    "bit 7 of the tag byte is the likely fault.",
  "string-index-out-of-range": () =>
    "This index points beyond the string table, so no string is there. EAS has no string table: write " +
    "the text as an inline string.",
  "entity-out-of-range": () =>
    "This ENTITY is no Unicode character: it is beyond U+10FFFF or half of a surrogate pair. Write the " +
    "character as text.",
  "text-not-in-charset": () =>
    "These bytes are not text in the document's charset; they are shown as base64 and stay as they are.",
  "content-outside-root": () =>
    "Content stands outside the root element: a tag before it is missing, or lacks its content bit (40).",
  "unexpected-end": () =>
    "An END closes nothing: no element is open here. There is one END too many, or a tag before it " +
    "lacks its content bit (40).",
  "unclosed-elements": (n) =>
    `The bytes end while ${n === 1 ? "an element is" : `${n} elements are`} open: END is missing or ` +
    "the dump was cut.",
  "no-root": () => "There is a header, but no root element. The sender wrote no body, or the dump was cut.",
  "trailing-bytes": (n) =>
    `${n === 1 ? "A byte follows" : `${n} bytes follow`} the end of the root element: a second body or ` +
    "rubbish. They are read on as far as they go.",
  "too-many-malformations": (n) => `${n} further malformations are not listed.`,
};

/** What a person is told of a malformation: what is wrong and, where something can be done, what. */
export function malformationMessage({ code, count }: Malformation): string {
  return MESSAGES[code](count ?? 0);
}
