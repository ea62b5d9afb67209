import { type StatusEntry, statusTable, success } from "./status";

/** Status in a MoveItems response; mind that success is 3 here, and 1 a failure. */
export const moveItems: readonly StatusEntry[] = statusTable("MS-ASCMD 2.2.3.177.10", [
  {
    value: 1,
    name: "InvalidSource",
    scope: "item",
    meaning: "The item to be moved is not where the request says; in MoveItems, 1 is not success.",
    cause: "SrcFldId names no folder any more, or the item SrcMsgId has left that folder.",
    resolution:
      "Send FolderSync, then Sync for the source folder, and repeat the move for items that are still in it.",
  },
  {
    value: 2,
    name: "InvalidDestination",
    scope: "item",
    meaning: "There is no folder with the id the item was to be moved to.",
    cause: "DstFldId names a folder that was deleted, or none at all.",
    resolution: "Send FolderSync and choose the folder again.",
  },
  {
    value: 3,
    name: "Success",
    scope: "global",
    meaning: "The item was moved; in MoveItems success is 3, not 1.",
    cause: "The server did all it was asked for.",
    resolution: "Nothing to do, but to keep the new id from DstMsgId.",
  },
  {
    value: 4,
    name: "SameFolder",
    scope: "item",
    meaning: "The item is to be moved to the folder it is in.",
    cause: "SrcFldId and DstFldId are alike.",
    resolution: "Send only moves whose two folders differ.",
  },
  {
    value: 5,
    name: "CannotMove",
    scope: "global",
    meaning: "The move was not done: it has more than one target, or the item or its target is in use.",
    cause: "A Move has more than one DstFldId, or another process holds a lock.",
    resolution: "Give each Move one DstFldId; otherwise try later or another folder.",
  },
  {
    value: 7,
    name: "ItemLocked",
    scope: "item",
    meaning: "The item, or what it would replace, is locked.",
    cause: "Another process works on it just now.",
    resolution: "Send the move again a little later.",
  },
  {
    value: 103,
    name: "InvalidXML",
    scope: "global",
    meaning: "The request is not a valid MoveItems, or asks for too many moves.",
    cause:
      "An element is missing or out of place, or there are more Move elements than the server takes (1000 by default).",
    resolution: "Check the request; split a long one.",
    spec: { document: "MS-ASCMD", section: "3.1.5.10" },
  },
]);

/** Status in a GetItemEstimate response: of the whole, or of one collection in its Response. */
export const getItemEstimate: readonly StatusEntry[] = statusTable("MS-ASCMD 2.2.3.177.7", [
  success("Estimate says how many changes the next Sync would bring."),
  {
    value: 2,
    name: "InvalidCollection",
    scope: "item",
    meaning: "A collection is not there, or is not of a kind that can be estimated.",
    cause:
      "CollectionId names no folder, or MaxItems is asked of a folder other than the recipient information cache.",
    resolution: "Send FolderSync, and ask again with a collection that exists.",
  },
  {
    value: 3,
    name: "SyncStateNotPrimed",
    scope: "item",
    meaning: "This collection was never synchronised, so that nothing can be compared.",
    cause: "There was no Sync with SyncKey 0 for the collection before.",
    resolution: "Do the first Sync with SyncKey 0, then ask with the key it gave.",
  },
  {
    value: 4,
    name: "InvalidSyncKey",
    scope: "global",
    meaning:
      "The SyncKey is not the one the next Sync would need, or the request asks for what the folder cannot do.",
    cause:
      "The key is old, of another collection, or lost on the server; Options combines classes that may not stand together; or ConversationMode is set for a folder that holds no mail.",
    resolution:
      "Do a Sync and use its new key; where that does not help, start the collection over with SyncKey 0.",
  },
  {
    value: 103,
    name: "InvalidXML",
    scope: "global",
    meaning: "The request is not a valid GetItemEstimate, or asks for too much.",
    cause:
      "FilterType is beyond what the class knows, elements are out of place, or there are more collections than allowed (1000 by default).",
    resolution: "Check FilterType and the order of elements; split a long request.",
    spec: { document: "MS-ASCMD", section: "3.1.5.10" },
  },
]);
