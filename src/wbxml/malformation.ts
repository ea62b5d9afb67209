import type { ByteRange } from "../bytes/range";

/**
 * Every way in which bytes can fail to be WBXML. The list is closed: each code has a message here and its own
 * lint rule.
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
 * A range of bytes that is not WBXML, and why. `count` is the number of open elements or missing bytes, for
 * codes that count.
 */
export interface Malformation {
  readonly code: MalformationCode;
  readonly range: ByteRange;
  readonly count?: number;
}

const MESSAGES: Readonly<Record<MalformationCode, (count: number) => string>> = {
  "empty-body": () => "The body is empty: it has not even a WBXML header.",
  "not-wbxml": () =>
    "These bytes are text, not WBXML. Often this is an error page from a proxy or the server. Check the " +
    "HTTP status and Content-Type first.",
  "missing-header": () =>
    "The four header bytes are missing; the bytes here read as a body. To make them a document, put 03 01 " +
    "6A 00 in front.",
  "truncated-header": () =>
    "The bytes end inside the header (version, public ID, charset, string table length). Copy the whole " +
    "dump again.",
  "unknown-version": () =>
    "The first byte is not a known WBXML version (00 to 03 for 1.0 to 1.3), so it was read as 1.3. EAS " +
    "sends 03.",
  "unknown-charset": () =>
    "This charset can't be decoded here, so strings are shown as bytes. EAS sends 6A (UTF-8).",
  "truncated-string-table": (n) =>
    `The string table is ${n} bytes longer than the remaining bytes. Its length is wrong or the dump was ` +
    "cut off.",
  "truncated-integer": () =>
    "The bytes end inside a multi-byte integer: its last byte still has bit 7 set. Copy the whole dump " +
    "again.",
  "integer-overflow": () =>
    "A multi-byte integer has more than 5 bytes or more than 32 bits, so the token was skipped. Either a " +
    "length or an index is wrong, or the bytes before it were misread.",
  "truncated-token": () =>
    "The bytes end before the operand of this token. Copy the whole dump again. If the dump is complete, " +
    "the sender sent a byte too many.",
  "truncated-opaque": (n) =>
    `The OPAQUE length reaches ${n} bytes past the end. The length is wrong or the dump was cut off.`,
  "opaque-length-byte-missing": () =>
    "The last byte of the OPAQUE length is missing (some Samsung phones omit a zero). The length was " +
    "completed so that an END follows the data.",
  "opaque-in-version-1.0": () =>
    "WBXML 1.0 has no OPAQUE (it was added in 1.1), but the token was read as one anyway.",
  "unterminated-string": () =>
    "This inline string has no terminating 00, so it was ended before the next END or at the end of the " +
    "bytes. The sender omitted the 00, or the dump was cut off.",
  "truncated-attributes": () =>
    "The bytes end inside an attribute list. EAS tags have no attributes, so bit 7 of the tag byte is " +
    "probably wrong.",
  "attribute-value-without-start": () =>
    "An attribute value comes before any attribute start token. EAS tags have no attributes, so bit 7 of " +
    "the tag byte is probably wrong.",
  "token-not-allowed-in-attributes": () =>
    "This token isn't allowed in an attribute list and was skipped. EAS tags have no attributes, so bit 7 " +
    "of the tag byte is probably wrong.",
  "string-index-out-of-range": () =>
    "This index points past the end of the string table, so there is no string. EAS does not use a string " +
    "table: write the text as an inline string.",
  "entity-out-of-range": () =>
    "This ENTITY is not a Unicode character: it is above U+10FFFF or half of a surrogate pair. Write the " +
    "character as text.",
  "text-not-in-charset": () =>
    "These bytes are not valid text in the document's charset. They are shown as base64 and kept unchanged.",
  "content-outside-root": () =>
    "There is content outside the root element. A tag before it is missing or lacks its content bit (40).",
  "unexpected-end": () =>
    "This END closes nothing: no element is open here. There is one END too many, or a tag before it lacks " +
    "its content bit (40).",
  "unclosed-elements": (n) =>
    `The bytes end while ${n === 1 ? "an element is" : `${n} elements are`} still open. END is missing or ` +
    "the dump was cut off.",
  "no-root": () =>
    "There is a header but no root element. The sender wrote no body, or the dump was cut off.",
  "trailing-bytes": (n) =>
    `${n === 1 ? "A byte follows" : `${n} bytes follow`} the end of the root element: a second body or ` +
    "stray data. Reading continues as far as possible.",
  "too-many-malformations": (n) => `${n} more malformations are not listed.`,
};

/** The message for a malformation: what is wrong and, where possible, how to fix it. */
export function malformationMessage({ code, count }: Malformation): string {
  return MESSAGES[code](count ?? 0);
}
