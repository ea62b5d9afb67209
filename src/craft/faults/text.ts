import { toBase64 } from "../../bytes/base64";
import type { Patch } from "../../bytes/patch";
import { utf8 } from "../../bytes/text";
import type { LinkedDocument } from "../../document/open";
import { readElements } from "../../session/elements";
import { UTF_8 } from "../../wbxml/charset";
import { GlobalToken } from "../../wbxml/globalToken";
import { mbUint32 } from "../../wbxml/mbUint32";
import { kindOf, parentOf, startOf, TokenKind, tokenRange } from "../../wbxml/tokenTable";
import { NOT_OF_EAS, UNREADABLE } from "./answers";
import type { Fault, FaultOptions } from "./fault";
import { inserted, isText, replaced, tokenFor } from "./places";

const MEGABYTE = 1 << 20;

type TextSource = Omit<Fault, "family" | "patches"> & {
  /**
   * The change of a string: its token and the range of its text. `undefined` where the string does not lend
   * itself.
   */
  readonly change: (
    document: LinkedDocument,
    token: number,
    start: number,
    end: number,
  ) => readonly Patch[] | undefined;
};

/** A fault of one inline string in a document of UTF-8. */
function text({ change, ...facts }: TextSource): Fault {
  const patches = (document: LinkedDocument, options: FaultOptions) => {
    if (document.tree.tokens.header.charset !== UTF_8) return undefined;
    const struck = (token: number): readonly Patch[] | undefined => {
      const { start, end } = document.tree.data(token);
      return change(document, token, start, end);
    };
    const token = tokenFor(document, options, (one) => isText(document, one) && struck(one) !== undefined);
    return token === undefined ? undefined : struck(token);
  };
  return { ...facts, family: "Text", patches };
}

const megabyte = (): Uint8Array => new Uint8Array(MEGABYTE).fill(0x41);

const middle = (start: number, end: number): number => start + ((end - start) >> 1);

const characters: readonly Fault[] = [
  text({
    id: "nul-in-text",
    name: "NUL inside a text",
    breaks: "Puts a zero into an inline string: it ends there, and the rest is read as tags.",
    section: "WAP-192 5.8.4.1",
    answer: `${UNREADABLE} What the rest happens to mean must not be carried out.`,
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
    change: (_, __, start, end) => [inserted(middle(start, end), 0x00)],
  }),
  text({
    id: "invalid-utf-8",
    name: "Invalid UTF-8",
    breaks: "Puts a lead byte without its continuation (C3 28) into a text.",
    section: "MS-ASWBXML 2.1",
    answer:
      `${UNREADABLE} A client shows a replacement character; nobody may cut the string or store the ` +
      "bytes as they are.",
    finds: ["text-not-in-charset"],
    change: (_, __, start) => [inserted(start, 0xc3, 0x28)],
  }),
  text({
    id: "surrogates",
    name: "Surrogates in UTF-8",
    breaks: "Writes 😀 as two surrogates of three bytes each, as some phones do.",
    section: "RFC 3629 3",
    answer: `${UNREADABLE} A lenient peer joins the two to one character.`,
    finds: ["text-not-in-charset"],
    change: (_, __, start) => [inserted(start, 0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80)],
  }),
  text({
    id: "overlong-nul",
    name: "Overlong NUL",
    breaks: "Writes U+0000 as C0 80, so that it passes every search for a zero.",
    section: "RFC 3629 3",
    answer: `${UNREADABLE} It must not become a zero inside a name or a path.`,
    finds: ["text-not-in-charset"],
    change: (_, __, start, end) => [inserted(middle(start, end), 0xc0, 0x80)],
  }),
  text({
    id: "control-character",
    name: "Control character",
    breaks: "Puts U+0001 into a text, which XML can't hold.",
    section: "MS-ASDTYPE 2.7",
    answer:
      "A peer that makes XML of it fails; it should refuse the message (status 103) or leave the " +
      "character out, and not crash.",
    finds: ["wbxml/control-character"],
    change: (_, __, start) => [inserted(start, 0x01)],
  }),
  text({
    id: "huge-string",
    name: "String of 1 MB",
    breaks: "Makes a text 1,048,576 bytes longer.",
    section: "MS-ASCMD 2.2.2",
    answer: "A server answers HTTP 413, or refuses the value; memory and time stay bounded.",
    finds: [],
    change: (_, __, start) => [inserted(start, megabyte())],
  }),
];

