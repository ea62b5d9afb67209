import { spec } from "../../../eas/elements/element";
import { clientAdd, folderResponse, serverAdd, syncRequest, syncResponse } from "../../exampleMessages";
import { mayHoldSms } from "../../facts/sms/mentions";
import { canHoldMail, describeFolder } from "../../facts/sms/smsClass";
import { listCommandItems, readSmsConversation } from "../../facts/sms/smsConversation";
import type { Rule } from "../../rule";

/** Text messages are in folders of mail alone. */
export const itemFolder: Rule = {
  id: "sms/item-folder",
  title: "Text message in a folder that is not of mail",
  severity: "error",
  spec: spec("MS-ASMS 3.1.4.1"),
  why:
    "Only collections of e-mail can be synchronised for text messages. A server refuses one that is " +
    "added elsewhere; a client has no place for one that comes from elsewhere.",
  messages: { folder: "Folder {id} is {kind}, and text messages lie in folders of mail alone." },
  session: (views, report) => {
    const { kindOf } = readSmsConversation(views);
    for (const view of views.filter(mayHoldSms)) {
      const placed = [...listCommandItems(view, "request"), ...listCommandItems(view, "response")];
      for (const { collection, item } of placed.filter((one) => one.item.sms !== undefined)) {
        const { id = "?" } = collection;
        const kind = kindOf(view, collection.id);
        if (canHoldMail(kind) === false)
          report(view, item.node, "folder", { data: { id, kind: describeFolder(kind) } });
      }
    }
  },
  examples: [
    { title: "into Sent Items", messages: [folderResponse("15:5"), syncRequest(clientAdd())], finds: [] },
    {
      title: "from the Inbox",
      messages: [syncResponse(serverAdd())],
      context: { folder: "inbox" },
      finds: [],
    },
    { title: "into a folder of unknown kind", messages: [syncRequest(clientAdd())], finds: [] },
    {
      title: "a calendar's item in a calendar",
      messages: [syncResponse(serverAdd('<c:Subject xmlns:c="Calendar">x</c:Subject>', ""))],
      context: { folder: "calendar" },
      finds: [],
    },
    {
      title: "into a tasks folder",
      messages: [syncRequest(clientAdd())],
      context: { folder: "tasks" },
      finds: ["folder"],
    },
    {
      title: "from a folder of contacts that FolderSync told of",
      messages: [folderResponse("15:14"), syncResponse(serverAdd())],
      finds: ["folder"],
    },
  ],
};
