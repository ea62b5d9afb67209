import { toBase64 } from "../../bytes/base64";
import { byteAt } from "../../bytes/byteAt";
import type { Patch } from "../../bytes/patch";
import { utf8 } from "../../bytes/text";
import type { LinkedDocument } from "../../document/open";
import { readElements } from "../../session/elements";
import { UTF_8 } from "../../wbxml/charset";
import { GlobalToken } from "../../wbxml/globalToken";
import { mbUint32 } from "../../wbxml/mbUint32";
import { kindOf, parentOf, startOf, TokenKind, tokenRange } from "../../wbxml/tokenTable";
import { NOT_EAS, UNREADABLE } from "./answers";
import type { DeliberateFault, FaultOptions } from "./deliberateFault";
import { findToken, insertBytes, isInlineText, replaceBytes } from "./places";

const MEGABYTE = 1 << 20;

type TextFaultSource = Omit<DeliberateFault, "family" | "patches"> & {
  /**
   * The patches for a string, given its token and the range of its text; `undefined` if the string is
   * unsuitable.
   */
  readonly change: (
    document: LinkedDocument,
    token: number,
    start: number,
    end: number,
  ) => readonly Patch[] | undefined;
};

/** Defines a fault in one inline string of a UTF-8 document. */
function defineTextFault({ change, ...facts }: TextFaultSource): DeliberateFault {
  const patches = (document: LinkedDocument, options: FaultOptions) => {
    if (document.tree.tokens.header.charset !== UTF_8) return undefined;
    const changeToken = (token: number): readonly Patch[] | undefined => {
      const { start, end } = document.tree.data(token);
      return change(document, token, start, end);
    };
    const token = findToken(
      document,
      options,
      (one) => isInlineText(document, one) && changeToken(one) !== undefined,
    );
    return token === undefined ? undefined : changeToken(token);
  };
  return { ...facts, family: "Text", patches };
}

const makeMegabyte = (): Uint8Array => new Uint8Array(MEGABYTE).fill(0x41);

const findMiddle = (start: number, end: number): number => start + ((end - start) >> 1);

const characterFaults: readonly DeliberateFault[] = [
  defineTextFault({
    id: "nul-in-text",
    name: "NUL inside a text",
    breaks: "Puts a zero byte into an inline string, which ends there; the rest is read as tags.",
    section: "WAP-192 5.8.4.1",
    answer: `${UNREADABLE} It must not act on the rest.`,
    finds: [
      "unclosed-elements",
      "unexpected-end",
      "trailing-bytes",
      "content-outside-root",
      "truncated-attributes",
      "attribute-value-without-start",
      "schema/unknown-element",
      "schema/misplaced",
      "schema/wrong-type",
      "schema/text-in-container",
      "wbxml/extension-token",
      "wbxml/stranded-switch-page",
    ],
    change: (_, __, start, end) => [insertBytes(findMiddle(start, end), 0x00)],
  }),
  defineTextFault({
    id: "invalid-utf-8",
    name: "Invalid UTF-8",
    breaks: "Puts a lead byte without its continuation byte (C3 28) into a text.",
    section: "MS-ASWBXML 2.1",
    answer:
      `${UNREADABLE} A client shows a replacement character; neither side should truncate the ` +
      "string or store the bytes as they are.",
    finds: ["text-not-in-charset"],
    change: (_, __, start) => [insertBytes(start, 0xc3, 0x28)],
  }),
  defineTextFault({
    id: "surrogates",
    name: "Surrogates in UTF-8",
    breaks: "Encodes 😀 as two surrogates of three bytes each, as some phones do.",
    section: "RFC 3629 3",
    answer: `${UNREADABLE} A lenient peer combines the two into one character.`,
    finds: ["text-not-in-charset"],
    change: (_, __, start) => [insertBytes(start, 0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80)],
  }),
  defineTextFault({
    id: "overlong-nul",
    name: "Overlong NUL",
    breaks: "Encodes U+0000 as C0 80, so that no search for a zero byte finds it.",
    section: "RFC 3629 3",
    answer: `${UNREADABLE} It must not become a zero byte inside a name or path.`,
    finds: ["text-not-in-charset"],
    change: (_, __, start, end) => [insertBytes(findMiddle(start, end), 0xc0, 0x80)],
  }),
  defineTextFault({
    id: "control-character",
    name: "Control character",
    breaks: "Puts U+0001, which XML cannot contain, into a text.",
    section: "MS-ASDTYPE 2.7",
    answer:
      "A peer that converts it to XML fails; it should reject the message (status 103) or omit the " +
      "character, and must not crash.",
    finds: ["wbxml/control-character"],
    change: (_, __, start) => [insertBytes(start, 0x01)],
  }),
  defineTextFault({
    id: "huge-string",
    name: "String of 1 MB",
    breaks: "Makes a text 1,048,576 bytes longer.",
    section: "MS-ASCMD 2.2.2",
    answer: "A server answers HTTP 413, or rejects the value. Memory and time must stay bounded.",
    finds: [],
    change: (_, __, start) => [insertBytes(start, makeMegabyte())],
  }),
];

