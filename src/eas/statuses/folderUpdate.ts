import { serverError, unknownError, wrongKey } from "./folderRows";
import { type StatusEntry, statusTable, success } from "./status";

/** Status in a FolderUpdate response. */
export const folderUpdate: readonly StatusEntry[] = statusTable("MS-ASCMD 2.2.3.177.6", [
  success("The folder has its new name or parent."),
  {
    value: 2,
    name: "FolderExists",
    scope: "item",
    meaning: "The name is in use, or the folder is a default folder, whose name and parent cannot change.",
    cause:
      "DisplayName is in use under that parent, or ServerId names a default folder (Inbox, Outbox, Contacts, Drafts and so on).",
    resolution: "Choose another name; do not change default folders.",
  },
  {
    value: 3,
    name: "RecipientInformationFolder",
    scope: "item",
    meaning: "The recipient information cache can be neither renamed nor moved.",
    cause: "ServerId is the id of the recipient information cache.",
    resolution: "Do not change this folder.",
  },
  {
    value: 4,
    name: "FolderNotFound",
    scope: "item",
    meaning: "The server has no folder with this ServerId.",
    cause: "Another client deleted the folder, or the id is wrong.",
    resolution: "Send FolderSync, then check whether the folder still exists.",
  },
  {
    value: 5,
    name: "ParentNotFound",
    scope: "item",
    meaning: "The server has no folder with this ParentId.",
    cause: "The new parent was deleted, or the id is wrong.",
    resolution: "Send FolderSync and let the user choose another parent.",
  },
  serverError("FolderUpdate"),
  wrongKey("Send FolderSync with SyncKey 0 and use the hierarchy in its response."),
  {
    value: 10,
    name: "MalformedRequest",
    blamesRequest: true,
    scope: "global",
    meaning: "The request is not a valid FolderUpdate.",
    cause: "SyncKey is missing, or there is a child that only a response has, such as Status.",
    resolution: "Send SyncKey, ServerId, ParentId and DisplayName, and nothing else.",
  },
  unknownError,
]);
