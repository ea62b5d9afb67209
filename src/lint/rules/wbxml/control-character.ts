import { byteAt } from "../../../bytes/byteAt";
import { formatCodePoint } from "../../../bytes/hex";
import { spec } from "../../../eas/elements/element";
import {
  endOf,
  FLAG_UTF_8,
  flagsOf,
  startOf,
  TokenKind,
  type TokenTable,
  tokenRange,
} from "../../../wbxml/tokenTable";
import { hasForbidden, splitForbidden } from "../../../xml/write";
import { encodeInlineString, isInAttributes } from "../../facts/wbxml/inlineString";
import { byteFix } from "../../fix";
import type { ByteFix, Report, Rule } from "../../rule";
import type { MessageView } from "../../view";

const { InlineString, TableString, Entity } = TokenKind; // local names for the loops over all tokens

/**
 * UTF-8 bytes that are, or can begin, a character that XML can't contain: control characters other than tab
 * and line ends, and EF, the first byte of U+FFFE and U+FFFF.
 */
const SUSPECT = Uint8Array.from({ length: 256 }, (_, byte) =>
  (byte > 0 && byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) || byte === 0xef ? 1 : 0,
);

/** Whether a UTF-8 string may contain a character that XML can't contain; looks only at its bytes. */
function mayHoldForbidden(tokens: TokenTable, token: number): boolean {
  const end = endOf(tokens, token);
  let suspect = 0; // one OR per byte instead of a branch halves the time
  for (let at = startOf(tokens, token) + 1; at < end; at++)
    suspect |= byteAt(SUSPECT, byteAt(tokens.bytes, at));
  return suspect !== 0;
}

/** A fix that writes only the allowed part of a text. */
function keepTextFix(view: MessageView, token: number, text: string): ByteFix | undefined {
  const { tokens } = view.document.tree;
  const bytes = encodeInlineString(tokens, text);
  return (
    bytes && byteFix("Remove the characters", view, false, [{ range: tokenRange(tokens, token), bytes }])
  );
}

function reportControls(view: MessageView, token: number, report: Report): void {
  const { tree } = view.document;
  const { tokens } = tree;
  const text = isInAttributes(tokens, token) ? undefined : tree.text(token);
  if (text === undefined || !hasForbidden(text)) return;
  const parts = splitForbidden(text);
  const bad = parts.filter(({ forbidden }) => forbidden);
  const [first] = bad;
  if (first === undefined) return;
  const kept = parts.filter(({ forbidden }) => !forbidden).map((part) => part.text);
  const fix = keepTextFix(view, token, kept.join(""));
  const code = formatCodePoint(first.text);
  const count = bad.length === 1 ? "a character" : `${bad.length} characters, the first`;
  const data = { code, count, element: view.key(view.parent(token)) ?? "this element" };
  const isNul = bad.some((part) => part.text === "\0");
  report(view.parent(token), "control", {
    data,
    range: tokenRange(tokens, token),
    ...(isNul && { severity: "error" }),
    ...(fix && { fixes: [fix] }),
  });
}

/** Text that contains a character that XML can't contain. */
export const controlCharacter: Rule = {
  id: "wbxml/control-character",
  title: "Control character in text",
  severity: "warning",
  spec: spec("MS-ASDTYPE 2.7"),
  why:
    "The message represents an XML document, and XML does not allow this character. A peer that " +
    "converts the message to XML fails on the whole message. Often the text was cut from binary " +
    "data, or the value should be sent as OPAQUE.",
  messages: {
    control:
      "The text of {element} contains {count} {code}, which XML does not allow. Remove it, or send " +
      "the value as OPAQUE if it is a byte array.",
  },
  message: (view, report) => {
    const { tokens } = view.document.tree;
    const { kind, count } = tokens;
    for (let token = 0; token < count; token++) {
      const one = kind[token];
      if (one !== InlineString && one !== TableString && one !== Entity) continue;
      const isClean = (flagsOf(tokens, token) & FLAG_UTF_8) !== 0 && !mayHoldForbidden(tokens, token);
      if (!isClean) reportControls(view, token, report);
    }
  },
  examples: [
    {
      title: "tabs and line ends are allowed",
      messages: ["03 01 6A 00 45 03 41 09 0D 0A 42 00 01"],
      finds: [],
    },
    { title: "a byte array as OPAQUE", messages: ["03 01 6A 00 45 C3 02 01 00 01"], finds: [] },
    {
      title: "U+0001 in a string",
      messages: ["03 01 6A 00 45 03 41 02 42 00 01"],
      finds: ["control"],
      fixedHex: "03 01 6A 00 45 03 41 42 00 01",
    },
    {
      title: "U+FFFE in a string",
      messages: ["03 01 6A 00 45 03 EF BF BE 00 01"],
      finds: ["control"],
      fixedHex: "03 01 6A 00 45 03 00 01",
    },
    {
      title: "U+0000 as an ENTITY",
      messages: ["03 01 6A 00 45 02 00 01"],
      finds: ["control"],
      fixedHex: "03 01 6A 00 45 03 00 01",
    },
  ],
};
