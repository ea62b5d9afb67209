import { type SpecReference, spec } from "../../../eas/elements/element";
import {
  change,
  clientAdd,
  conversation,
  estimateRequest,
  serverAdd,
  smsData,
  smsOptions,
  syncRequest,
  syncResponse,
} from "../../exampleMessages";
import { findEstimateSpec } from "../../facts/sms/estimate";
import { checkWhereSms } from "../../facts/sms/mentions";
import { isSmsClass } from "../../facts/sms/smsClass";
import { removalFix } from "../../fix";
import type { Rule } from "../../rule";
import type { MessageView } from "../../view";

const REQUEST: ReadonlySet<string> = new Set(["AirSync:Options", "AirSync:Add"]);
const RESPONSE: ReadonlySet<string> = new Set(["AirSync:Add", "AirSync:Change", "AirSync:Delete"]);

/** Whether a Class may stand in a parent; where the direction is not known, in either. */
function mayStand({ direction, command }: MessageView, parent: string): boolean {
  if (command === "GetItemEstimate") return parent === "AirSync:Options";
  return (
    (direction !== "response" && REQUEST.has(parent)) || (direction !== "request" && RESPONSE.has(parent))
  );
}

function chooseSection(view: MessageView): SpecReference {
  return findEstimateSpec(view, "MS-ASMS 2.2.2.2.1.1") ?? spec("MS-ASMS 2.2.2.2.1.2");
}

/** Where Class SMS may stand. */
export const classPlace: Rule = {
  id: "sms/class-place",
  title: "Class SMS where it may not stand",
  severity: "error",
  spec: spec("MS-ASMS 2.2.2.2.1"),
  applies: { commands: ["Sync", "GetItemEstimate"] },
  why:
    "A server reads the class from Options and from the client's Add alone, a client from Add, Change " +
    "and Delete. Anywhere else it breaks the schema, and text messages are not what is asked for.",
  messages: {
    operation:
      "Class does not belong into the {parent} of a request: the server knows the class of an item by " +
      "its ServerId. Leave it out.",
    collection:
      "This Class, of SMS, stands in {parent}, and a request asks for a class by AirSync:Class in an " +
      "Options of the Collection. Put it there.",
    response: "Class SMS stands in {parent}; a response says it in Add, Change and Delete alone.",
  },
  chooseCheck: checkWhereSms({
    "AirSync:Class": (node, view, report) => {
      const parent = view.key(view.parent(node));
      if (parent === undefined || !isSmsClass(view.text(node)) || mayStand(view, parent)) return;
      const name = parent.replace(/^.*:/, "");
      const details = { data: { parent: name }, spec: chooseSection(view) };
      if (view.direction === "response") report(node, "response", details);
      else if (name === "Collection" || name === "Collections" || name === "Sync")
        report(node, "collection", details);
      else
        report(node, "operation", { ...details, fixes: [removalFix("Leave Class out", view, node, true)] });
    },
    "GetItemEstimate:Class": (node, view, report) => {
      const parent = view.entry(view.parent(node))?.name ?? "the root";
      if (isSmsClass(view.text(node)))
        report(node, "collection", { data: { parent }, spec: chooseSection(view) });
    },
  }),
  examples: [
    { title: "in Options of Sync", messages: [syncRequest(smsOptions)], finds: [] },
    {
      title: "in Options of GetItemEstimate",
      messages: [estimateRequest("<airsync:Options><airsync:Class>SMS</airsync:Class></airsync:Options>")],
      finds: [],
    },
    { title: "in the Add of a request", messages: [syncRequest(clientAdd())], finds: [] },
    {
      title: "in Add, Change and Delete of a response",
      messages: [
        syncResponse(
          `${serverAdd()}<Responses><Add><Class>SMS</Class><ClientId>c1</ClientId>` +
            "<ServerId>15:7</ServerId><Status>1</Status>" +
            `<ApplicationData>${conversation}</ApplicationData></Add></Responses>`,
        ),
        syncResponse(
          "<Commands><Change><Class>SMS</Class><ServerId>15:1</ServerId><ApplicationData>" +
            "<email:Read>1</email:Read></ApplicationData></Change><Delete><Class>SMS</Class>" +
            "<ServerId>15:2</ServerId></Delete></Commands>",
        ),
      ],
      finds: [],
    },
    {
      title: "another class in Collection, as versions up to 12.1 have it",
      messages: [
        "<Sync " +
          'xmlns="AirSync"><Collections><Collection><Class>Email</Class><SyncKey>601</SyncKey>' +
          "<CollectionId>15</CollectionId></Collection></Collections></Sync>",
      ],
      finds: [],
    },
    {
      title: "in the Change of a request",
      messages: [syncRequest(change("<email:Read>1</email:Read>", "<Class>SMS</Class>"))],
      finds: ["operation"],
      fixed: syncRequest(change("<email:Read>1</email:Read>")),
    },
    {
      title: "in the Delete of a request",
      messages: [
        syncRequest("<Commands><Delete><Class>SMS</Class><ServerId>15:1</ServerId></Delete></Commands>"),
      ],
      finds: ["operation"],
      fixed: syncRequest("<Commands><Delete><ServerId>15:1</ServerId></Delete></Commands>"),
    },
    { title: "alone, cut out of its message", messages: ['<Class xmlns="AirSync">SMS</Class>'], finds: [] },
    {
      title: "in Collection",
      messages: [syncRequest(`<Class>SMS</Class>${clientAdd(smsData)}`)],
      finds: ["collection"],
    },
    {
      title: "the older Class of GetItemEstimate, in Collection",
      messages: [
        '<GetItemEstimate xmlns="GetItemEstimate:" ' +
          'xmlns:a="AirSync:"><Collections><Collection><Class>SMS</Class><a:FilterType>0</a:FilterType>' +
          "<a:SyncKey>601</a:SyncKey><CollectionId>15</CollectionId></Collection></Collections>" +
          "</GetItemEstimate>",
      ],
      finds: ["collection"],
    },
    {
      title: "in a SoftDelete",
      messages: [
        syncResponse(
          "<Commands><SoftDelete><Class>SMS</Class><ServerId>15:1</ServerId></SoftDelete></Commands>",
        ),
      ],
      finds: ["response"],
    },
  ],
};
