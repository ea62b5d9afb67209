import { spec } from "../../../eas/elements/element";
import { clientAdd, folderResponse, serverAdd, syncRequest, syncResponse } from "../../exampleMessages";
import { mayHoldSms } from "../../facts/sms/mentions";
import { canHoldMail, describeFolder } from "../../facts/sms/smsClass";
import { listCommandItems, readSmsConversation } from "../../facts/sms/smsConversation";
import type { Rule } from "../../rule";

/** Only mail folders contain text messages. */
export const itemFolder: Rule = {
  id: "sms/item-folder",
  title: "Text message in a folder that is not a mail folder",
  severity: "error",
  spec: spec("MS-ASMS 3.1.4.1"),
  why:
    "Only mail folders can synchronise text messages. A server rejects one that is added to another " +
    "folder, and a client can't store one that comes from there.",
  messages: {
    folder: "Folder {id} is {kind}, but only mail folders contain text messages. Use a mail folder.",
  },
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
      title: "a calendar item in a calendar",
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
      title: "from a contacts folder, according to FolderSync",
      messages: [folderResponse("15:14"), syncResponse(serverAdd())],
      finds: ["folder"],
    },
  ],
};
