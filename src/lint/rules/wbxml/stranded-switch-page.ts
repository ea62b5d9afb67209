import { pageOf, tokenRange } from "../../../wbxml/tokenTable";
import { findStraySwitchPages } from "../../facts/wbxml/switchPages";
import { wap } from "../../facts/wbxml/wap";
import { byteFix } from "../../fix";
import type { Rule } from "../../rule";

/** A SWITCH_PAGE that does not stand directly before a tag. */
export const strandedSwitchPage: Rule = {
  id: "wbxml/stranded-switch-page",
  title: "SWITCH_PAGE that is not followed by a tag",
  severity: "warning",
  spec: wap("5.3"),
  why:
    "The grammar has a SWITCH_PAGE directly before the tag that it is for. A peer that reads it nowhere " +
    "else refuses the message; and where no tag follows, an element may be missing.",
  messages: {
    overruled: "This switch to page {page} is overruled by the next one before any tag. Leave it out.",
    early: "This switch to page {page} is for a tag further on. Put it directly before that tag.",
    unused: "No tag follows this switch to page {page}. Leave it out, or look what is missing behind it.",
  },
  message: (view, report) => {
    const { tokens } = view.document.tree;
    for (const { token, element, kind, patches } of findStraySwitchPages(tokens)) {
      if (kind === "same") continue;
      const fixes = [
        byteFix(kind === "early" ? "Move it to its tag" : "Leave the SWITCH_PAGE out", view, true, patches),
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
      title: "a switch directly before its tag, behind an END",
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
      title: "a switch back to page 0 behind the last tag",
      messages: ["03 01 6A 00 45 00 11 4A 01 00 00 01"],
      finds: ["unused"],
      fixedHex: "03 01 6A 00 45 00 11 4A 01 01",
    },
  ],
};
