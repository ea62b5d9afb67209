import { byteAt } from "../../../bytes/byteAt";
import { easCodeSpace } from "../../../eas/codeSpace";
import { spec } from "../../../eas/elements/element";
import { ATTRIBUTE_BIT, CONTENT_BIT } from "../../../wbxml/globalToken";
import { readMbUint32 } from "../../../wbxml/mbUint32";
import { pageOf, startOf, TokenKind, tokenRange } from "../../../wbxml/tokenTable";
import { byteFix } from "../../fix";
import type { ByteFix, Rule } from "../../rule";
import type { MessageView } from "../../view";

/**
 * A fix that replaces the literal with the tag of the same name on the current code page, if there is one.
 */
function tagFix(view: MessageView, node: number, name: string): ByteFix | undefined {
  const { tokens } = view.document.tree;
  const tag = easCodeSpace.find(pageOf(tokens, node), name);
  if (tag === undefined) return undefined;
  const start = startOf(tokens, node);
  const cursor = { at: start + 1 };
  readMbUint32(tokens.bytes, cursor);
  const bits = byteAt(tokens.bytes, start) & (ATTRIBUTE_BIT | CONTENT_BIT);
  return byteFix(`Write the tag ${tag.name}`, view, false, [
    { range: { start, end: cursor.at }, bytes: Uint8Array.of(tag.token | bits) },
  ]);
}

/** An element whose name comes from the string table. */
export const literal: Rule = {
  id: "wbxml/literal",
  title: "Element named by the string table",
  severity: "error",
  spec: spec("MS-ASWBXML 2.1.3"),
  why:
    "EAS identifies elements only by the tokens of its code pages. An encoder writes a literal for a " +
    "name that has no token: the name is misspelt, belongs to another namespace, or comes from a " +
    "later version.",
  messages: {
    literal:
      "LITERAL takes the element name “{name}” from the string table, which EAS does not use. Write " +
      "the tag from the element's code page.",
  },
  tokens: {
    [TokenKind.LiteralTag]: (node, view, report) => {
      const { tree } = view.document;
      const name = tree.text(node) ?? "";
      const fix = tagFix(view, node, name);
      report(node, "literal", {
        data: { name },
        range: tokenRange(tree.tokens, node),
        ...(fix && { fixes: [fix] }),
      });
    },
  },
  examples: [
    { title: "a tag of the code page", messages: ["03 01 6A 00 45 4B 03 30 00 01 01"], finds: [] },
    {
      title: "SyncKey as a literal",
      messages: ["03 01 6A 08 53 79 6E 63 4B 65 79 00 45 44 00 03 30 00 01 01"],
      finds: ["literal"],
      fixedHex: "03 01 6A 08 53 79 6E 63 4B 65 79 00 45 4B 03 30 00 01 01",
    },
    {
      title: "a name that EAS does not define",
      messages: ["03 01 6A 02 78 00 45 04 00 01"],
      finds: ["literal"],
    },
  ],
};
