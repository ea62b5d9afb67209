import { pageOf, tokenRange } from "../../../wbxml/tokenTable";
import { findStraySwitchPages } from "../../facts/wbxml/switchPages";
import { wap } from "../../facts/wbxml/wap";
import { byteFix } from "../../fix";
import type { Rule } from "../../rule";

/** A SWITCH_PAGE that is not directly before a tag. */
export const strandedSwitchPage: Rule = {
  id: "wbxml/stranded-switch-page",
  title: "SWITCH_PAGE not followed by a tag",
  severity: "warning",
  spec: wap("5.3"),
  why:
    "The grammar places a SWITCH_PAGE directly before the tag that it applies to. A peer that " +
    "accepts it nowhere else rejects the message. If no tag follows, an element may be missing.",
  messages: {
    overruled:
      "Another switch follows this switch to page {page} before any tag, so it has no effect. Remove it.",
    early: "This switch to page {page} applies to a later tag. Move it directly before that tag.",
    unused:
      "No tag follows this switch to page {page}. Remove it, or check whether an element is missing " +
      "after it.",
  },
  message: (view, report) => {
    const { tokens } = view.document.tree;
    for (const { token, element, kind, patches } of findStraySwitchPages(tokens)) {
      if (kind === "same") continue;
      const fixes = [
        byteFix(kind === "early" ? "Move it to its tag" : "Remove the SWITCH_PAGE", view, true, patches()),
      ];
      report(element, kind, {
        data: { page: String(pageOf(tokens, token)) },
        range: tokenRange(tokens, token),
        fixes,
      });
    }
  },
  examples: [
    {
      title: "a switch directly before its tag, after an END",
      messages: ["03 01 6A 00 45 5C 01 00 11 4A 01 01"],
      finds: [],
    },
    {
      title: "the same switch before the END",
      messages: ["03 01 6A 00 45 5C 00 11 01 4A 01 01"],
      finds: ["early"],
      fixedHex: "03 01 6A 00 45 5C 01 00 11 4A 01 01",
    },
    {
      title: "two in a row",
      messages: ["03 01 6A 00 45 00 02 00 11 4A 01 01"],
      finds: ["overruled"],
      fixedHex: "03 01 6A 00 45 00 11 4A 01 01",
    },
    {
      title: "a switch back to page 0 after the last tag",
      messages: ["03 01 6A 00 45 00 11 4A 01 00 00 01"],
      finds: ["unused"],
      fixedHex: "03 01 6A 00 45 00 11 4A 01 01",
    },
  ],
};
