import { spec } from "../../../eas/elements/element";
import { FROM_14_0 } from "../../../eas/versions";
import { firstChild } from "../../fix";
import type { Rule } from "../../rule";
import { change, clientAdd, conversation, serverAdd, smsData, syncRequest, syncResponse } from "../../sms/exampleMessages";
import { smsOfData } from "../../sms/items";
import { whereSms } from "../../sms/mentions";

/** An Add or Change that names phones as only a text message does, without the class that says so. */
export const classMissing: Rule = {
  id: "sms/class-missing",
  title: "Text message without its class",
  severity: "warning",
  spec: spec("MS-ASMS 2.2.2.2.1.2"),
  applies: { commands: ["Sync"], versions: FROM_14_0 },
  why: "An item without Class is of the folder's own class. In a folder of mail the other side takes it for an e-mail: a server refuses to add it, a client shows it among the mail.",
  messages: {
    missing: "This {operation} names a phone in [MOBILE:…], as text messages do, and has no Class. Put Class SMS into it.",
  },
  checkOf: whereSms({
    "AirSync:ApplicationData": (data, view, report) => {
      const item = smsOfData(view, data);
      if (item?.sms !== "phone" || item.isAnswer) return;
      const isServersChange = item.operation === "Change" && view.direction === "response"; // that of a client has no class
      if (item.operation !== "Add" && !isServersChange) return;
      report(item.node, "missing", {
        data: { operation: item.operation },
        fixes: [firstChild("Add Class SMS", view, item.node, "Class", "SMS", true)],
      });
    },
  }),
  examples: [
    { title: "with its class", messages: [syncResponse(serverAdd()), syncRequest(clientAdd())], finds: [] },
    {
      title: "with a version that has no such class",
      messages: [{ xml: syncRequest(clientAdd(smsData, "")), version: "12.1" }],
      finds: [],
    },
    { title: "an e-mail", messages: [syncResponse(serverAdd('<email:To>"Ada" &lt;ada@example.com></email:To>', ""))], finds: [] },
    { title: "a client's Change, which never has a class", messages: [syncRequest(change("<email:Read>1</email:Read>"))], finds: [] },
    {
      title: "a client's Add without it",
      messages: [syncRequest(clientAdd(smsData, ""))],
      finds: ["missing"],
      fixed: syncRequest(clientAdd()),
    },
    {
      title: "a server's Add without it, with prefixes",
      messages: [
        `<a:Sync xmlns:a="AirSync" xmlns:email="Email" xmlns:email2="Email2" xmlns:airsyncbase="AirSyncBase"><a:Collections><a:Collection><a:SyncKey>602</a:SyncKey><a:CollectionId>15</a:CollectionId><a:Status>1</a:Status><a:Commands><a:Add><a:ServerId>15:1</a:ServerId><a:ApplicationData>${smsData}${conversation}</a:ApplicationData></a:Add></a:Commands></a:Collection></a:Collections></a:Sync>`,
      ],
      finds: ["missing"],
      fixed: `<a:Sync xmlns:a="AirSync" xmlns:email="Email" xmlns:email2="Email2" xmlns:airsyncbase="AirSyncBase"><a:Collections><a:Collection><a:SyncKey>602</a:SyncKey><a:CollectionId>15</a:CollectionId><a:Status>1</a:Status><a:Commands><a:Add><a:Class>SMS</a:Class><a:ServerId>15:1</a:ServerId><a:ApplicationData>${smsData}${conversation}</a:ApplicationData></a:Add></a:Commands></a:Collection></a:Collections></a:Sync>`,
    },
  ],
};
