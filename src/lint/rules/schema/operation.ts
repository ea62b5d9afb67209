import { findElementByKey } from "../../../eas/catalogue";
import { spec } from "../../../eas/elements/element";
import { findElementSpec } from "../../facts/schema/elementSpec";
import type { Check, Rule } from "../../rule";

/**
 * What a server's operations must contain under Commands, and its answers under Responses [MS-ASCMD
 * 2.2.3.166.8, 2.2.3.28.4, 2.2.3.177.17].
 */
const REQUIRED: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  "AirSync:Commands": {
    "AirSync:Add": ["AirSync:ServerId", "AirSync:ApplicationData"],
    "AirSync:Change": ["AirSync:ServerId", "AirSync:ApplicationData"],
    "AirSync:Delete": ["AirSync:ServerId"],
  },
  "AirSync:Responses": {
    "AirSync:Add": ["AirSync:ClientId", "AirSync:Status"],
    "AirSync:Change": ["AirSync:Status"],
    "AirSync:Fetch": ["AirSync:Status"],
  },
};

const check: Check = (node, view, report) => {
  const place = view.key(view.parent(node)) ?? "";
  if (view.direction !== "response") return;
  const required = REQUIRED[place]?.[view.key(node) ?? ""] ?? [];
  for (const key of required) {
    const entry = view.child(node, key) < 0 ? findElementByKey(key) : undefined;
    if (entry === undefined) continue;
    const data = { operation: view.entry(node)?.name, place: place.replace(/^.*:/, ""), element: key };
    report(node, "child", { data, spec: findElementSpec(view, node, entry) });
  }
};

/** A server's operations on items, and its answers, are complete. */
export const operation: Rule = {
  id: "schema/operation",
  title: "Incomplete operation in a Sync response",
  severity: "error",
  spec: spec("MS-ASCMD 2.2.3"),
  applies: { commands: ["Sync"], direction: "response" },
  why:
    "Under Commands, the ServerId identifies the item; under Responses, the ClientId identifies the " +
    "client's own item. Without it, the client can't process the operation.",
  messages: { child: "{operation} under {place} must contain {element}, which is missing. Add it." },
  elements: {
    "AirSync:Add": check,
    "AirSync:Change": check,
    "AirSync:Delete": check,
    "AirSync:Fetch": check,
  },
  examples: [
    {
      title: "a new item, a removed item, and an answer",
      messages: [
        "<Sync " +
          'xmlns="AirSync"><Collections><Collection><SyncKey>2</SyncKey><CollectionId>5</CollectionId>' +
          "<Status>1</Status><Responses><Add><ClientId>c1</ClientId><ServerId>5:3</ServerId>" +
          "<Status>1</Status></Add></Responses><Commands><Add><ServerId>5:1</ServerId>" +
          "<ApplicationData/></Add><Delete><ServerId>5:2</ServerId></Delete></Commands></Collection>" +
          "</Collections></Sync>",
      ],
      finds: [],
    },
    {
      title: "new items without an id and without data",
      messages: [
        "<Sync " +
          'xmlns="AirSync"><Collections><Collection><SyncKey>2</SyncKey><CollectionId>5</CollectionId>' +
          "<Status>1</Status><Commands><Add><ApplicationData/></Add><Add><ServerId>5:1</ServerId></Add>" +
          "</Commands></Collection></Collections></Sync>",
      ],
      finds: ["child", "child"],
    },
    {
      title: "an answer without a status",
      messages: [
        "<Sync " +
          'xmlns="AirSync"><Collections><Collection><SyncKey>2</SyncKey><CollectionId>5</CollectionId>' +
          "<Status>1</Status><Responses><Add><ClientId>c1</ClientId><ServerId>5:3</ServerId></Add>" +
          "</Responses></Collection></Collections></Sync>",
      ],
      finds: ["child"],
    },
  ],
};
