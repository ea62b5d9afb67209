import { spec } from "../../../eas/elements/element";
import { folderResponse, serverAdd, smsOptions, syncRequest, syncResponse } from "../../exampleMessages";
import { readSmsConversation } from "../../facts/sms/smsConversation";
import type { Rule } from "../../rule";

const folders = folderResponse("15:6", "16:2");
const taken = [folders, syncRequest(smsOptions), syncResponse(serverAdd())] as const;
const deletion = syncRequest("<Commands><Delete><ServerId>15:1</ServerId></Delete></Commands>");

/** A phone deletes the items that it took from the Outbox and sent. */
export const outboxItemsDeleted: Rule = {
  id: "session/outbox-items-deleted",
  title: "Sent text message is still in the Outbox",
  severity: "warning",
  spec: spec("MS-ASMS 3.1.5.1"),
  why:
    "Items in the Outbox are waiting to be sent. Until the phone deletes the item, the user sees it " +
    "as unsent, and the phone sends it again after a restart.",
  messages: {
    kept:
      "The phone received item {id} from the Outbox for sending and has synchronised the folder " +
      "{times} since, but has not deleted the item. Send a Delete after the message is sent.",
    waiting:
      "The phone received item {id} from the Outbox for sending, and its next Sync of the folder " +
      "does not delete it. Send a Delete after the message is sent.",
  },
  session: (views, report) => {
    const { turns, lives, kindOf } = readSmsConversation(views);
    for (const { id, collection, from, view, node, gone } of lives.values()) {
      if (from !== "server" || gone !== undefined || kindOf(view, collection) !== "outbox") continue;
      const later = turns.filter((turn) => turn.id === collection && turn.request.index > view.index).length;
      if (later > 1) report(view, node, "kept", { data: { id, times: `${later} times` } });
      if (later === 1) report(view, node, "waiting", { data: { id }, severity: "info" });
    }
  },
  examples: [
    { title: "deleted", messages: [...taken, deletion, syncResponse("")], finds: [] },
    {
      title: "deleted after another Sync",
      messages: [...taken, syncRequest(""), syncResponse(""), deletion, syncResponse("")],
      finds: [],
    },
    {
      title: "withdrawn by the server",
      messages: [
        ...taken,
        syncRequest(""),
        syncResponse("<Commands><Delete><ServerId>15:1</ServerId></Delete></Commands>"),
      ],
      finds: [],
    },
    { title: "the session ends", messages: [...taken], finds: [] },
    {
      title: "a message in the Inbox, which is not for sending",
      messages: [
        folders,
        syncRequest(smsOptions, "16"),
        syncResponse(serverAdd(), "16"),
        syncRequest("", "16"),
        syncResponse("", "16"),
        syncRequest("", "16"),
      ],
      finds: [],
    },
    { title: "not yet", messages: [...taken, syncRequest(""), syncResponse("")], finds: ["waiting"] },
    {
      title: "never",
      messages: [...taken, syncRequest(""), syncResponse(""), syncRequest(""), syncResponse("")],
      finds: ["kept"],
    },
    {
      title: "never, with the folder from the context",
      messages: [syncRequest(smsOptions), syncResponse(serverAdd()), syncRequest(""), syncRequest("")],
      context: { folder: "outbox" },
      finds: ["kept"],
    },
  ],
};
