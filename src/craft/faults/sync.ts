import type { LinkedDocument } from "../../document/open";
import { findElementByKey, listChildElements } from "../../eas/catalogue";
import { reverseDirection } from "../../eas/direction";
import type { DataType } from "../../eas/elements/element";
import { inferContext } from "../../session/context";
import { readElements } from "../../session/elements";
import { nodeRange } from "../../wbxml/tokenTable";
import { hasContent, rootElement } from "../../wbxml/tree";
import { NOT_ALLOWED, PROTOCOL_ERROR } from "./answers";
import type { DeliberateFault } from "./deliberateFault";
import { defineElementFault, getContentStart } from "./elementFault";
import {
  findToken,
  insertBytes,
  insertElements,
  isTextElement,
  removeElement,
  replaceBytes,
  replaceText,
} from "./places";

const NUMBERS: ReadonlySet<DataType> = new Set(["integer", "unsignedByte", "unsignedShort", "unsignedInt"]);

/**
 * A leaf element that only the other direction allows in the root; `undefined` if there is none, or the
 * direction is unknown.
 */
function findOtherDirectionLeaf(document: LinkedDocument, root: number): string | undefined {
  const { command, direction } = inferContext(document);
  const parent = readElements(document).key(root);
  if (command === undefined || direction === undefined || parent === undefined) return undefined;
  const own = new Set(listChildElements(command, direction, parent).map(({ element }) => element.key));
  const other = listChildElements(command, reverseDirection(direction), parent);
  return other.find(({ element }) => element.dataType !== "container" && !own.has(element.key))?.element.key;
}

/** Faults in elements of any command. */
const commonFaults: readonly DeliberateFault[] = [
  {
    id: "other-direction",
    name: "Element from the other direction",
    family: "Sync and SMS",
    breaks: "Puts an element into the root that is allowed only in the other direction.",
    section: "MS-ASCMD 2.2.1",
    answer: NOT_ALLOWED,
    finds: ["schema/misplaced"],
    patches: (document) => {
      const root = rootElement(document.tree.tokens);
      if (!hasContent(document.tree.tokens, root)) return undefined;
      const key = findOtherDirectionLeaf(document, root);
      if (key === undefined) return undefined;
      return [
        insertElements(document, getContentStart(document.tree.tokens, root), (to) => to.leaf(key, "1")),
      ];
    },
  },
  {
    id: "word-for-number",
    name: "Word instead of a number",
    family: "Sync and SMS",
    breaks: "Puts “many” into an element that requires a number.",
    section: "MS-ASDTYPE 2.6",
    answer: NOT_ALLOWED,
    finds: ["schema/wrong-type", "sms/filter-type"],
    patches: (document, options) => {
      const isNumber = (token: number): boolean => {
        const entry = isTextElement(document, token) ? readElements(document).entry(token) : undefined;
        return entry !== undefined && NUMBERS.has(entry.dataType) && entry === findElementByKey(entry.key);
      };
      const token = findToken(document, options, isNumber);
      const patch = token === undefined ? undefined : replaceText(document, token, "many");
      return patch && [patch];
    },
  },
  defineElementFault({
    id: "body-without-type",
    name: "Body without Type",
    breaks: "Omits the Type of a body.",
    section: "MS-ASAIRS 2.2.2.41",
    answer:
      "A server answers status 6 for the item, or 4 for the request. A client skips the item and " +
      "keeps the others.",
    finds: ["schema/missing"],
    keys: ["AirSyncBase:Body"],
    change: (document, node, { child, parent, key }) => {
      const holder = key(parent(node));
      if (
        holder !== "AirSync:ApplicationData" &&
        holder !== "ItemOperations:Properties" &&
        holder !== "Search:Properties"
      )
        return undefined;
      const type = child(node, "AirSyncBase:Type");
      return type < 0 ? undefined : [removeElement(document, type)];
    },
  }),
];

/** Faults in a Collection of Sync. */
const syncFaults: readonly DeliberateFault[] = [
  defineElementFault({
    id: "sync-key-missing",
    name: "SyncKey missing",
    breaks: "Omits the SyncKey of a collection.",
    section: "MS-ASCMD 2.2.3.181.4",
    answer: PROTOCOL_ERROR,
    finds: ["schema/missing"],
    keys: ["AirSync:Collection"],
    change: (document, node, { child }) => {
      const key = child(node, "AirSync:SyncKey");
      return key < 0 ? undefined : [removeElement(document, key)];
    },
  }),
  defineElementFault({
    id: "sync-key-zero",
    name: "SyncKey 0 with Commands",
    breaks:
      "Restarts a collection and sends changes at the same time, although a restarted collection has " +
      "no state to change.",
    section: "MS-ASCMD 2.2.3.181.4",
    answer: PROTOCOL_ERROR,
    finds: [],
    keys: ["AirSync:Collection"],
    direction: "request",
    change: (document, node, { child }) => {
      const key = child(node, "AirSync:SyncKey");
      if (key < 0 || child(node, "AirSync:Commands") < 0) return undefined;
      return [replaceText(document, key, "0")];
    },
  }),
  defineElementFault({
    id: "order-changed",
    name: "Children out of order",
    breaks: "Puts the SyncKey of a collection after its CollectionId.",
    section: "MS-ASCMD 2.2.1.21",
    answer: PROTOCOL_ERROR,
    finds: ["schema/order"],
    keys: ["AirSync:Collection"],
    direction: "request",
    change: (document, node, { child }) => {
      const { tokens } = document.tree;
      const key = child(node, "AirSync:SyncKey");
      const id = child(node, "AirSync:CollectionId");
      if (key < 0 || id < 0 || nodeRange(tokens, key).end !== nodeRange(tokens, id).start) return undefined;
      const { start, end } = nodeRange(tokens, key);
      return [
        replaceBytes({ start, end }),
        insertBytes(nodeRange(tokens, id).end, document.bytes.subarray(start, end)),
      ];
    },
  }),
  defineElementFault({
    id: "wait-and-heartbeat",
    name: "Wait and HeartbeatInterval",
    breaks: "Gives the waiting time twice, in minutes and in seconds.",
    section: "MS-ASCMD 2.2.3.88.2",
    answer: PROTOCOL_ERROR,
    finds: ["schema/exclusive"],
    keys: ["AirSync:HeartbeatInterval"],
    direction: "request",
    change: (document, node, { child, parent }) => {
      const { start } = nodeRange(document.tree.tokens, node);
      const hasBoth = child(parent(node), "AirSync:Wait") >= 0;
      return hasBoth ? undefined : [insertElements(document, start, (to) => to.leaf("AirSync:Wait", "15"))];
    },
  }),
];

/** Faults in elements: of any command, and in the collections of Sync. */
export const elementFaults: readonly DeliberateFault[] = [...commonFaults, ...syncFaults];
