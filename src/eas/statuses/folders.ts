import { type StatusEntry, type StatusRow, statusTable, success } from "./status";

const serverError = (command: string): StatusRow => ({
  value: 6,
  name: "ServerError",
  scope: "global",
  meaning: `The server failed while it worked on the ${command}.`,
  cause: "Mostly a passing fault; else a wrong setting on the server or a folder that it cannot read.",
  resolution: `Send the ${command} again; where that does not help, begin the hierarchy anew with FolderSync and SyncKey 0.`,
});

const unknownError: StatusRow = {
  value: 11,
  name: "UnknownError",
  scope: "global",
  meaning: "Something failed that the server has no name for.",
  cause: "A rare fault behind the server; the response tells no more.",
  resolution: "Nothing the client can mend; the server's log may say more.",
};

const codeUnknown: StatusRow = {
  value: 12,
  name: "CodeUnknown",
  scope: "global",
  meaning: "The mailbox gave back an error code that the server cannot translate.",
  cause: "A rare fault behind the server.",
  resolution: "Nothing the client can mend; the server's log may say more.",
};

const wrongKey = (resolution: string): StatusRow => ({
  value: 9,
  name: "InvalidSyncKey",
  scope: "global",
  meaning: "The SyncKey is not the latest one of the folder hierarchy.",
  cause:
    "The client skipped or repeated a step, sent the key of a collection in its place, or the server's state was lost.",
  resolution,
});

/** Status in a FolderCreate response. */
export const folderCreate: readonly StatusEntry[] = statusTable("MS-ASCMD 2.2.3.177.3", [
  success("The folder was made; ServerId says what it is called from now on."),
  {
    value: 2,
    name: "FolderExists",
    scope: "item",
    meaning: "There is a folder of that name already under that parent.",
    cause: "DisplayName is taken in the folder that ParentId names.",
    resolution: "Ask the person for another name.",
  },
  {
    value: 3,
    name: "SpecialParentFolder",
    scope: "item",
    meaning: "The parent is a special folder that can hold no folders.",
    cause: "ParentId is that of the recipient information cache.",
    resolution: "Make the folder somewhere else.",
  },
  {
    value: 5,
    name: "ParentNotFound",
    scope: "item",
    meaning: "The server has no folder with this ParentId.",
    cause: "The parent was removed or is known under another id since the last FolderSync.",
    resolution: "Send FolderSync and have the person choose the parent again.",
  },
  serverError("FolderCreate"),
  wrongKey(
    "Forget the folders that came since the last good FolderSync and start the hierarchy over with SyncKey 0.",
  ),
  {
    value: 10,
    name: "MalformedRequest",
    scope: "global",
    meaning: "The request can be read and makes no sense.",
    cause:
      "A child is missing or holds what it may not hold, or Type asks for a default folder such as the Inbox or the Outbox.",
    resolution:
      "Check SyncKey, ParentId, DisplayName and Type; only the user-created types (1 and 12 to 17) can be made.",
  },
  unknownError,
  codeUnknown,
]);

/** Status in a FolderDelete response. */
export const folderDelete: readonly StatusEntry[] = statusTable("MS-ASCMD 2.2.3.177.4", [
  success("The folder and all that was in it is gone."),
  {
    value: 3,
    name: "SpecialFolder",
    scope: "item",
    meaning: "This folder is one of those that cannot be deleted.",
    cause:
      "ServerId names a default folder (Inbox, Outbox, Contacts, Drafts and so on) or the recipient information cache.",
    resolution: "Do not offer to delete it: FolderSync tells default folders by their Type.",
  },
  {
    value: 4,
    name: "FolderNotFound",
    scope: "item",
    meaning: "The server has no folder with this ServerId.",
    cause: "It was deleted from elsewhere, or the id is wrong.",
    resolution: "Send FolderSync, which brings the hierarchy as it is now.",
  },
  serverError("FolderDelete"),
  wrongKey("Send FolderSync with SyncKey 0 and take the hierarchy from its response."),
  {
    value: 10,
    name: "MalformedRequest",
    scope: "global",
    meaning: "The request is not a proper FolderDelete.",
    cause: "SyncKey or ServerId is missing, twice there or out of order.",
    resolution: "Compare the request with the schema.",
  },
  unknownError,
]);

/** Status in a FolderSync response; one failure fails the whole hierarchy. */
export const folderSync: readonly StatusEntry[] = statusTable("MS-ASCMD 2.2.3.177.5", [
  success("The hierarchy, or what changed in it, is in the response."),
  serverError("FolderSync"),
  wrongKey(
    "Start over with SyncKey 0. What the client holds of the hierarchy no longer counts, and folders added since the last good answer are to be dropped.",
  ),
  {
    value: 10,
    name: "MalformedRequest",
    scope: "global",
    meaning: "The request is not a proper FolderSync.",
    cause: "SyncKey is missing, or there is something beside it.",
    resolution: "Send FolderSync with SyncKey and nothing else.",
  },
  {
    value: 11,
    name: "UnknownError",
    scope: "global",
    meaning: "Something failed that the server has no name for.",
    cause: "Mostly a passing fault; else a wrong setting or a folder that cannot be read.",
    resolution: "Send the FolderSync again; where that does not help, go back to SyncKey 0.",
  },
  codeUnknown,
]);

/** Status in a FolderUpdate response. */
export const folderUpdate: readonly StatusEntry[] = statusTable("MS-ASCMD 2.2.3.177.6", [
  success("The folder has its new name or place."),
  {
    value: 2,
    name: "FolderExists",
    scope: "item",
    meaning: "The name is taken, or the folder is a default folder that keeps its name and place.",
    cause:
      "DisplayName is in use under that parent, or ServerId is that of the Inbox, the Outbox, Contacts, Drafts and the like.",
    resolution: "Choose another name; leave default folders alone.",
  },
  {
    value: 3,
    name: "RecipientInformationFolder",
    scope: "item",
    meaning: "The recipient information cache can be neither renamed nor moved.",
    cause: "ServerId is that of the recipient information cache.",
    resolution: "Leave this folder alone.",
  },
  {
    value: 4,
    name: "FolderNotFound",
    scope: "item",
    meaning: "The server has no folder with this ServerId.",
    cause: "The folder was deleted from elsewhere, or the id is wrong.",
    resolution: "Send FolderSync, then look whether there is still a folder to rename.",
  },
  {
    value: 5,
    name: "ParentNotFound",
    scope: "item",
    meaning: "The server has no folder with this ParentId.",
    cause: "The folder that was to be the new parent was deleted, or the id is wrong.",
    resolution: "Send FolderSync and have the person choose a parent from what it brings.",
  },
  serverError("FolderUpdate"),
  wrongKey("Send FolderSync with SyncKey 0 and take the hierarchy from its response."),
  {
    value: 10,
    name: "MalformedRequest",
    scope: "global",
    meaning: "The request can be read and makes no sense.",
    cause: "SyncKey is missing, or there is a child that only a response has, such as Status.",
    resolution: "Send SyncKey, ServerId, ParentId and DisplayName, and nothing else.",
  },
  unknownError,
]);
