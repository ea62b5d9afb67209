import { spec } from "../../../eas/elements/element";
import { clientAdd, serverAdd, smsData, syncRequest, syncResponse } from "../../exampleMessages";
import { findSmsOfData } from "../../facts/sms/items";
import { checkWhereSms } from "../../facts/sms/mentions";
import { smsNamespaces } from "../../facts/sms/smsClass";
import type { Rule } from "../../rule";

/** A property of a text message, in the namespace that the SMS class uses for it. */
export const dataNamespace: Rule = {
  id: "sms/data-namespace",
  title: "Text message property from the wrong namespace",
  severity: "error",
  spec: spec("MS-ASMS 2.2"),
  restates: ["schema/misplaced"],
  applies: { commands: ["Sync"] },
  why:
    "The code page is part of an element's identity. The same name on another page is a different " +
    "element, which the peer does not look for in a text message.",
  messages: { namespace: "{element} is not an element of text messages. Use {right} instead." },
  chooseCheck: checkWhereSms({
    "AirSync:ApplicationData": (data, view, report) => {
      if (findSmsOfData(view, data) === undefined) return;
      for (const node of view.children(data)) {
        const entry = view.entry(node);
        const right = entry && smsNamespaces[entry.name];
        if (entry === undefined || right === undefined || right === entry.namespace) continue;
        report(node, "namespace", { data: { element: entry.key, right: `${right}:${entry.name}` } });
      }
    },
  }),
  examples: [
    { title: "Email, Email2 and AirSyncBase", messages: [syncResponse(serverAdd())], finds: [] },
    { title: "the client's half of them", messages: [syncRequest(clientAdd())], finds: [] },
    {
      title: "the Body of contacts in an e-mail, which is not a text message",
      messages: [
        syncResponse(serverAdd('<email:Subject>x</email:Subject><c:Body xmlns:c="Contacts">x</c:Body>', "")),
      ],
      finds: [],
    },
    {
      title: "the Body of version 2.5",
      messages: [
        syncRequest(
          clientAdd(
            "<email:To>[MOBILE:+14255550143]</email:To><email:Body>See " +
              "you</email:Body><email:InternetCPID>65001</email:InternetCPID>",
          ),
        ),
      ],
      finds: ["namespace"],
    },
    {
      title: "conversation elements of ItemOperations and Search",
      messages: [
        syncResponse(
          serverAdd(
            `${smsData}<s:ConversationId xmlns:s="Search"><?opaque ` +
              "TxsinAfTSl6RYMgudaoT9A==?></s:ConversationId><i:ConversationId " +
              `xmlns:i="ItemOperations"><?opaque TxsinAfTSl6RYMgudaoT9A==?></i:ConversationId>`,
          ),
        ),
      ],
      finds: ["namespace", "namespace"],
    },
  ],
};
