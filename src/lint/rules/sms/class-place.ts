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

/** Whether a Class is allowed in a parent; in either direction if the direction is unknown. */
function mayStand({ direction, command }: MessageView, parent: string): boolean {
  if (command === "GetItemEstimate") return parent === "AirSync:Options";
  return (
    (direction !== "response" && REQUEST.has(parent)) || (direction !== "request" && RESPONSE.has(parent))
  );
}

function chooseSection(view: MessageView): SpecReference {
  return findEstimateSpec(view, "MS-ASMS 2.2.2.2.1.1") ?? spec("MS-ASMS 2.2.2.2.1.2");
}

/** Where Class SMS is allowed. */
export const classPlace: Rule = {
  id: "sms/class-place",
  title: "Class SMS not allowed here",
  severity: "error",
  spec: spec("MS-ASMS 2.2.2.2.1"),
  restates: ["schema/misplaced", "schema/not-listed", "schema/order"],
  applies: { commands: ["Sync", "GetItemEstimate"] },
  why:
    "A server reads the class only from Options and from the client's Add; a client reads it from " +
    "Add, Change and Delete. Anywhere else, Class violates the schema and does not request text " +
    "messages.",
  messages: {
    operation:
      "Class is not allowed in the {parent} of a request: the server knows the class of an item by " +
      "its ServerId. Remove it.",
    collection:
      "This Class SMS is in {parent}, but a request selects a class with AirSync:Class in an Options " +
      "of the Collection. Move it there.",
    response:
      "Class SMS is in {parent}, but in a response it is allowed only in Add, Change and Delete. Remove it.",
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
      else report(node, "operation", { ...details, fixes: [removalFix("Remove Class", view, node, true)] });
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
    { title: "alone, cut from its message", messages: ['<Class xmlns="AirSync">SMS</Class>'], finds: [] },
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
