import { byteAt } from "../../../bytes/byteAt";
import { MAY_BE_EMPTY } from "../../../eas/elements/element";
import { CONTENT_BIT } from "../../../wbxml/globalToken";
import {
  closeOf,
  isElement,
  kindOf,
  parentOf,
  startOf,
  TokenKind,
  type TokenTable,
  tokenRange,
} from "../../../wbxml/tokenTable";
import { contentStart } from "../../../wbxml/tree";
import { wap } from "../../facts/wbxml/wap";
import { byteFix } from "../../fix";
import type { Report, Rule } from "../../rule";
import type { MessageView } from "../../view";

const { End, InlineString } = TokenKind; // local names for the loops over all tokens

/** Finds the element that an END closes with nothing but page switches inside; -1 if it has other content. */
function findHollowElement(tokens: TokenTable, end: number): number {
  let token = end - 1;
  while (kindOf(tokens, token) === TokenKind.SwitchPage) token--;
  if (kindOf(tokens, token) === TokenKind.AttributesEnd) token = parentOf(tokens, token);
  return isElement(tokens, token) && closeOf(tokens, token) === end ? token : -1;
}

function reportHollow(view: MessageView, node: number, report: Report): void {
  const { tokens } = view.document.tree;
  const start = startOf(tokens, node);
  const close = closeOf(tokens, node);
  const entry = view.entry(node);
  const tag = {
    range: { start, end: start + 1 },
    bytes: Uint8Array.of(byteAt(tokens.bytes, start) & ~CONTENT_BIT),
  };
  const hasSwitch = close !== contentStart(tokens, node); // the switch would then follow the element
  const fixes = [
    byteFix("Write the tag without content", view, !hasSwitch, [
      tag,
      { range: tokenRange(tokens, close), bytes: new Uint8Array(0) },
    ]),
  ];
  const isValueLost = entry !== undefined && !MAY_BE_EMPTY.has(entry.dataType);
  report(node, isValueLost ? "value" : "empty", {
    data: { element: entry?.key ?? "This tag" },
    ...(isValueLost && !view.isFromXml && { severity: "warning" }),
    fixes,
  });
}

/** A tag with the content bit that is directly followed by END. */
export const emptyContent: Rule = {
  id: "wbxml/empty-content",
  title: "Content bit set without content",
  severity: "info",
  spec: wap("5.8.2"),
  why:
    "Bit 6 announces content. Without content, the tag alone means the same and is one byte shorter, " +
    "and EAS peers write empty elements that way. Some parsers treat the two forms differently.",
  messages: {
    empty: "{element} has the content bit set but no content. Clear the bit and remove the END.",
    value:
      "{element} has the content bit set but no value, and its data type requires one. Add a value. " +
      "To send the element empty, clear the bit and remove the END.",
  },
  message: (view, report) => {
    const { tokens } = view.document.tree;
    const { kind, count } = tokens;
    for (let token = 1; token < count; token++) {
      // true of nearly all tokens
      if (kind[token] !== End || kind[token - 1] === InlineString || kind[token - 1] === End) continue;
      const node = findHollowElement(tokens, token);
      if (node >= 0) reportHollow(view, node, report);
    }
  },
  examples: [
    { title: "a tag without content", messages: ["03 01 6A 00 45 5C 4F 13 01 01 01"], finds: [] },
    {
      title: "the same tag with the content bit",
      messages: ["03 01 6A 00 45 5C 4F 53 01 01 01 01"],
      finds: ["value"],
      fixedHex: "03 01 6A 00 45 5C 4F 13 01 01 01",
    },
    {
      title: "an empty container",
      messages: ["03 01 6A 00 45 5C 01 01"],
      finds: ["empty"],
      fixedHex: "03 01 6A 00 45 1C 01",
    },
    {
      title: "an empty string is content",
      messages: ["03 01 6A 00 45 5C 4F 4B 03 00 01 01 01 01"],
      finds: [],
    },
  ],
};
