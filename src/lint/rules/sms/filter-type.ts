import { spec } from "../../../eas/elements/element";
import { estimateRequest, mailOptions, smsOptions, syncRequest } from "../../exampleMessages";
import { asksForItems, listCollections } from "../../facts/sms/collections";
import { readSmsConversation } from "../../facts/sms/smsConversation";
import { findFilterViolations, findUndecidedFilters } from "../../facts/sms/violations";
import { replacementFix } from "../../fix";
import type { Rule } from "../../rule";

const filter = (value: string, className = ""): string =>
  `<Options>${className}<FilterType>${value}</FilterType></Options>`;

/** FilterType 0 to 5 for text messages and e-mail. */
export const filterType: Rule = {
  id: "sms/filter-type",
  title: "FilterType not valid for SMS and e-mail",
  severity: "error",
  spec: spec("MS-ASMS 3.1.4.1.1.2"),
  restates: ["schema/not-listed", "schema/out-of-range", "schema/wrong-type"],
  why:
    "Text messages have the same time windows as e-mail: all (0), one day, three days, one week, two " +
    "weeks, one month (5). 6 and 7 are for the calendar and 8 is for tasks; a server responds to " +
    "them with status 4.",
  messages: {
    range:
      "FilterType {value} is not valid for text messages and e-mail, which allow 0 to 5. Use 5 (one " +
      "month) or 0 (all).",
    undecided:
      "FilterType {value} is for calendars and tasks. If folder {id} is a mail folder, the server " +
      "responds with status 4. To check this, set the folder in the context or add the FolderSync " +
      "response.",
  },
  session: (views, report) => {
    const { kindOf } = readSmsConversation(views);
    for (const view of views.filter(asksForItems)) {
      for (const collection of listCollections(view)) {
        const kind = kindOf(view, collection.id);
        for (const { node, filter: value = "" } of findUndecidedFilters(collection, kind)) {
          report(view, node, "undecided", { data: { value, id: collection.id ?? "?" }, severity: "info" });
        }
        for (const { node } of findFilterViolations(collection, kind)) {
          const fixes = [
            replacementFix("Set it to one month (5)", view, node, "5", false),
            replacementFix("Set it to all (0)", view, node, "0", false),
          ];
          report(view, node, "range", { data: { value: view.text(node) }, fixes });
        }
      }
    }
  },
  examples: [
    {
      title: "all of SMS and three days of mail",
      messages: [syncRequest(smsOptions + mailOptions)],
      finds: [],
    },
    ...["0", "1", "2", "3", "4", "5"].map((value) => ({
      title: `FilterType ${value}`,
      messages: [syncRequest(filter(value, "<Class>SMS</Class>"))],
      finds: [],
    })),
    {
      title: "three months of a calendar",
      messages: [syncRequest(filter("6"))],
      context: { folder: "calendar" as const },
      finds: [],
    },
    {
      title: "three months of a folder of unknown kind",
      messages: [syncRequest(filter("6"))],
      finds: ["undecided"],
    },
    { title: "three days of a folder of unknown kind", messages: [syncRequest(filter("2"))], finds: [] },
    {
      title: "three months of a calendar, with its class",
      messages: [syncRequest(filter("6", "<Class>Calendar</Class>"))],
      finds: [],
    },
    {
      title: "three months of text messages",
      messages: [syncRequest(filter("6", "<Class>SMS</Class>"))],
      finds: ["range"],
      fixed: syncRequest(filter("5", "<Class>SMS</Class>")),
    },
    {
      title: "six months of the Inbox",
      messages: [syncRequest(filter("7"))],
      context: { folder: "inbox" as const },
      finds: ["range"],
    },
    {
      title: "six months of the other class, with options for SMS",
      messages: [syncRequest(smsOptions + filter("7"))],
      finds: ["range"],
    },
    {
      title: "the filter of tasks, in GetItemEstimate",
      messages: [
        estimateRequest(
          "<airsync:Options><airsync:FilterType>8</airsync:FilterType>" +
            "<airsync:Class>SMS</airsync:Class></airsync:Options>",
        ),
      ],
      finds: ["range"],
    },
    { title: "a word", messages: [syncRequest(filter("week", "<Class>SMS</Class>"))], finds: ["range"] },
  ],
};
