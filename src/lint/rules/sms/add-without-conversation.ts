import { spec } from "../../../eas/elements/element";
import {
  clientAdd,
  conversation,
  serverAdd,
  smsData,
  syncRequest,
  syncResponse,
} from "../../exampleMessages";
import { findSmsOfData } from "../../facts/sms/items";
import { checkWhereSms } from "../../facts/sms/mentions";
import { removalFix } from "../../fix";
import type { Report, Rule } from "../../rule";
import type { MessageView } from "../../view";

function check(node: number, view: MessageView, report: Report): void {
  const item = findSmsOfData(view, view.parent(node));
  if (view.direction !== "request" || item?.operation !== "Add") return;
  const name = view.entry(node)?.name;
  report(node, "sent", { data: { name }, fixes: [removalFix(`Remove ${name}`, view, node, true)] });
}

/** A client must not set the conversation of a message that it adds. */
export const addWithoutConversation: Rule = {
  id: "sms/add-without-conversation",
  title: "Client sets the conversation of a new text message",
  severity: "error",
  spec: spec("MS-ASMS 3.1.4.1.2"),
  restates: ["schema/misplaced"],
  applies: { commands: ["Sync"], direction: "request" },
  why:
    "The server assigns a message to its conversation and returns the conversation in the response. " +
    "A value from the client could contradict it, so the server rejects the Add.",
  messages: {
    sent:
      "A client must not send {name} with an Add: the server creates it and returns it with the " +
      "ServerId. Remove it.",
  },
  chooseCheck: checkWhereSms({ "Email2:ConversationId": check, "Email2:ConversationIndex": check }),
  examples: [
    { title: "an Add without them", messages: [syncRequest(clientAdd())], finds: [] },
    { title: "the server's Add, which includes them", messages: [syncResponse(serverAdd())], finds: [] },
    {
      title: "an Add with both",
      messages: [syncRequest(clientAdd(smsData + conversation))],
      finds: ["sent", "sent"],
      fixed: syncRequest(clientAdd(smsData + conversation.replace(/^.*<\/email2:ConversationId>/, ""))),
    },
    {
      title: "only an index, first in the data, with other prefixes",
      messages: [
        '<x:Sync xmlns:x="AirSync:" xmlns:m="Email:" ' +
          'xmlns:n="Email2:"><x:Collections><x:Collection><x:SyncKey>1</x:SyncKey>' +
          "<x:CollectionId>2</x:CollectionId><x:Commands><x:Add><x:Class>SMS</x:Class>" +
          "<x:ClientId>c1</x:ClientId><x:ApplicationData><n:ConversationIndex><?opaque " +
          "yXEmSN4=?></n:ConversationIndex><m:InternetCPID>1252</m:InternetCPID></x:ApplicationData>" +
          "</x:Add></x:Commands></x:Collection></x:Collections></x:Sync>",
      ],
      finds: ["sent"],
      fixed:
        '<x:Sync xmlns:x="AirSync:" xmlns:m="Email:" ' +
        'xmlns:n="Email2:"><x:Collections><x:Collection><x:SyncKey>1</x:SyncKey>' +
        "<x:CollectionId>2</x:CollectionId><x:Commands><x:Add><x:Class>SMS</x:Class>" +
        "<x:ClientId>c1</x:ClientId><x:ApplicationData><m:InternetCPID>1252</m:InternetCPID>" +
        "</x:ApplicationData></x:Add></x:Commands></x:Collection></x:Collections></x:Sync>",
    },
  ],
};
