import { codeUnknown, serverError, unknownError, wrongKey } from "./folderRows";
import { type StatusEntry, statusTable, success } from "./status";

/** Status in a FolderCreate response. */
export const folderCreate: readonly StatusEntry[] = statusTable("MS-ASCMD 2.2.3.177.3", [
  success("The folder was created; ServerId is its id from now on."),
  {
    value: 2,
    name: "FolderExists",
    scope: "item",
    meaning: "The parent already has a folder of this name.",
    cause: "DisplayName is in use in the folder that ParentId names.",
    resolution: "Ask the user for another name.",
  },
  {
    value: 3,
    name: "SpecialParentFolder",
    scope: "item",
    meaning: "The parent is a special folder that cannot hold folders.",
    cause: "ParentId is the id of the recipient information cache.",
    resolution: "Create the folder in another parent.",
  },
  {
    value: 5,
    name: "ParentNotFound",
    scope: "item",
    meaning: "The server has no folder with this ParentId.",
    cause: "The parent was deleted, or has another id since the last FolderSync.",
    resolution: "Send FolderSync and let the user choose the parent again.",
  },
  serverError("FolderCreate"),
  wrongKey("Delete the folders added since the last successful FolderSync and start over with SyncKey 0."),
  {
    value: 10,
    name: "MalformedRequest",
    blamesRequest: true,
    scope: "global",
    meaning: "The request is not a valid FolderCreate, or asks for a folder that only the server creates.",
    cause:
      "A child is missing or has a value that is not allowed, or Type is that of a default folder such as the Inbox or the Outbox.",
    resolution:
      "Check SyncKey, ParentId, DisplayName and Type; a client can create the user-created types only (1 and 12 to 17).",
  },
  unknownError,
  codeUnknown,
]);
