import { pageOf, tokenRange } from "../../../wbxml/tokenTable";
import { findStraySwitchPages } from "../../facts/wbxml/switchPages";
import { wap } from "../../facts/wbxml/wap";
import { byteFix } from "../../fix";
import type { Rule } from "../../rule";

/** A SWITCH_PAGE to the page of the previous tag. */
export const redundantSwitchPage: Rule = {
  id: "wbxml/redundant-switch-page",
  title: "SWITCH_PAGE to the current page",
  severity: "info",
  spec: wap("5.8.4.7.2"),
  why:
    "A page stays current until the next switch, so this one adds two bytes and has no effect. It " +
    "may mean that the encoder has lost track of the current page.",
  messages: { same: "The previous tag is already on page {page}. Remove the SWITCH_PAGE." },
  message: (view, report) => {
    const { tokens } = view.document.tree;
    for (const { token, element, kind, patches } of findStraySwitchPages(tokens)) {
      if (kind !== "same") continue;
      const fixes = [byteFix("Remove the SWITCH_PAGE", view, true, patches())];
      report(element, "same", {
        data: { page: String(pageOf(tokens, element)) },
        range: tokenRange(tokens, token),
        fixes,
      });
    }
  },
  examples: [
    {
      title: "a switch before a tag of another page",
      messages: ["03 01 6A 00 45 5C 00 11 4A 01 00 00 4F 01 01 01"],
      finds: [],
    },
    {
      title: "a switch to page 0 at the start, where page 0 is current",
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
      title: "a switch away and back with no tag in between",
      messages: ["03 01 6A 00 45 00 11 00 00 5C 01 01"],
      finds: ["same"],
      fixedHex: "03 01 6A 00 45 5C 01 01",
    },
  ],
};
