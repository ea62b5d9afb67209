import type { LinkedDocument } from "../../document/open";
import { elementOfKey, childrenOf as placedIn } from "../../eas/catalogue";
import type { DataType } from "../../eas/elements/element";
import { inferContext } from "../../session/context";
import { readElements } from "../../session/elements";
import { nodeRange } from "../../wbxml/tokenTable";
import { hasContent, rootElement } from "../../wbxml/tree";
import { NOT_ALLOWED, PROTOCOL_ERROR } from "./answers";
import type { Fault } from "./fault";
import { elementsAt, inserted, isLeafWithText, removed, replaced, retold, tokenFor } from "./places";
import { elementFault, insideStart } from "./strike";

const NUMBERS: ReadonlySet<DataType> = new Set(["integer", "unsignedByte", "unsignedShort", "unsignedInt"]);

/**
 * A leaf that the root may hold in the other direction alone; `undefined` where there is none, or the
 * direction is not known.
 */
function ofOtherDirection(document: LinkedDocument, root: number): string | undefined {
  const { command, direction } = inferContext(document);
  const parent = readElements(document).key(root);
  if (command === undefined || direction === undefined || parent === undefined) return undefined;
  const own = new Set(placedIn(command, direction, parent).map(({ element }) => element.key));
  const other = placedIn(command, direction === "request" ? "response" : "request", parent);
  return other.find(({ element }) => element.dataType !== "container" && !own.has(element.key))?.element.key;
}

/** Faults of what the elements of any command say. */
const ofAnyCommand: readonly Fault[] = [
  {
    id: "other-direction",
    name: "Element of the other direction",
    family: "Sync and SMS",
    breaks: "Puts into the root what only the answer has, or only the request.",
    section: "MS-ASCMD 2.2.1",
    answer: NOT_ALLOWED,
    finds: ["schema/misplaced"],
    patches: (document) => {
      const root = rootElement(document.tree.tokens);
      if (!hasContent(document.tree.tokens, root)) return undefined;
      const key = ofOtherDirection(document, root);
      if (key === undefined) return undefined;
      return [elementsAt(document, insideStart(document.tree.tokens, root), (to) => to.leaf(key, "1"))];
    },
  },
  {
    id: "word-for-number",
    name: "Word where a number is due",
    family: "Sync and SMS",
    breaks: "Writes “many” into an element that holds a number.",
    section: "MS-ASDTYPE 2.6",
    answer: NOT_ALLOWED,
    finds: ["schema/wrong-type", "sms/filter-type"],
    patches: (document, options) => {
      const isNumber = (token: number): boolean => {
        const entry = isLeafWithText(document, token) ? readElements(document).entry(token) : undefined;
        return entry !== undefined && NUMBERS.has(entry.dataType) && entry === elementOfKey(entry.key);
      };
      const token = tokenFor(document, options, isNumber);
      const patch = token === undefined ? undefined : retold(document, token, "many");
      return patch && [patch];
    },
  },
  elementFault({
    id: "body-without-type",
    name: "Body without Type",
    breaks: "Leaves out what kind of body it is.",
    section: "MS-ASAIRS 2.2.2.41",
    answer:
      "A server answers status 6 for the item, or 4 for the request. A client leaves the item out and " +
      "keeps the others.",
    finds: ["schema/missing"],
    at: ["AirSyncBase:Body"],
    change: (document, node, { child, parent, key }) => {
      const holder = key(parent(node));
      if (
        holder !== "AirSync:ApplicationData" &&
        holder !== "ItemOperations:Properties" &&
        holder !== "Search:Properties"
      )
        return undefined;
      const type = child(node, "AirSyncBase:Type");
      return type < 0 ? undefined : [removed(document, type)];
    },
  }),
];

/** Faults of a collection in Sync. */
const ofSync: readonly Fault[] = [
  elementFault({
    id: "sync-key-missing",
    name: "SyncKey missing",
    breaks: "Leaves the SyncKey of a collection out.",
    section: "MS-ASCMD 2.2.3.181.4",
    answer: PROTOCOL_ERROR,
    finds: ["schema/missing"],
    at: ["AirSync:Collection"],
    change: (document, node, { child }) => {
      const key = child(node, "AirSync:SyncKey");
      return key < 0 ? undefined : [removed(document, key)];
    },
  }),
  elementFault({
    id: "sync-key-zero",
    name: "SyncKey 0 with Commands",
    breaks: "Begins a collection anew and sends changes with it, which have nothing to stand on.",
    section: "MS-ASCMD 2.2.3.181.4",
    answer: PROTOCOL_ERROR,
    finds: [],
    at: ["AirSync:Collection"],
    only: "request",
    change: (document, node, { child }) => {
      const key = child(node, "AirSync:SyncKey");
      if (key < 0 || child(node, "AirSync:Commands") < 0) return undefined;
      return [retold(document, key, "0")];
    },
  }),
  elementFault({
    id: "order-changed",
    name: "Children out of order",
    breaks: "Writes the SyncKey of a collection behind its CollectionId.",
    section: "MS-ASCMD 2.2.1.21",
    answer: PROTOCOL_ERROR,
    finds: ["schema/order"],
    at: ["AirSync:Collection"],
    only: "request",
    change: (document, node, { child }) => {
      const { tokens } = document.tree;
      const key = child(node, "AirSync:SyncKey");
      const id = child(node, "AirSync:CollectionId");
      if (key < 0 || id < 0 || nodeRange(tokens, key).end !== nodeRange(tokens, id).start) return undefined;
      const { start, end } = nodeRange(tokens, key);
      return [
        replaced({ start, end }),
        inserted(nodeRange(tokens, id).end, document.bytes.subarray(start, end)),
      ];
    },
  }),
  elementFault({
    id: "wait-and-heartbeat",
    name: "Wait and HeartbeatInterval",
    breaks: "Says twice how long to wait, in minutes and in seconds.",
    section: "MS-ASCMD 2.2.3.88.2",
    answer: PROTOCOL_ERROR,
    finds: ["schema/exclusive"],
    at: ["AirSync:HeartbeatInterval"],
    only: "request",
    change: (document, node, { child, parent }) => {
      const { start } = nodeRange(document.tree.tokens, node);
      const hasBoth = child(parent(node), "AirSync:Wait") >= 0;
      return hasBoth ? undefined : [elementsAt(document, start, (to) => to.leaf("AirSync:Wait", "15"))];
    },
  }),
];

/** Faults of what elements say: in any command, and in the collections of Sync. */
export const elementFaults: readonly Fault[] = [...ofAnyCommand, ...ofSync];
