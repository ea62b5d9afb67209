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

/** A fix that removes a string table which nothing refers to. */
function removeTableFix(view: MessageView): ByteFix | undefined {
  const { tokens } = view.document.tree;
  const length = tokens.kind.indexOf(TokenKind.StringTableLength);
  if (length < 0 || isUsed(tokens)) return undefined;
  const range = { start: startOf(tokens, length), end: tokens.header.stringTable.end };
  return byteFix("Leave the string table out", view, true, [{ range, bytes: Uint8Array.of(0) }]);
}

/** A string table, and strings that are an index into one. */
export const stringTable: Rule = {
  id: "wbxml/string-table",
  title: "String table",
  severity: "warning",
  spec: spec("MS-ASWBXML 2.1.3"),
  why:
    "EAS does without string tables. Servers refuse a header that has one, or pass it over and then have " +
    "no text for what points into it.",
  messages: {
    table:
      "The header brings a string table of {length} bytes, and EAS has none. Write texts as inline " +
      "strings and 00 as the table's length.",
    reference:
      "STR_T {index} is an index into the string table, and EAS has no such text. Write it as an " +
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
      title: "one that nothing points into",
      messages: ["03 01 6A 02 30 00 45 4B 03 30 00 01 01"],
      finds: ["table"],
      fixedHex: "03 01 6A 00 45 4B 03 30 00 01 01",
    },
    {
      title: "one that holds a value",
      messages: ["03 01 6A 02 30 00 45 4B 83 00 01 01"],
      finds: ["table", "reference"],
    },
    {
      title: "an index where there is no table",
      messages: ["03 01 6A 00 45 4B 83 00 01 01"],
      finds: ["reference"],
    },
  ],
};
