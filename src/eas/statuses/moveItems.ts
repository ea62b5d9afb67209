import { type StatusEntry, statusTable } from "./status";

/** Status in a MoveItems response; success is 3 here, and 1 is a failure. */
export const moveItems: readonly StatusEntry[] = statusTable("MS-ASCMD 2.2.3.177.10", [
  {
    value: 1,
    name: "InvalidSource",
    scope: "item",
    meaning: "The source folder is unknown, or the item is not in it; in MoveItems, 1 is not success.",
    cause: "SrcFldId names no folder, or the item SrcMsgId is no longer in that folder.",
    resolution:
      "Send FolderSync, then Sync for the source folder, and repeat the move for items still in it.",
  },
  {
    value: 2,
    name: "InvalidDestination",
    scope: "item",
    meaning: "The destination folder is unknown.",
    cause: "DstFldId names a folder that was deleted, or no folder at all.",
    resolution: "Send FolderSync and choose the folder again.",
  },
  {
    value: 3,
    name: "Success",
    outcome: "success",
    scope: "global",
    meaning: "The item was moved, and DstMsgId holds its new id; in MoveItems, success is 3, not 1.",
    cause: "The server completed the request.",
    resolution: "Store the new id from DstMsgId.",
  },
  {
    value: 4,
    name: "SameFolder",
    blamesRequest: true,
    scope: "item",
    meaning: "The source and the destination are the same folder.",
    cause: "SrcFldId and DstFldId are equal.",
    resolution: "Move items only between different folders.",
  },
  {
    value: 5,
    name: "CannotMove",
    blamesRequest: true,
    scope: "global",
    meaning: "The move failed: it has more than one destination, or something on the server was in the way.",
    cause: "A Move has more than one DstFldId, or another process has locked the item or its destination.",
    resolution: "Give each Move one DstFldId; otherwise try again later or choose another folder.",
  },
  {
    value: 7,
    name: "ItemLocked",
    scope: "item",
    meaning: "The source or the destination item is locked at the moment.",
    cause: "Another process is working on it; this is temporary.",
    resolution: "Send the move again a little later.",
  },
  {
    value: 103,
    name: "InvalidXML",
    blamesRequest: true,
    scope: "global",
    meaning: "The request is not a valid MoveItems, or has too many moves.",
    cause:
      "An element is missing or out of place, or there are more Move elements than the server allows (1000 by default).",
    resolution: "Check the request; split a long one.",
    spec: { document: "MS-ASCMD", section: "3.1.5.10" },
  },
]);
