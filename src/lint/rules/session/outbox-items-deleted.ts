import { bisect } from "../../../bytes/bisect";
import { spec } from "../../../eas/elements/element";
import { folderResponse, serverAdd, smsOptions, syncRequest, syncResponse } from "../../exampleMessages";
import { readSmsConversation, type SyncTurn } from "../../facts/sms/smsConversation";
import type { Rule } from "../../rule";

const folders = folderResponse("15:6", "16:2");
const taken = [folders, syncRequest(smsOptions), syncResponse(serverAdd())] as const;
const deletion = syncRequest("<Commands><Delete><ServerId>15:1</ServerId></Delete></Commands>");

/**
 * The message index of the second request for a collection after a message. By then, a phone that sent a text
 * message has had the time to delete it.
 */
function findSecondAfter(turns: readonly SyncTurn[], index: number): number | undefined {
  const first = bisect(turns.length, (at) => (turns[at]?.request.index ?? 0) > index);
  return turns[first + 1]?.request.index;
}

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
      "twice since without deleting the item. Send a Delete after the message is sent.",
  },
  session: (views, report) => {
    const { turnsOf, lives, kindOf } = readSmsConversation(views);
    for (const { id, collection, from, view, node, gone } of lives) {
      if (from !== "server" || kindOf(view, collection) !== "outbox") continue;
      const second = findSecondAfter(turnsOf(collection), view.index);
      if (second === undefined || (gone !== undefined && gone <= second)) continue;
      report(view, node, "kept", { data: { id } });
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
    { title: "not yet", messages: [...taken, syncRequest(""), syncResponse("")], finds: [] },
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
