import { serverError, unknownError, wrongKey } from "./folderRows";
import { type StatusEntry, statusTable, success } from "./status";

/** Status in a FolderDelete response. */
export const folderDelete: readonly StatusEntry[] = statusTable("MS-ASCMD 2.2.3.177.4", [
  success("The folder and everything in it was deleted."),
  {
    value: 3,
    name: "SpecialFolder",
    scope: "item",
    meaning: "The folder belongs to the mailbox itself and cannot be deleted.",
    cause:
      "ServerId names a default folder (Inbox, Outbox, Contacts, Drafts and so on) or the recipient information cache.",
    resolution: "Do not offer to delete it: Type in FolderSync shows which folders are default folders.",
  },
  {
    value: 4,
    name: "FolderNotFound",
    scope: "item",
    meaning: "The server has no folder with this ServerId.",
    cause: "Another client deleted it, or the id is wrong.",
    resolution: "Send FolderSync, which returns the current hierarchy.",
  },
  serverError("FolderDelete"),
  wrongKey("Send FolderSync with SyncKey 0 and use the hierarchy in its response."),
  {
    value: 10,
    name: "MalformedRequest",
    blamesRequest: true,
    scope: "global",
    meaning: "The request is not a valid FolderDelete.",
    cause:
      "SyncKey or ServerId is missing, repeated or out of order, or there is something else in the request.",
    resolution: "Compare the request with the schema.",
  },
  unknownError,
]);
