import { pageOf, tokenRange } from "../../../wbxml/tokenTable";
import { findStraySwitchPages } from "../../facts/wbxml/switchPages";
import { wap } from "../../facts/wbxml/wap";
import { byteFix } from "../../fix";
import type { Rule } from "../../rule";

/** A SWITCH_PAGE to the page of the tag before it. */
export const redundantSwitchPage: Rule = {
  id: "wbxml/redundant-switch-page",
  title: "SWITCH_PAGE to the page that is in force",
  severity: "info",
  spec: wap("5.8.4.7.2"),
  why:
    "A page stays in force until the next switch, so this one costs two bytes and says nothing. Where an " +
    "encoder writes it, it may have lost count of its pages.",
  messages: { same: "Page {page} is the page of the tag before already. Leave the SWITCH_PAGE out." },
  message: (view, report) => {
    const { tokens } = view.document.tree;
    for (const { token, element, kind, patches } of findStraySwitchPages(tokens)) {
      if (kind !== "same") continue;
      const fixes = [byteFix("Leave the SWITCH_PAGE out", view, true, patches)];
      report(element, "same", {
        data: { page: String(pageOf(tokens, element)) },
        range: tokenRange(tokens, token),
        fixes,
      });
    }
  },
  examples: [
    {
      title: "a switch for a tag of another page",
      messages: ["03 01 6A 00 45 5C 00 11 4A 01 00 00 4F 01 01 01"],
      finds: [],
    },
    {
      title: "a switch to page 0 at the start, where page 0 is in force",
      messages: ["03 01 6A 00 00 00 45 5C 01 01"],
      finds: ["same"],
      fixedHex: "03 01 6A 00 45 5C 01 01",
    },
    {
      title: "a switch before each tag",
      messages: ["03 01 6A 00 00 07 56 00 07 52 03 30 00 01 01"],
      finds: ["same"],
      fixedHex: "03 01 6A 00 00 07 56 52 03 30 00 01 01",
    },
    {
      title: "a switch away and back without a tag in between",
      messages: ["03 01 6A 00 45 00 11 00 00 5C 01 01"],
      finds: ["same"],
      fixedHex: "03 01 6A 00 45 5C 01 01",
    },
  ],
};
