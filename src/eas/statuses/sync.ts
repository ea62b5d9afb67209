import { bodyPart } from "./bodyPart";
import { type StatusEntry, statusTable, success } from "./status";

/**
 * Status in a Sync response: of the whole response, of a Collection, or of one Add, Change, Delete or Fetch
 * in Responses.
 */
export const sync: readonly StatusEntry[] = [
  ...statusTable("MS-ASCMD 2.2.3.177.17", [
    success("The command, the collection or the operation succeeded."),
    {
      value: 3,
      name: "InvalidSyncKey",
      scope: "global",
      meaning: "The SyncKey is not the current one of this collection.",
      cause:
        "The key is invalid, too old, or from another device or folder, or the server lost its synchronization state.",
      resolution:
        "Start the collection again with SyncKey 0. Delete the items added on the client since the last successful Sync, or add them again after the full synchronization.",
    },
    {
      value: 4,
      name: "ProtocolError",
      blamesRequest: true,
      scope: "item or global",
      meaning:
        "The request breaks a rule of the protocol: order, a value out of range, or options that do not fit the folder.",
      cause:
        "Often one of: no CollectionId; children of Collection in the wrong order; GetChanges with SyncKey 0; Wait together with HeartbeatInterval; two Options for one Class, or two classes that may not be combined; FilterType 8 for mail; more than 200 operations; Supported for a class without ghosting; an Add to the recipient information cache.",
      resolution: "Compare the request with the schema. Sending it again unchanged gives the same answer.",
    },
    {
      value: 5,
      name: "ServerError",
      scope: "global",
      meaning: "The server failed, usually only for a while.",
      cause:
        "A temporary fault, a wrong server setting, or an item in the folder that the server cannot read.",
      resolution: "Try again later; if it keeps failing, start the collection again with SyncKey 0.",
    },
    {
      value: 6,
      name: "ConversionError",
      blamesRequest: true,
      scope: "item",
      meaning: "The item that the client sent is not valid, or the server may not change it in this way.",
      cause:
        "A value of the wrong type (Read that is not a boolean, a Flag without the dates it needs, a Recurrence with fields that its Type does not have, a MessageClass that does not fit), a property that only the server may set (ConversationId, Sender, ReceivedAsBcc), or an Add of mail in a version without drafts.",
      resolution: "Correct the item. Do not send it again unchanged: this error is permanent.",
    },
    {
      value: 7,
      name: "Conflict",
      scope: "item",
      meaning: "Client and server both changed the item, and the server's change wins.",
      cause:
        "Conflict is 1 in Options, or missing, and the item on the server is newer than the one the client changed.",
      resolution:
        "Use the server's item, which is in the response; if necessary, tell the user what was overwritten.",
    },
    {
      value: 8,
      name: "ObjectNotFound",
      scope: "item",
      meaning: "The item or folder to change or fetch no longer exists on the server.",
      cause: "It was deleted or moved since the last Sync, or the ServerId belongs to another folder.",
      resolution: "Synchronise the collection, which returns the Delete, and tell the user if necessary.",
    },
    {
      value: 9,
      name: "CannotComplete",
      scope: "item",
      meaning: "The server cannot complete the Sync.",
      cause: "The mailbox is probably full.",
      resolution: "Ask the user to free space in the mailbox, then synchronise again.",
    },
    {
      value: 12,
      name: "FolderHierarchyChanged",
      scope: "global",
      meaning: "The folder hierarchy changed, and the client's copy is out of date.",
      cause: "A folder in the request was created, moved or deleted since the last FolderSync.",
      resolution: "Send FolderSync first, then the Sync again for folders that still exist.",
    },
    {
      value: 13,
      name: "IncompleteRequest",
      blamesRequest: true,
      scope: "item",
      meaning: "The request is empty or partial, and the server has no earlier one to complete it with.",
      cause:
        "The request is empty or contains Partial, and the server keeps no list of collections for this device.",
      resolution: "Send the whole request, with every collection and its options.",
    },
    {
      value: 14,
      name: "InvalidWaitInterval",
      blamesRequest: true,
      scope: "item",
      meaning: "Wait or HeartbeatInterval is out of range; Limit holds the nearest value that is allowed.",
      cause: "Wait (minutes) or HeartbeatInterval (seconds) is shorter or longer than the server allows.",
      resolution: "Send the request again with the value of Limit, in the unit that the request used.",
    },
    {
      value: 15,
      name: "TooManyCollections",
      blamesRequest: true,
      scope: "item",
      meaning: "The request has too many collections; Limit holds the number allowed.",
      cause: "There are more Collection elements than the server synchronises in one request.",
      resolution: "Split the folders over several requests, or let the user choose fewer.",
    },
    {
      value: 16,
      name: "Retry",
      scope: "global",
      meaning: "The server failed and asks for the same request again.",
      cause: "A fault that the server expects to be temporary.",
      resolution: "Send the same request again.",
    },
  ]),
  ...bodyPart,
];
