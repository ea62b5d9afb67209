import { byteAt } from "../../../bytes/byteAt";
import { spec } from "../../../eas/elements/element";
import { ATTRIBUTE_BIT } from "../../../wbxml/globalToken";
import { endOf, isElement, startOf } from "../../../wbxml/tokenTable";
import { contentStart } from "../../../wbxml/tree";
import { byteFix } from "../../fix";
import type { Rule } from "../../rule";

/** A tag with an attribute list. */
export const attributes: Rule = {
  id: "wbxml/attributes",
  title: "Tag with attributes",
  severity: "error",
  spec: spec("MS-ASWBXML 2.1.3"),
  why:
    "EAS does not encode attributes. Its code pages define no attribute tokens, so these have no " +
    "meaning, and peers reject a tag byte that has bit 7 set.",
  messages: {
    attributes:
      "Bit 7 of this tag byte announces attributes, but EAS has none. Clear the bit and remove the " +
      "attribute list.",
  },
  message: (view, report) => {
    const { tokens } = view.document.tree;
    for (const node of tokens.attributesEnd.keys()) {
      if (!isElement(tokens, node)) continue; // a processing instruction
      const start = startOf(tokens, node);
      const list = {
        start: endOf(tokens, node),
        end: startOf(tokens, contentStart(tokens, node)),
      };
      const cleared = {
        range: { start, end: start + 1 },
        bytes: Uint8Array.of(byteAt(tokens.bytes, start) & ~ATTRIBUTE_BIT),
      };
      const fix = byteFix("Remove the attributes", view, false, [
        cleared,
        { range: list, bytes: new Uint8Array(0) },
      ]);
      report(node, "attributes", { range: { start, end: list.end }, fixes: [fix] });
    }
  },
  examples: [
    { title: "a tag without attributes", messages: ["03 01 6A 00 45 0F 01"], finds: [] },
    {
      title: "a tag with an attribute and content",
      messages: ["03 01 6A 00 C5 05 03 41 00 01 0F 01"],
      finds: ["attributes"],
      fixedHex: "03 01 6A 00 45 0F 01",
    },
  ],
};