const stringFaults: readonly DeliberateFault[] = [
  defineTextFault({
    id: "terminator-missing",
    name: "String without terminator",
    breaks: "Omits the terminating zero of a string, which then swallows everything up to the next zero.",
    section: "WAP-192 5.8.4.1",
    answer: UNREADABLE,
    finds: ["unterminated-string", "unclosed-elements", "wbxml/control-character"],
    change: ({ bytes }, __, ___, end) =>
      bytes[end] === 0 ? [replaceBytes({ start: end, end: end + 1 })] : undefined,
  }),
  defineTextFault({
    id: "str-t-without-table",
    name: "STR_T without a string table",
    breaks: "Refers to a string beyond the end of the string table.",
    section: "WAP-192 5.8.4.1",
    answer: UNREADABLE,
    finds: ["string-index-out-of-range"],
    change: ({ tree }, token) => {
      const { start, end } = tree.tokens.header.stringTable;
      return [replaceBytes(tokenRange(tree.tokens, token), GlobalToken.STR_T, ...mbUint32(end - start))];
    },
  }),
  defineTextFault({
    id: "string-table",
    name: "String table",
    breaks: "Moves a text into a string table and refers to it: legal WBXML, but not used in EAS.",
    section: "MS-ASWBXML 2.1",
    answer: NOT_EAS,
    finds: ["wbxml/string-table"],
    change: ({ tree, bytes }, token, start, end) => {
      const { tokens: table } = tree;
      const size = table.header.stringTable.end - table.header.stringTable.start;
      const field = table.kind.subarray(0, Math.min(table.count, 5)).indexOf(TokenKind.StringTableLength);
      if (field < 0) return undefined;
      return [
        replaceBytes(tokenRange(table, field), ...mbUint32(size + end - start + 1)),
        insertBytes(table.header.stringTable.end, bytes.subarray(start, end), 0x00),
        replaceBytes(tokenRange(table, token), GlobalToken.STR_T, ...mbUint32(size)),
      ];
    },
  }),
  defineTextFault({
    id: "entity",
    name: "ENTITY",
    breaks: "Inserts U+00A0 as an ENTITY token before a text; EAS has none.",
    section: "MS-ASWBXML 2.1",
    answer: NOT_EAS,
    finds: ["wbxml/entity"],
    change: ({ tree }, token) => [
      insertBytes(startOf(tree.tokens, token), GlobalToken.ENTITY, ...mbUint32(0xa0)),
    ],
  }),
  defineTextFault({
    id: "entity-out-of-range",
    name: "ENTITY beyond Unicode",
    breaks: "Refers to the character U+110000, which does not exist.",
    section: "WAP-192 5.8.4.3",
    answer: UNREADABLE,
    finds: ["entity-out-of-range"],
    change: ({ tree }, token) => [
      insertBytes(startOf(tree.tokens, token), GlobalToken.ENTITY, ...mbUint32(0x110000)),
    ],
  }),
  defineTextFault({
    id: "text-split",
    name: "Text in two strings",
    breaks: "Splits a text into two consecutive inline strings.",
    section: "WAP-192 5.8.4.1",
    answer: "Legal but unusual: every peer must join the two.",
    finds: ["wbxml/split-text"],
    change: ({ bytes }, __, start, end) => {
      const isInside = (at: number): boolean => (byteAt(bytes, at) & 0xc0) === 0x80;
      let at = findMiddle(start, end);
      while (at > start && isInside(at)) at--;
      if (at === start) at++;
      while (at < end && isInside(at)) at++;
      return at === end ? undefined : [insertBytes(at, 0x00, GlobalToken.STR_I)];
    },
  }),
];

const kindFaults: readonly DeliberateFault[] = [
  {
    id: "opaque-for-text",
    name: "OPAQUE for a text",
    family: "Text",
    breaks: "Sends a value as opaque data instead of as an inline string.",
    section: "MS-ASDTYPE 2.7",
    answer: "Most peers read it anyway; a strict one rejects the message (status 102 or 103).",
    finds: ["schema/opaque-or-text"],
    patches: (document, options) => {
      const { tokens: table } = document.tree;
      const isPlain = (token: number): boolean => {
        const entry = readElements(document).entry(parentOf(table, token));
        return (
          isInlineText(document, token) &&
          kindOf(table, token - 1) === TokenKind.Tag &&
          entry !== undefined &&
          !entry.opaque &&
          entry.dataType !== "container"
        );
      };
      const token = findToken(document, options, isPlain);
      if (token === undefined) return undefined;
      const { start, end } = document.tree.data(token);
      return [
        replaceBytes(
          tokenRange(table, token),
          GlobalToken.OPAQUE,
          ...mbUint32(end - start),
          document.bytes.subarray(start, end),
        ),
      ];
    },
  },
  {
    id: "text-for-opaque",
    name: "Text for a byte array",
    family: "Text",
    breaks: "Sends a byte array as a base64 string instead of as opaque data.",
    section: "MS-ASDTYPE 2.7.1",
    answer:
      "A server rejects the message (status 102 or 103); a client that reads the text as the bytes " +
      "gets a wrong value.",
    finds: ["schema/opaque-or-text", "sms/conversation-bytes"],
    patches: (document, options) => {
      const { tokens: table } = document.tree;
      const isArray = (token: number): boolean =>
        kindOf(table, token) === TokenKind.Opaque &&
        readElements(document).entry(parentOf(table, token))?.opaque === true;
      const token = findToken(document, options, isArray);
      if (token === undefined) return undefined;
      const { start, end } = document.tree.data(token);
      const base64 = utf8.encode(toBase64(document.bytes.subarray(start, end))) ?? new Uint8Array(0);
      return [replaceBytes(tokenRange(table, token), GlobalToken.STR_I, base64, 0x00)];
    },
  },
];

/** Faults in strings and characters. */
export const textFaults: readonly DeliberateFault[] = [...characterFaults, ...stringFaults, ...kindFaults];
