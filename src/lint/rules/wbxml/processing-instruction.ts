import { spec } from "../../../eas/elements/element";
import { nodeRange, TokenKind } from "../../../wbxml/tokenTable";
import { removeBytesFix } from "../../facts/wbxml/byteFixes";
import type { Rule } from "../../rule";

/** A processing instruction. */
export const processingInstruction: Rule = {
  id: "wbxml/processing-instruction",
  title: "Processing instruction",
  severity: "error",
  spec: spec("MS-ASWBXML 2.1.3"),
  why:
    "EAS does not use processing instructions. They have no meaning to a peer, and most peers reject " +
    "the token.",
  messages: { instruction: "EAS has no processing instructions. Remove this one." },
  tokens: {
    [TokenKind.Instruction]: (token, view, report) => {
      const range = nodeRange(view.document.tree.tokens, token);
      const isAtTop = view.parent(token) < 0; // may be the only content of its element
      report(view.parent(token), "instruction", {
        range,
        fixes: [removeBytesFix("Remove it", view, range, isAtTop)],
      });
    },
  },
  examples: [
    { title: "none", messages: ["03 01 6A 00 05"], finds: [] },
    {
      title: "before the root element",
      messages: ["03 01 6A 00 43 05 03 41 00 01 05"],
      finds: ["instruction"],
      fixedHex: "03 01 6A 00 05",
    },
    {
      title: "inside the root element",
      messages: ["03 01 6A 00 45 43 05 01 0F 01"],
      finds: ["instruction"],
      fixedHex: "03 01 6A 00 45 0F 01",
    },
  ],
};
