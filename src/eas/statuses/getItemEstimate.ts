import { type StatusEntry, statusTable, success } from "./status";

/** Status in a GetItemEstimate response: of the whole, or of one collection in its Response. */
export const getItemEstimate: readonly StatusEntry[] = statusTable("MS-ASCMD 2.2.3.177.7", [
  success("Estimate is the number of changes that the next Sync would bring."),
  {
    value: 2,
    name: "InvalidCollection",
    blamesRequest: true,
    scope: "item",
    meaning: "The collection does not exist, or the options do not fit it.",
    cause:
      "CollectionId names no folder, or MaxItems was sent for a folder other than the recipient information cache.",
    resolution: "Send FolderSync, and ask again with a collection that exists.",
  },
  {
    value: 3,
    name: "SyncStateNotPrimed",
    scope: "item",
    meaning: "This collection was never synchronised, so there is nothing to compare with.",
    cause: "The client sent no Sync with SyncKey 0 for the collection.",
    resolution: "Send the first Sync with SyncKey 0, then ask with the key from its response.",
  },
  {
    value: 4,
    name: "InvalidSyncKey",
    blamesRequest: true,
    scope: "global",
    meaning: "The SyncKey is not the current one, or the options break a rule.",
    cause:
      "The key is old, belongs to another collection, or the server lost its state; there are more than two Options, or their classes may not be combined; or ConversationMode was sent for a folder that holds no mail.",
    resolution:
      "Send a Sync and use its new key; if that does not help, start the collection over with SyncKey 0.",
  },
  {
    value: 103,
    name: "InvalidXML",
    blamesRequest: true,
    scope: "global",
    meaning: "The request is not a valid GetItemEstimate, or asks for too much.",
    cause:
      "FilterType is not one that the class allows, elements are out of place, or there are more collections than the server allows (1000 by default).",
    resolution: "Check FilterType and the order of the elements; split a long request.",
    spec: { document: "MS-ASCMD", section: "3.1.5.10" },
  },
]);
