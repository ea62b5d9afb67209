import type { ElementEntry } from "../../../eas/catalogue";
import { spec } from "../../../eas/elements/element";
import { smsData, syncRequest } from "../../exampleMessages";
import { rememberByHolder } from "../../facts/schema/values";
import { smsElements } from "../../facts/sms/smsClass";
import type { Check, Rule } from "../../rule";
import type { MessageView } from "../../view";

/** Elements of a Sync message that contain operations on items, and the operations. */
const OUTSIDE: ReadonlySet<string> = new Set(
  [
    "Add",
    "Change",
    "Delete",
    "Fetch",
    "SoftDelete",
    "Commands",
    "Responses",
    "Collection",
    "Collections",
    "Sync",
  ].map((name) => `AirSync:${name}`),
);

/** Makes the check for elements of one kind, computed once per kind of holder. */
function checkHolder({ key }: ElementEntry, view: MessageView): Check {
  const isOutside = rememberByHolder(view, (holder) => holder !== undefined && OUTSIDE.has(holder));
  return (node, _, report) => {
    if (isOutside(node))
      report(node, "outside", { data: { element: key, parent: view.entry(view.parent(node))?.name } });
  };
}

/** The data of a text message belongs in ApplicationData. */
export const dataPlace: Rule = {
  id: "sms/data-place",
  title: "Text message data outside ApplicationData",
  severity: "error",
  spec: spec("MS-ASMS 2.2.2.1"),
  restates: ["schema/misplaced"],
  applies: { commands: ["Sync"] },
  why:
    "The peer looks for the properties of an item only in ApplicationData. Elsewhere they violate " +
    "the schema of Sync, and the item is rejected or arrives empty.",
  messages: {
    outside: "{element} is directly in {parent}. Move it into the ApplicationData of its Add or Change.",
  },
  chooseCheck: (entry, view) =>
    entry !== undefined && smsElements.has(entry.key) ? checkHolder(entry, view) : undefined,
  examples: [
    {
      title: "everything in ApplicationData",
      messages: [
        syncRequest(
          "<Commands><Add><Class>SMS</Class><ClientId>c1</ClientId>" +
            `<ApplicationData>${smsData}</ApplicationData></Add></Commands>`,
        ),
      ],
      finds: [],
    },
    {
      title: "another prefix for every namespace, each with a trailing colon",
      messages: [
        '<a:Sync xmlns:a="AirSync:" ' +
          'xmlns:e="Email:"><a:Collections><a:Collection><a:SyncKey>601</a:SyncKey>' +
          "<a:CollectionId>15</a:CollectionId><a:Commands><a:Change><a:ServerId>15:1</a:ServerId>" +
          "<a:ApplicationData><e:Read>1</e:Read></a:ApplicationData></a:Change></a:Commands>" +
          "</a:Collection></a:Collections></a:Sync>",
      ],
      finds: [],
    },
    {
      title: "Read directly in Change",
      messages: [
        syncRequest(
          "<Commands><Change><ServerId>15:1</ServerId><email:Read>1</email:Read></Change></Commands>",
        ),
      ],
      finds: ["outside"],
    },
    {
      title: "To and Body outside ApplicationData",
      messages: [
        syncRequest(
          "<Commands><Add><Class>SMS</Class><ClientId>c1</ClientId>" +
            "<email:To>[MOBILE:+14255550143]</email:To><ApplicationData>" +
            "<email:InternetCPID>65001</email:InternetCPID></ApplicationData><airsyncbase:Body>" +
            "<airsyncbase:Type>1</airsyncbase:Type></airsyncbase:Body></Add></Commands>",
        ),
      ],
      finds: ["outside", "outside"],
    },
  ],
};
