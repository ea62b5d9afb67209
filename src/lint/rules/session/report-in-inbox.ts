import { spec } from "../../../eas/elements/element";
import { clientAdd, folderResponse, syncRequest } from "../../exampleMessages";
import { listItems, readSmsConversation } from "../../facts/sms/smsConversation";
import type { Rule } from "../../rule";

const folders = folderResponse("15:6", "16:2", "17:5");

/** A phone reports in the Inbox that it could not send a message. */
export const reportInInbox: Rule = {
  id: "session/report-in-inbox",
  title: "Client adds a text message to the Outbox",
  severity: "warning",
  spec: spec("MS-ASMS 3.1.5.1"),
  why:
    "The server puts the messages that phones should send into the Outbox. A report of a failed " +
    "message belongs in the Inbox, where the user reads it; a phone would send it from the Outbox.",
  messages: {
    outbox:
      "The client adds a text message to the Outbox (folder {id}). Add a non-delivery report to the " +
      "Inbox, or a sent message to Sent Items.",
  },
  session: (views, report) => {
    const { turns, kindOf } = readSmsConversation(views);
    for (const { request, node, id } of turns) {
      if (node < 0 || kindOf(request, id) !== "outbox") continue;
      for (const item of listItems(request, node, "Commands")) {
        if (item.operation === "Add" && item.sms !== undefined)
          report(request, item.node, "outbox", { data: { id } });
      }
    }
  },
  examples: [
    { title: "a report in the Inbox", messages: [folders, syncRequest(clientAdd(), "16")], finds: [] },
    { title: "a sent message in Sent Items", messages: [folders, syncRequest(clientAdd(), "17")], finds: [] },
    { title: "a message in a folder of unknown kind", messages: [syncRequest(clientAdd())], finds: [] },
    { title: "a message in the Outbox", messages: [folders, syncRequest(clientAdd())], finds: ["outbox"] },
    {
      title: "the same, with the folder from the context",
      messages: [syncRequest(clientAdd())],
      context: { folder: "outbox" },
      finds: ["outbox"],
    },
  ],
};
