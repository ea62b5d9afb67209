import type { LinkedDocument } from "../../document/open";
import { mbUint32 } from "../../wbxml/mbUint32";
import { startOf, TokenKind, tokenRange } from "../../wbxml/tokenTable";
import { NOT_OF_EAS, UNREADABLE } from "./answers";
import { type Fault, type FaultOptions } from "./fault";
import { inserted, replaced } from "./places";

type HeaderSource = Omit<Fault, "family" | "patches"> & {
  /** The field that is written anew, and its new bytes. */
  readonly field: TokenKind;
  readonly bytes: (document: LinkedDocument, options: FaultOptions) => readonly number[];
};

function header({ field, bytes, ...facts }: HeaderSource): Fault {
  const patches = (document: LinkedDocument, options: FaultOptions) => {
    const { tokens } = document.tree;
    const token = tokens.kind.subarray(0, Math.min(tokens.count, 5)).indexOf(field);
    if (token < 0) return undefined;
    const range = tokenRange(tokens, token);
    const next = bytes(document, options);
    const isSame =
      next.length === range.end - range.start &&
      next.every((byte, i) => document.bytes[range.start + i] === byte);
    return isSame ? undefined : [replaced(range, ...next)];
  };
  return { ...facts, family: "Header", patches };
}

/** Faults of the header [WAP-192 5.3 to 5.8]. */
export const headerFaults: readonly Fault[] = [
  header({
    id: "wbxml-version",
    name: "WBXML version that does not exist",
    breaks: "Says version 1.15 (byte 0F); 1.3 is the last there is.",
    section: "WAP-192 5.4",
    answer: UNREADABLE,
    finds: ["unknown-version"],
    field: TokenKind.Version,
    bytes: () => [0x0f],
  }),
  header({
    id: "wbxml-1-1",
    name: "WBXML version 1.1",
    breaks: "Says version 1.1 (byte 01), whose bodies read the same; EAS sends 1.3.",
    section: "MS-ASWBXML 3",
    answer: NOT_OF_EAS,
    finds: ["wbxml/header"],
    field: TokenKind.Version,
    bytes: () => [0x01],
  }),
  header({
    id: "public-id",
    name: "Another public identifier",
    breaks: "Says that the document is WML 1.1 (public id 4); EAS has 1, unknown.",
    section: "WAP-192 7.2",
    answer: NOT_OF_EAS,
    finds: ["wbxml/header"],
    field: TokenKind.PublicId,
    bytes: () => [0x04],
  }),
  header({
    id: "charset-latin1",
    name: "Charset ISO-8859-1",
    breaks: "Says MIBenum 4 where the strings are UTF-8 (6A).",
    section: "WAP-192 5.6",
    answer: `${NOT_OF_EAS} Text beyond ASCII must not come out as rubbish.`,
    finds: ["wbxml/header"],
    field: TokenKind.Charset,
    bytes: () => [0x04],
  }),
  header({
    id: "charset-utf-16",
    name: "Charset UTF-16",
    breaks: "Says MIBenum 1015 where the strings are UTF-8, so that each string ends at the wrong zero.",
    section: "WAP-192 5.6",
    answer: UNREADABLE,
    finds: ["wbxml/header"],
    field: TokenKind.Charset,
    bytes: () => mbUint32(1015),
  }),
  header({
    id: "charset-unknown",
    name: "Charset that nobody knows",
    breaks: "Says MIBenum 1, other.",
    section: "WAP-192 5.6",
    answer: UNREADABLE,
    finds: ["unknown-charset"],
    field: TokenKind.Charset,
    bytes: () => [0x01],
  }),
  header({
    id: "string-table-length",
    name: "String table longer than the body",
    breaks: "Says that 100,000 more bytes than there are belong to the string table.",
    section: "WAP-192 5.7",
    answer: `${UNREADABLE} Nothing may be allocated for it.`,
    finds: ["truncated-string-table"],
    field: TokenKind.StringTableLength,
    bytes: (document) => mbUint32(document.bytes.length + 100_000),
  }),
  {
    id: "header-cut",
    name: "Header cut off",
    family: "Header",
    breaks: "Ends behind the public identifier.",
    section: "WAP-192 5.3",
    answer: UNREADABLE,
    finds: ["truncated-header"],
    patches: ({ bytes, tree: { tokens } }) => {
      const charset = tokens.kind.subarray(0, Math.min(tokens.count, 5)).indexOf(TokenKind.Charset);
      return charset < 0 ? undefined : [replaced({ start: startOf(tokens, charset), end: bytes.length })];
    },
  },
  {
    id: "processing-instruction",
    name: "Processing instruction before the root",
    family: "Header",
    breaks: "Puts a PI in front of the root; EAS has none.",
    section: "MS-ASWBXML 2.1",
    answer: NOT_OF_EAS,
    finds: ["wbxml/processing-instruction"],
    patches: ({ bytes, tree: { tokens } }) => {
      const at = tokens.header.stringTable.end;
      return tokens.header.version === undefined || at >= bytes.length
        ? undefined
        : [inserted(at, 0x43, 0x05, 0x03, 0x78, 0x00, 0x01)];
    },
  },
];
