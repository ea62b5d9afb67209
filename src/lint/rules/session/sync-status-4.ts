import { spec } from "../../../eas/elements/element";
import { folderResponse, mailOptions, smsOptions, syncRequest, syncResponse } from "../../exampleMessages";
import { listCollections } from "../../facts/sms/collections";
import { readSmsConversation, readSyncStatus } from "../../facts/sms/smsConversation";
import { findStatusViolations } from "../../facts/sms/violations";
import type { Rule } from "../../rule";

const three = syncRequest(smsOptions + mailOptions + mailOptions);
const longWindow = syncRequest("<Options><Class>SMS</Class><FilterType>7</FilterType></Options>");
const refused = syncResponse("", "15", "4");

/** A server responds with status 4 to a Sync request whose options break the rules. */
export const syncStatus4: Rule = {
  id: "session/sync-status-4",
  title: "Response to a Sync that breaks the SMS rules",
  severity: "warning",
  spec: spec("MS-ASMS 3.2.5.1"),
  why:
    "Status 4 reports a protocol error in the request, but not its cause. If a server accepts the " +
    "request, other servers may not, and it is unknown how it applied the options.",
  messages: {
    passed:
      "The request should fail with status 4: {what}. The server accepted it with status 1. Correct " +
      "the request.",
    deserved: "The server returned status 4 because {what}. Correct the request.",
  },
  session: (views, report) => {
    const { turns, kindOf } = readSmsConversation(views);
    for (const { request, response, node, id, answer } of turns) {
      const collection = listCollections(request).find((one) => one.node === node);
      const [violation] =
        collection === undefined ? [] : findStatusViolations(request, collection, kindOf(request, id));
      if (response === undefined || violation === undefined) continue;
      const status = readSyncStatus(response, answer);
      if (status.text === "4")
        report(response, status.node, "deserved", { data: { what: violation.what }, severity: "info" });
      if (status.text === "1") report(response, status.node, "passed", { data: { what: violation.what } });
    }
  },
  examples: [
    {
      title: "a valid request, answered with status 1",
      messages: [syncRequest(smsOptions + mailOptions), syncResponse("")],
      context: { folder: "inbox" },
      finds: [],
    },
    {
      title: "status 4 for another reason",
      messages: [syncRequest(smsOptions), refused],
      context: { folder: "inbox" },
      finds: [],
    },
    {
      title: "another status, which takes precedence",
      messages: [three, syncResponse("", "15", "3")],
      finds: [],
    },
    {
      title: "a calendar's window in a folder of unknown kind",
      messages: [syncRequest("<Options><FilterType>7</FilterType></Options>"), syncResponse("")],
      finds: [],
    },
    { title: "three Options, rejected", messages: [three, refused], finds: ["deserved"] },
    {
      title: "three Options, the whole response rejected",
      messages: [three, '<Sync xmlns="AirSync"><Status>4</Status></Sync>'],
      finds: ["deserved"],
    },
    { title: "three Options, accepted", messages: [three, syncResponse("")], finds: ["passed"] },
    {
      title: "six months of text messages, accepted",
      messages: [longWindow, syncResponse("")],
      finds: ["passed"],
    },
    {
      title: "SMS of a calendar, accepted",
      messages: [folderResponse("15:8"), syncRequest(smsOptions), syncResponse("")],
      finds: ["passed"],
    },
    {
      title: "Contacts of the Inbox, rejected",
      messages: [syncRequest("<Options><Class>Contacts</Class></Options>"), refused],
      context: { folder: "inbox" },
      finds: ["deserved"],
    },
  ],
};
