import { spec } from "../../../eas/elements/element";
import { TokenKind, tokenRange } from "../../../wbxml/tokenTable";
import { integerOperand } from "../../../wbxml/tree";
import { inlineStringFix } from "../../facts/wbxml/byteFixes";
import { isInAttributes } from "../../facts/wbxml/inlineString";
import type { Rule } from "../../rule";

/** A character written as an ENTITY. */
export const entity: Rule = {
  id: "wbxml/entity",
  title: "Character written as an ENTITY",
  severity: "error",
  spec: spec("MS-ASWBXML 2.1.3"),
  why:
    "EAS does not use entities, because UTF-8 can encode every character. A peer that does not " +
    "support the token rejects the message.",
  messages: {
    entity: "ENTITY {code} encodes a single character. Write the character in an inline string instead.",
  },
  tokens: {
    [TokenKind.Entity]: (token, view, report) => {
      const { tokens } = view.document.tree;
      if (isInAttributes(tokens, token)) return;
      const fix = inlineStringFix(view, token);
      const data = { code: String(integerOperand(tokens, token)) };
      report(view.parent(token), "entity", {
        data,
        range: tokenRange(tokens, token),
        ...(fix && { fixes: [fix] }),
      });
    },
  },
  examples: [
    { title: "a non-ASCII character in a string", messages: ["03 01 6A 00 45 03 C2 A0 00 01"], finds: [] },
    {
      title: "the same character as an ENTITY",
      messages: ["03 01 6A 00 45 02 81 20 01"],
      finds: ["entity"],
      fixedHex: "03 01 6A 00 45 03 C2 A0 00 01",
    },
    {
      title: "U+0000, which a string can't contain",
      messages: ["03 01 6A 00 45 02 00 01"],
      finds: ["entity"],
    },
  ],
};
