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

const { InlineString, TableString, Entity } = TokenKind; // at hand in the loops over all tokens

/**
 * Bytes of UTF-8 that may be, or begin, a character that XML can't hold: controls but tab and line ends, and
 * EF of U+FFFE and U+FFFF.
 */
const SUSPECT = Uint8Array.from({ length: 256 }, (_, byte) =>
  (byte > 0 && byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) || byte === 0xef ? 1 : 0,
);

/** Whether a UTF-8 string may have a character that XML can't hold; looks only at its bytes. */
function mayHoldForbidden(tokens: TokenTable, token: number): boolean {
  const end = endOf(tokens, token);
  let suspect = 0; // gathered without a branch for each byte, which halves the time
  for (let at = startOf(tokens, token) + 1; at < end; at++)
    suspect |= byteAt(SUSPECT, byteAt(tokens.bytes, at));
  return suspect !== 0;
}

/** A fix that writes only this part of a text. */
function keepTextFix(view: MessageView, token: number, text: string): ByteFix | undefined {
  const { tokens } = view.document.tree;
  const bytes = encodeInlineString(tokens, text);
  return (
    bytes && byteFix("Leave the characters out", view, false, [{ range: tokenRange(tokens, token), bytes }])
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

/** Text with a character that XML can't hold. */
export const controlCharacter: Rule = {
  id: "wbxml/control-character",
  title: "Control character in a text",
  severity: "warning",
  spec: spec("MS-ASDTYPE 2.7"),
  why:
    "The message stands for XML, and XML has no such character: a peer that makes XML of it fails on the " +
    "whole message. Often the text was cut out of something binary, or should go out as OPAQUE.",
  messages: {
    control:
      "The text of {element} holds {count} {code}, which XML can't hold. Leave it out, or send the " +
      "value as OPAQUE if it is a byte array.",
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
    { title: "tab and line ends are text", messages: ["03 01 6A 00 45 03 41 09 0D 0A 42 00 01"], finds: [] },
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
