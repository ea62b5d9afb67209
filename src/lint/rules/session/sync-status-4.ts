import { spec } from "../../../eas/elements/element";
import { folderResponse, mailOptions, smsOptions, syncRequest, syncResponse } from "../../exampleMessages";
import { listCollections } from "../../facts/sms/collections";
import { readSmsConversation, readSyncStatus } from "../../facts/sms/smsConversation";
import { findStatusViolations } from "../../facts/sms/violations";
import type { Rule } from "../../rule";

const three = syncRequest(smsOptions + mailOptions + mailOptions);
const longWindow = syncRequest("<Options><Class>SMS</Class><FilterType>7</FilterType></Options>");
const refused = syncResponse("", "15", "4");

/** A server answers status 4 to a Sync request that breaks the rules for its options. */
export const syncStatus4: Rule = {
  id: "session/sync-status-4",
  title: "Sync that breaks the rules for SMS, and its answer",
  severity: "warning",
  spec: spec("MS-ASMS 3.2.5.1"),
  why:
    "Status 4 says that the request breaks the protocol and not what in it. And where a server lets it " +
    "pass, other servers will not, and what it made of the options is anyone's guess.",
  messages: {
    passed: "The request deserves status 4: {what}. The server let it pass with status 1.",
    deserved: "Status 4, because {what}.",
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
      title: "a right request, answered with 1",
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
    { title: "another status, which comes first", messages: [three, syncResponse("", "15", "3")], finds: [] },
    {
      title: "a calendar's window in a folder of unknown kind",
      messages: [syncRequest("<Options><FilterType>7</FilterType></Options>"), syncResponse("")],
      finds: [],
    },
    { title: "three Options, refused", messages: [three, refused], finds: ["deserved"] },
    {
      title: "three Options, the whole response refused",
      messages: [three, '<Sync xmlns="AirSync"><Status>4</Status></Sync>'],
      finds: ["deserved"],
    },
    { title: "three Options, let pass", messages: [three, syncResponse("")], finds: ["passed"] },
    {
      title: "six months of text messages, let pass",
      messages: [longWindow, syncResponse("")],
      finds: ["passed"],
    },
    {
      title: "SMS of a calendar, let pass",
      messages: [folderResponse("15:8"), syncRequest(smsOptions), syncResponse("")],
      finds: ["passed"],
    },
    {
      title: "Contacts of the Inbox, refused",
      messages: [syncRequest("<Options><Class>Contacts</Class></Options>"), refused],
      context: { folder: "inbox" },
      finds: ["deserved"],
    },
  ],
};
