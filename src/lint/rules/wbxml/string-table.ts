import { spec } from "../../../eas/elements/element";
import { startOf, TokenKind, type TokenTable } from "../../../wbxml/tokenTable";
import { inlineStringFix } from "../../facts/wbxml/byteFixes";
import { isInAttributes } from "../../facts/wbxml/inlineString";
import { byteFix } from "../../fix";
import type { ByteFix, Rule } from "../../rule";
import type { MessageView } from "../../view";

const USERS: ReadonlySet<number> = new Set([
  TokenKind.TableString,
  TokenKind.LiteralTag,
  TokenKind.AttributeLiteral,
]);

function isUsed({ kind, count, header }: TokenTable): boolean {
  if (header.publicIdIndex !== undefined) return true;
  return kind.subarray(0, count).some((one) => USERS.has(one));
}

/** A fix that removes a string table that nothing refers to. */
function removeTableFix(view: MessageView): ByteFix | undefined {
  const { tokens } = view.document.tree;
  const length = tokens.kind.indexOf(TokenKind.StringTableLength);
  if (length < 0 || isUsed(tokens)) return undefined;
  const range = { start: startOf(tokens, length), end: tokens.header.stringTable.end };
  return byteFix("Remove the string table", view, true, [{ range, bytes: Uint8Array.of(0) }]);
}

/** A string table, and the strings that are given as an index into it. */
export const stringTable: Rule = {
  id: "wbxml/string-table",
  title: "String table",
  severity: "warning",
  spec: spec("MS-ASWBXML 2.1.3"),
  why:
    "EAS does not use string tables. Servers reject a header that has one, or skip it and then have " +
    "no text for the tokens that refer to it.",
  messages: {
    table:
      "The header contains a string table of {length} bytes, but EAS does not use one. Write texts " +
      "as inline strings, and 00 as the length of the table.",
    reference:
      "STR_T {index} is an index into the string table, which EAS does not use. Write the text as an " +
      "inline string.",
  },
  message: (view, report) => {
    const range = view.document.tree.tokens.header.stringTable;
    if (range.end === range.start) return;
    const fix = removeTableFix(view);
    report(-1, "table", {
      data: { length: String(range.end - range.start) },
      range,
      ...(fix && { fixes: [fix] }),
    });
  },
  tokens: {
    [TokenKind.TableString]: (token, view, report) => {
      const { tree } = view.document;
      if (isInAttributes(tree.tokens, token)) return;
      const { start, end } = tree.data(token);
      const fix = inlineStringFix(view, token);
      const index = String(
        tree.tokens.bytes.subarray(start, end).reduce((value, byte) => value * 128 + (byte & 0x7f), 0),
      );
      const range = { start: start - 1, end };
      report(view.parent(token), "reference", {
        data: { index },
        severity: "error",
        range,
        ...(fix && { fixes: [fix] }),
      });
    },
  },
  examples: [
    { title: "no string table", messages: ["03 01 6A 00 45 4B 03 30 00 01 01"], finds: [] },
    {
      title: "a table that nothing refers to",
      messages: ["03 01 6A 02 30 00 45 4B 03 30 00 01 01"],
      finds: ["table"],
      fixedHex: "03 01 6A 00 45 4B 03 30 00 01 01",
    },
    {
      title: "a table that holds a value",
      messages: ["03 01 6A 02 30 00 45 4B 83 00 01 01"],
      finds: ["table", "reference"],
    },
    {
      title: "an index without a table",
      messages: ["03 01 6A 00 45 4B 83 00 01 01"],
      finds: ["reference"],
    },
  ],
};
