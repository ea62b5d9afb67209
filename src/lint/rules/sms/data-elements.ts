import { spec } from "../../../eas/elements/element";
import { change, clientAdd, serverAdd, smsData, syncRequest, syncResponse } from "../../exampleMessages";
import { findSmsOfData } from "../../facts/sms/items";
import { checkWhereSms } from "../../facts/sms/mentions";
import { smsElements, smsNamespaces } from "../../facts/sms/smsClass";
import type { Rule } from "../../rule";

/** Properties that are not of the SMS class in a text message. */
export const dataElements: Rule = {
  id: "sms/data-elements",
  title: "Property that text messages do not have",
  severity: "warning",
  spec: spec("MS-ASMS 2.2.2.1"),
  applies: { commands: ["Sync"] },
  why:
    "Ten elements make up the SMS class. A client that sends others risks that its item is refused; one " +
    "that receives others has to skip them.",
  messages: {
    sent: "{element} is not of the SMS class, and a server may refuse the text message for it. Leave it out.",
    received: "{element} is not of the SMS class. Clients have to skip it.",
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
    { title: "a text message by a client", messages: [syncRequest(clientAdd())], finds: [] },
    { title: "a text message by a server", messages: [syncResponse(serverAdd())], finds: [] },
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
