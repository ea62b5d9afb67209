import { mbUint32, readMbUint32 } from "../../../wbxml/mbUint32";
import { kindOf, parentOf, startOf, TokenKind, type TokenTable } from "../../../wbxml/tokenTable";
import { wap } from "../../facts/wbxml/wap";
import { byteFix } from "../../fix";
import type { Check, Report, Rule } from "../../rule";
import type { MessageView } from "../../view";

const LEADING_ZERO = 0x80;

/**
 * Reports an integer that begins with a redundant byte. Returns the offset after the integer, and its value.
 */
function checkInteger(
  view: MessageView,
  at: number,
  report: Report,
  node: number,
): { readonly behind: number; readonly value: number } {
  const { bytes } = view.document;
  const cursor = { at };
  const value = readMbUint32(bytes, cursor);
  const range = { start: at, end: cursor.at };
  if (bytes[at] === LEADING_ZERO && value >= 0) {
    const short = Uint8Array.from(mbUint32(value));
    const data = {
      value: String(value),
      length: String(range.end - range.start),
      shortest: String(short.length),
    };
    report(node, "long", {
      data,
      range,
      fixes: [byteFix("Write it in its shortest form", view, true, [{ range, bytes: short }])],
    });
  }
  return { behind: cursor.at, value };
}

/** For tokens whose operand is, or begins with, an integer. */
const checkOperand: Check = (token, view, report) => {
  const { tokens } = view.document.tree;
  const at = startOf(tokens, token) + 1;
  if (tokens.bytes[at] === LEADING_ZERO && !tokens.repairedData.has(token))
    checkInteger(view, at, report, findHolder(tokens, token));
};

function findHolder(tokens: TokenTable, token: number): number {
  return kindOf(tokens, token) === TokenKind.LiteralTag ? token : parentOf(tokens, token);
}

const checkField: Check = (token, view, report) => {
  checkInteger(view, startOf(view.document.tree.tokens, token), report, -1);
};

/** publicid = mb_u_int32 | ( zero index ) [WAP-192 5.3]. */
const checkPublicId: Check = (token, view, report) => {
  const { behind, value } = checkInteger(view, startOf(view.document.tree.tokens, token), report, -1);
  if (value === 0) checkInteger(view, behind, report, -1);
};

/** A multi-byte integer with redundant leading bytes. */
export const longInteger: Rule = {
  id: "wbxml/long-integer",
  title: "Integer longer than necessary",
  severity: "warning",
  spec: wap("5.1"),
  why:
    "Leading zeros do not change the value, but EAS peers do not write them. Some encoders reserve a " +
    "fixed number of bytes for a length and pad it, and parsers that allow fewer bytes fail.",
  messages: {
    long:
      "The integer {value} takes {length} bytes, but {shortest} would be enough. Remove each leading " +
      "byte 80.",
  },
  tokens: {
    [TokenKind.PublicId]: checkPublicId,
    [TokenKind.Charset]: checkField,
    [TokenKind.StringTableLength]: checkField,
    [TokenKind.Opaque]: checkOperand,
    [TokenKind.Entity]: checkOperand,
    [TokenKind.TableString]: checkOperand,
    [TokenKind.ExtensionInteger]: checkOperand,
    [TokenKind.LiteralTag]: checkOperand,
    [TokenKind.AttributeLiteral]: checkOperand,
  },
  examples: [
    { title: "a length in one byte", messages: ["03 01 6A 00 45 C3 02 41 42 01"], finds: [] },
    { title: "160, which needs two bytes", messages: ["03 01 6A 00 45 02 81 20 01"], finds: [] },
    {
      title: "the length in two bytes",
      messages: ["03 01 6A 00 45 C3 80 02 41 42 01"],
      finds: ["long"],
      fixedHex: "03 01 6A 00 45 C3 02 41 42 01",
    },
    {
      title: "a charset in three bytes",
      messages: ["03 01 80 80 6A 00 05"],
      finds: ["long"],
      fixedHex: "03 01 6A 00 05",
    },
    {
      title: "the index of the public identifier's name",
      messages: ["03 00 80 00 6A 02 41 00 05"],
      finds: ["long"],
      fixedHex: "03 00 00 6A 02 41 00 05",
    },
  ],
};
