import { formatByte } from "../../../bytes/hex";
import { easCodeSpace } from "../../../eas/codeSpace";
import { spec } from "../../../eas/elements/element";
import { kindOf, pageOf, TokenKind } from "../../../wbxml/tokenTable";
import { tagIdentity } from "../../../wbxml/tree";
import type { Check, Rule } from "../../rule";

const check: Check = (node, view, report) => {
  const { tokens } = view.document.tree;
  if (kindOf(tokens, node) !== TokenKind.Tag) return;
  const page = pageOf(tokens, node);
  const token = tagIdentity(tokens, node);
  const known = easCodeSpace.page(page);
  const words = { page: String(page), token: formatByte(token), namespace: known?.namespace };
  if (known === undefined) return report(node, "page", { data: words });
  const retired = easCodeSpace.tag(page, token);
  if (retired !== undefined)
    return report(node, "retired", { data: { ...words, name: retired.name }, severity: "warning" });
  const parentPage = pageOf(tokens, view.parent(node));
  const meant =
    parentPage === undefined || parentPage === page ? undefined : easCodeSpace.tag(parentPage, token);
  const advice =
    meant === undefined
      ? "Check the token."
      : `Its parent uses page ${parentPage}, where this token is ${meant.name}. Insert a SWITCH_PAGE ` +
        "before it.";
  report(node, "token", { data: { ...words, advice } });
};

/** A tag that its code page does not assign, or no longer assigns. */
export const unknownElement: Rule = {
  id: "schema/unknown-element",
  title: "Unknown or retired element",
  severity: "error",
  spec: spec("MS-ASWBXML 2.1.2.1"),
  why:
    "A peer knows only the tokens of the published code pages. It rejects the request (status 102), " +
    "or skips the element and its content.",
  messages: {
    page: "EAS has no code page {page}. Change the SWITCH_PAGE before this tag, or remove the element.",
    token: "Code page {page} ({namespace}) has no tag 0x{token}. {advice}",
    retired:
      "{name} (0x{token}) was removed from code page {page} before the versions that are published. " +
      "Current servers do not know it.",
  },
  chooseCheck: (entry) => (entry === undefined ? check : undefined),
  examples: [
    { title: "a tag on its own page", messages: ["03 01 6A 00 45 00 11 4A 46 03 31 00 01 01 01"], finds: [] },
    {
      title: "a tag that only the parent's page has",
      messages: ["03 01 6A 00 45 00 11 4A 7D 01 01 01"],
      finds: ["token"],
    },
    { title: "a page that EAS does not define", messages: ["03 01 6A 00 45 00 40 05 01"], finds: ["page"] },
    {
      title: "a retired token",
      messages: ["03 01 6A 00 45 5C 4F 51 03 31 00 01 01 01 01"],
      finds: ["retired"],
    },
  ],
};
