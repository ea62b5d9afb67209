import { spec } from "../../../eas/elements/element";
import { change, clientAdd, serverAdd, smsData, syncRequest, syncResponse } from "../../exampleMessages";
import { findSmsOfData } from "../../facts/sms/items";
import { checkWhereSms } from "../../facts/sms/mentions";
import { smsElements, smsNamespaces } from "../../facts/sms/smsClass";
import type { Rule } from "../../rule";

/** Properties in a text message that are not part of the SMS class. */
export const dataElements: Rule = {
  id: "sms/data-elements",
  title: "Property not allowed in a text message",
  severity: "warning",
  spec: spec("MS-ASMS 2.2.2.1"),
  applies: { commands: ["Sync"] },
  why:
    "The SMS class consists of ten elements. A server may reject an item with other elements, and a " +
    "client has to skip them.",
  messages: {
    sent: "{element} is not part of the SMS class, so a server may reject the text message. Remove it.",
    received: "{element} is not part of the SMS class. Clients have to skip it.",
  },
  chooseCheck: checkWhereSms({
    "AirSync:ApplicationData": (data, view, report) => {
      if (findSmsOfData(view, data) === undefined) return;
      for (const node of view.children(data)) {
        const entry = view.entry(node);
        if (entry === undefined || smsElements.has(entry.key) || smsNamespaces[entry.name] !== undefined)
          continue;
        const isSent = view.direction === "request";
        report(node, isSent ? "sent" : "received", {
          data: { element: entry.key },
          ...(!isSent && { severity: "info" }),
        });
      }
    },
  }),
  examples: [
    { title: "a text message from a client", messages: [syncRequest(clientAdd())], finds: [] },
    { title: "a text message from a server", messages: [syncResponse(serverAdd())], finds: [] },
    {
      title: "a change of its flag",
      messages: [syncResponse(change("<email:Read>1</email:Read><email:Flag/>", "<Class>SMS</Class>"))],
      finds: [],
    },
    {
      title: "a subject in an e-mail",
      messages: [syncResponse(serverAdd("<email:Subject>Hello</email:Subject>", ""))],
      finds: [],
    },
    {
      title: "a subject in a text message",
      messages: [syncRequest(clientAdd(`${smsData}<email:Subject>Hello</email:Subject>`))],
      finds: ["sent"],
    },
    {
      title: "a message class and the body's native type from the server",
      messages: [
        syncResponse(
          serverAdd(
            `${smsData}<email:MessageClass>IPM.Note.Mobile.SMS</email:MessageClass>` +
              "<airsyncbase:NativeBodyType>1</airsyncbase:NativeBodyType>",
          ),
        ),
      ],
      finds: ["received", "received"],
    },
  ],
};