const tokens: readonly Fault[] = [
  text({
    id: "terminator-missing",
    name: "String without its end",
    breaks: "Leaves the terminating zero of a string out: it swallows what stands behind it up to the next.",
    section: "WAP-192 5.8.4.1",
    answer: UNREADABLE,
    finds: ["unterminated-string", "unclosed-elements", "wbxml/control-character"],
    change: ({ bytes }, __, ___, end) =>
      bytes[end] === 0 ? [replaced({ start: end, end: end + 1 })] : undefined,
  }),
  text({
    id: "str-t-without-table",
    name: "STR_T without a string table",
    breaks: "Points to a string in a table that does not reach so far.",
    section: "WAP-192 5.8.4.1",
    answer: UNREADABLE,
    finds: ["string-index-out-of-range"],
    change: ({ tree }, token) => {
      const { start, end } = tree.tokens.header.stringTable;
      return [replaced(tokenRange(tree.tokens, token), GlobalToken.STR_T, ...mbUint32(end - start))];
    },
  }),
  text({
    id: "string-table",
    name: "String table",
    breaks: "Moves a text into a string table and points to it: legal WBXML, and not used in EAS.",
    section: "MS-ASWBXML 2.1",
    answer: NOT_OF_EAS,
    finds: ["wbxml/string-table"],
    change: ({ tree, bytes }, token, start, end) => {
      const { tokens: table } = tree;
      const size = table.header.stringTable.end - table.header.stringTable.start;
      const field = table.kind.subarray(0, Math.min(table.count, 5)).indexOf(TokenKind.StringTableLength);
      if (field < 0) return undefined;
      return [
        replaced(tokenRange(table, field), ...mbUint32(size + end - start + 1)),
        inserted(table.header.stringTable.end, bytes.subarray(start, end), 0x00),
        replaced(tokenRange(table, token), GlobalToken.STR_T, ...mbUint32(size)),
      ];
    },
  }),
  text({
    id: "entity",
    name: "ENTITY",
    breaks: "Puts U+00A0 as an ENTITY token in front of a text; EAS has none.",
    section: "MS-ASWBXML 2.1",
    answer: NOT_OF_EAS,
    finds: ["wbxml/entity"],
    change: ({ tree }, token) => [
      inserted(startOf(tree.tokens, token), GlobalToken.ENTITY, ...mbUint32(0xa0)),
    ],
  }),
  text({
    id: "entity-out-of-range",
    name: "ENTITY beyond Unicode",
    breaks: "Names the character U+110000, which does not exist.",
    section: "WAP-192 5.8.4.3",
    answer: UNREADABLE,
    finds: ["entity-out-of-range"],
    change: ({ tree }, token) => [
      inserted(startOf(tree.tokens, token), GlobalToken.ENTITY, ...mbUint32(0x110000)),
    ],
  }),
  text({
    id: "text-split",
    name: "Text in two strings",
    breaks: "Writes one text as two inline strings, one behind the other.",
    section: "WAP-192 5.8.4.1",
    answer: "Legal and unusual: every peer has to put the two together.",
    finds: ["wbxml/split-text"],
    change: ({ bytes }, __, start, end) => {
      const isInside = (at: number): boolean => ((bytes[at] ?? 0) & 0xc0) === 0x80;
      let at = middle(start, end);
      while (at > start && isInside(at)) at--;
      if (at === start) at++;
      while (at < end && isInside(at)) at++;
      return at === end ? undefined : [inserted(at, 0x00, GlobalToken.STR_I)];
    },
  }),
];

const kinds: readonly Fault[] = [
  {
    id: "opaque-for-text",
    name: "OPAQUE for a text",
    family: "Text",
    breaks: "Sends a value as opaque data that is due as an inline string.",
    section: "MS-ASDTYPE 2.7",
    answer: "Most peers read it all the same; a strict one refuses the message (status 102 or 103).",
    finds: ["schema/opaque-or-text"],
    patches: (document, options) => {
      const { tokens: table } = document.tree;
      const isPlain = (token: number): boolean => {
        const entry = readElements(document).entry(parentOf(table, token));
        return (
          isText(document, token) &&
          kindOf(table, token - 1) === TokenKind.Tag &&
          entry !== undefined &&
          !entry.opaque &&
          entry.dataType !== "container"
        );
      };
      const token = tokenFor(document, options, isPlain);
      if (token === undefined) return undefined;
      const { start, end } = document.tree.data(token);
      return [
        replaced(
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
    breaks: "Sends a byte array as a string of base64 that is due as opaque data.",
    section: "MS-ASDTYPE 2.7.1",
    answer:
      "A server refuses the message (status 102 or 103); a client that takes the text for the bytes " +
      "has a wrong value.",
    finds: ["schema/opaque-or-text", "sms/conversation-bytes"],
    patches: (document, options) => {
      const { tokens: table } = document.tree;
      const isArray = (token: number): boolean =>
        kindOf(table, token) === TokenKind.Opaque &&
        readElements(document).entry(parentOf(table, token))?.opaque === true;
      const token = tokenFor(document, options, isArray);
      if (token === undefined) return undefined;
      const { start, end } = document.tree.data(token);
      const base64 = utf8.encode(toBase64(document.bytes.subarray(start, end))) ?? new Uint8Array(0);
      return [replaced(tokenRange(table, token), GlobalToken.STR_I, base64, 0x00)];
    },
  },
];

/** Faults of strings and characters. */
export const textFaults: readonly Fault[] = [...characters, ...tokens, ...kinds];
