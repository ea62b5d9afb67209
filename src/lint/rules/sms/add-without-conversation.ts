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
  report(node, "sent", { data: { name }, fixes: [removalFix(`Leave ${name} out`, view, node, true)] });
}

/** A client can't say which conversation a message belongs to that it adds. */
export const addWithoutConversation: Rule = {
  id: "sms/add-without-conversation",
  title: "A client that names the conversation of a new text message",
  severity: "error",
  spec: spec("MS-ASMS 3.1.4.1.2"),
  applies: { commands: ["Sync"], direction: "request" },
  why:
    "The server puts a message into its conversation and tells the client in the response. What a client " +
    "sends can only contradict it, and the Add is refused.",
  messages: {
    sent:
      "{name} is not for a client to send with an Add: the server makes it and returns it with the " +
      "ServerId. Leave it out.",
  },
  chooseCheck: checkWhereSms({ "Email2:ConversationId": check, "Email2:ConversationIndex": check }),
  examples: [
    { title: "an Add without them", messages: [syncRequest(clientAdd())], finds: [] },
    { title: "the server's Add, which has them", messages: [syncResponse(serverAdd())], finds: [] },
    {
      title: "an Add with both",
      messages: [syncRequest(clientAdd(smsData + conversation))],
      finds: ["sent", "sent"],
      fixed: syncRequest(clientAdd(smsData + conversation.replace(/^.*<\/email2:ConversationId>/, ""))),
    },
    {
      title: "an index alone, first in the data, with other prefixes",
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
