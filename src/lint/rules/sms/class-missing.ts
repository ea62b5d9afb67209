import { spec } from "../../../eas/elements/element";
import { FROM_14_0 } from "../../../eas/versions";
import {
  change,
  clientAdd,
  conversation,
  serverAdd,
  smsData,
  syncRequest,
  syncResponse,
} from "../../exampleMessages";
import { findItem, hasPhone, type Item } from "../../facts/sms/items";
import { checkWhereSms } from "../../facts/sms/mentions";
import { firstChildFix, replacementFix } from "../../fix";
import type { Report, Rule } from "../../rule";
import type { MessageView } from "../../view";

function reportMissing(view: MessageView, { operation, node }: Item, report: Report): void {
  const isOf140 = view.version === "14.0" && view.direction === "response";
  report(node, isOf140 ? "undecided" : "missing", {
    data: { operation },
    ...(isOf140
      ? { severity: "info" }
      : { fixes: [firstChildFix("Add Class SMS", view, node, "Class", "SMS", true)] }),
  });
}

/** An Add or Change that names phones, which only a text message does, but does not have class SMS. */
export const classMissing: Rule = {
  id: "sms/class-missing",
  title: "Text message without its class",
  severity: "warning",
  spec: spec("MS-ASMS 2.2.2.2.1.2"),
  applies: { commands: ["Sync"], versions: FROM_14_0 },
  why:
    "An item without Class has the folder's own class. In a mail folder the peer treats it as an " +
    "e-mail: a server rejects the Add, and a client shows the item as an e-mail.",
  messages: {
    missing:
      "This {operation} names a phone in [MOBILE:…], as text messages do, but has no Class. Add " +
      "Class SMS.",
    undecided:
      "This {operation} names a phone in [MOBILE:…], as text messages do, but has no Class. Version " +
      "14.0 may omit it (footnotes 1 and 2 of MS-ASMS). From 14.1 on, Class SMS is required.",
    other:
      "This {operation} names a phone in [MOBILE:…], as text messages do, but its Class is {class}. " +
      "If it is a text message, write SMS.",
  },
  chooseCheck: checkWhereSms({
    "AirSync:ApplicationData": (data, view, report) => {
      const item = findItem(view, view.parent(data));
      if (item === undefined || item.data !== data || item.isAnswer || !hasPhone(view, data)) return;
      // a client's Change has no class
      const isServersChange = item.operation === "Change" && view.direction === "response";
      if (item.operation !== "Add" && !isServersChange) return;
      const { operation, classNode } = item;
      const name = classNode < 0 ? undefined : view.text(classNode);
      if (name === undefined) reportMissing(view, item, report);
      else if (name === "Email")
        report(classNode, "other", {
          data: { operation, class: name },
          fixes: [replacementFix("Write SMS", view, classNode, "SMS", false)],
        });
    },
  }),
  examples: [
    { title: "with its class", messages: [syncResponse(serverAdd()), syncRequest(clientAdd())], finds: [] },
    {
      title: "with a version that does not have the class",
      messages: [{ xml: syncRequest(clientAdd(smsData, "")), version: "12.1" }],
      finds: [],
    },
    {
      title: "an e-mail",
      messages: [syncResponse(serverAdd('<email:To>"Ada" &lt;ada@example.com></email:To>', ""))],
      finds: [],
    },
    {
      title: "a client's Change, which never has a class",
      messages: [syncRequest(change("<email:Read>1</email:Read>"))],
      finds: [],
    },
    {
      title: "a server's Add without it, of version 14.0",
      messages: [{ xml: syncResponse(serverAdd(undefined, "")), version: "14.0" }],
      finds: ["undecided"],
    },
    {
      title: "the class of e-mail on an apparent text message",
      messages: [syncRequest(clientAdd(smsData, "<Class>Email</Class>"))],
      finds: ["other"],
      fixed: syncRequest(clientAdd()),
    },
    {
      title: "a client's Add without it",
      messages: [syncRequest(clientAdd(smsData, ""))],
      finds: ["missing"],
      fixed: syncRequest(clientAdd()),
    },
    {
      title: "a server's Add without it, with prefixes",
      messages: [
        `<a:Sync xmlns:a="AirSync" xmlns:email="Email" xmlns:email2="Email2" ` +
          `xmlns:airsyncbase="AirSyncBase"><a:Collections><a:Collection><a:SyncKey>602</a:SyncKey>` +
          "<a:CollectionId>15</a:CollectionId><a:Status>1</a:Status><a:Commands><a:Add>" +
          "<a:ServerId>15:1</a:ServerId>" +
          `<a:ApplicationData>${smsData}${conversation}</a:ApplicationData></a:Add></a:Commands>` +
          "</a:Collection></a:Collections></a:Sync>",
      ],
      finds: ["missing"],
      fixed:
        `<a:Sync xmlns:a="AirSync" xmlns:email="Email" xmlns:email2="Email2" ` +
        `xmlns:airsyncbase="AirSyncBase"><a:Collections><a:Collection><a:SyncKey>602</a:SyncKey>` +
        "<a:CollectionId>15</a:CollectionId><a:Status>1</a:Status><a:Commands><a:Add>" +
        "<a:Class>SMS</a:Class><a:ServerId>15:1</a:ServerId>" +
        `<a:ApplicationData>${smsData}${conversation}</a:ApplicationData></a:Add></a:Commands>` +
        "</a:Collection></a:Collections></a:Sync>",
    },
  ],
};
