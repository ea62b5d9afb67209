import { isSameBytes } from "../../bytes/same";
import type { LinkedDocument } from "../../document/open";
import { mbUint32 } from "../../wbxml/mbUint32";
import { startOf, TokenKind, tokenBytes, tokenRange } from "../../wbxml/tokenTable";
import { NOT_EAS, UNREADABLE } from "./answers";
import { type DeliberateFault, type FaultOptions } from "./deliberateFault";
import { insertBytes, replaceBytes } from "./places";

type HeaderFaultSource = Omit<DeliberateFault, "family" | "patches"> & {
  /** The header field to replace, and its new bytes. */
  readonly field: TokenKind;
  readonly bytes: (document: LinkedDocument, options: FaultOptions) => readonly number[];
};

function defineHeaderFault({ field, bytes, ...facts }: HeaderFaultSource): DeliberateFault {
  const patches = (document: LinkedDocument, options: FaultOptions) => {
    const { tokens } = document.tree;
    const token = tokens.kind.subarray(0, Math.min(tokens.count, 5)).indexOf(field);
    if (token < 0) return undefined;
    const range = tokenRange(tokens, token);
    const next = bytes(document, options);
    return isSameBytes(tokenBytes(tokens, token), next) ? undefined : [replaceBytes(range, ...next)];
  };
  return { ...facts, family: "Header", patches };
}

/** Faults of the header [WAP-192 5.3 to 5.8]. */
export const headerFaults: readonly DeliberateFault[] = [
  defineHeaderFault({
    id: "wbxml-version",
    name: "WBXML version that does not exist",
    breaks: "Claims version 1.15 (byte 0F); the latest is 1.3.",
    section: "WAP-192 5.4",
    answer: UNREADABLE,
    finds: ["unknown-version"],
    field: TokenKind.Version,
    bytes: () => [0x0f],
  }),
  defineHeaderFault({
    id: "wbxml-1-1",
    name: "WBXML version 1.1",
    breaks: "Claims version 1.1 (byte 01), whose bodies have the same format; EAS uses 1.3.",
    section: "MS-ASWBXML 3",
    answer: NOT_EAS,
    finds: ["wbxml/header"],
    field: TokenKind.Version,
    bytes: () => [0x01],
  }),
  defineHeaderFault({
    id: "public-id",
    name: "Another public identifier",
    breaks: "Claims to be WML 1.1 (public ID 4); EAS uses 1, unknown.",
    section: "WAP-192 7.2",
    answer: NOT_EAS,
    finds: ["wbxml/header"],
    field: TokenKind.PublicId,
    bytes: () => [0x04],
  }),
  defineHeaderFault({
    id: "charset-latin1",
    name: "Charset ISO-8859-1",
    breaks: "Declares MIBenum 4, although the strings are UTF-8 (6A).",
    section: "WAP-192 5.6",
    answer: `${NOT_EAS} Non-ASCII text must not be garbled.`,
    finds: ["wbxml/header"],
    field: TokenKind.Charset,
    bytes: () => [0x04],
  }),
  defineHeaderFault({
    id: "charset-utf-16",
    name: "Charset UTF-16",
    breaks: "Declares MIBenum 1015 for UTF-8 strings, so every string appears to end at the wrong zero.",
    section: "WAP-192 5.6",
    answer: UNREADABLE,
    finds: ["wbxml/header"],
    field: TokenKind.Charset,
    bytes: () => mbUint32(1015),
  }),
  defineHeaderFault({
    id: "charset-unknown",
    name: "Unknown charset",
    breaks: 'Declares MIBenum 1, "other".',
    section: "WAP-192 5.6",
    answer: UNREADABLE,
    finds: ["unknown-charset"],
    field: TokenKind.Charset,
    bytes: () => [0x01],
  }),
  defineHeaderFault({
    id: "string-table-length",
    name: "String table longer than the body",
    breaks: "Declares a string table 100,000 bytes longer than the body.",
    section: "WAP-192 5.7",
    answer: `${UNREADABLE} It must not allocate memory for it.`,
    finds: ["truncated-string-table"],
    field: TokenKind.StringTableLength,
    bytes: (document) => mbUint32(document.bytes.length + 100_000),
  }),
  {
    id: "header-cut",
    name: "Header cut off",
    family: "Header",
    breaks: "Ends after the public identifier.",
    section: "WAP-192 5.3",
    answer: UNREADABLE,
    finds: ["truncated-header"],
    patches: ({ bytes, tree: { tokens } }) => {
      const charset = tokens.kind.subarray(0, Math.min(tokens.count, 5)).indexOf(TokenKind.Charset);
      return charset < 0 ? undefined : [replaceBytes({ start: startOf(tokens, charset), end: bytes.length })];
    },
  },
  {
    id: "processing-instruction",
    name: "Processing instruction before the root",
    family: "Header",
    breaks: "Inserts a processing instruction before the root; EAS has none.",
    section: "MS-ASWBXML 2.1",
    answer: NOT_EAS,
    finds: ["wbxml/processing-instruction"],
    patches: ({ bytes, tree: { tokens } }) => {
      const at = tokens.header.stringTable.end;
      return tokens.header.version === undefined || at >= bytes.length
        ? undefined
        : [insertBytes(at, 0x43, 0x05, 0x03, 0x78, 0x00, 0x01)];
    },
  },
];
