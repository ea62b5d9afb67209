import { bodyPart } from "./bodyPart";
import { type StatusEntry, statusTable, success } from "./status";

/**
 * Status in a Sync response: of the whole, of a Collection, or of one Add, Change, Delete or Fetch in
 * Responses.
 */
export const sync: readonly StatusEntry[] = [
  ...statusTable("MS-ASCMD 2.2.3.177.17", [
    success("The command, the collection or the operation went well."),
    {
      value: 3,
      name: "InvalidSyncKey",
      scope: "global",
      meaning: "The server does not know this SyncKey for this collection.",
      cause: "The key is made up, too old, of another device or folder, or the server lost its state.",
      resolution:
        "Start the collection over with SyncKey 0. Items made on the client since the last good Sync are to be thrown away or, after the full synchronisation, added once more.",
    },
    {
      value: 4,
      name: "ProtocolError",
      scope: "item or global",
      meaning: "The request breaks a rule of the protocol.",
      cause:
        "Often one of: no CollectionId; children of Collection in the wrong order; GetChanges set while SyncKey is 0; Wait together with HeartbeatInterval; two Options for one Class, or a pair of classes that may not be combined; FilterType 8 for mail; more than 200 operations; Supported for a class that has no ghosting; an Add to the recipient information cache.",
      resolution: "Compare the request with the schema. Sending it again unchanged brings the same answer.",
    },
    {
      value: 5,
      name: "ServerError",
      scope: "global",
      meaning: "The server failed at its side of the work.",
      cause: "A passing fault, a wrong setting, or one item in the folder that the server cannot read.",
      resolution: "Try again after a while; if it stays so, start the collection over with SyncKey 0.",
    },
    {
      value: 6,
      name: "ConversionError",
      scope: "item",
      meaning:
        "The server could not turn what the client sent for this item into an item, or may not change it so.",
      cause:
        "A value of the wrong kind (Read that is no boolean, a Flag without the dates it needs, a Recurrence with fields its Type does not know, a MessageClass that does not fit), a property only the server may set (ConversationId, Sender, ReceivedAsBcc), or an Add of mail where the version has no drafts.",
      resolution: "Mend the item. Do not send it again as it is, for the answer would be the same each time.",
    },
    {
      value: 7,
      name: "Conflict",
      scope: "item",
      meaning: "Client and server both changed the item, and the server's change stands.",
      cause:
        "Conflict is 1 in Options, or left out, and the item on the server is newer than what the client built its change upon.",
      resolution:
        "Take the server's item, which comes with the response, and tell the person if something of theirs was lost.",
    },
    {
      value: 8,
      name: "ObjectNotFound",
      scope: "item",
      meaning: "The item that was to be changed or fetched is not on the server.",
      cause:
        "It was deleted or moved after the client last heard of it, or its ServerId comes from another folder.",
      resolution: "Synchronise the collection, which brings the Delete, and tell the person where needed.",
    },
    {
      value: 9,
      name: "CannotComplete",
      scope: "item",
      meaning: "The server has no means to carry out the Sync.",
      cause: "Most likely the mailbox is full.",
      resolution: "Have the person make room in the mailbox, then synchronise again.",
    },
    {
      value: 12,
      name: "FolderHierarchyChanged",
      scope: "global",
      meaning: "The client's list of folders is out of date.",
      cause: "A folder that the request names was made, moved or removed without a FolderSync since.",
      resolution:
        "Send FolderSync, bring the list up to date, and send the Sync again for folders that are still there.",
    },
    {
      value: 13,
      name: "IncompleteRequest",
      scope: "item",
      meaning: "The server cannot fill in what the request left out.",
      cause:
        "The request was empty or had Partial in it, and the server keeps no earlier list of collections to complete it with.",
      resolution: "Send the request in full, with every collection and its options.",
    },
    {
      value: 14,
      name: "InvalidWaitInterval",
      scope: "item",
      meaning: "The time to wait lies outside what the server allows.",
      cause:
        "Wait (minutes) or HeartbeatInterval (seconds) is too short or too long; Limit says the nearest value allowed.",
      resolution: "Take the value of Limit, in the unit that was asked with, and send the request again.",
    },
    {
      value: 15,
      name: "TooManyCollections",
      scope: "item",
      meaning: "The request asks for more collections than the server will watch at once.",
      cause: "Too many Collection elements; Limit says how many the server takes.",
      resolution: "Split the folders over several requests, or have the person choose fewer.",
    },
    {
      value: 16,
      name: "Retry",
      scope: "global",
      meaning: "Something went wrong on the server that will likely be gone the next time.",
      cause: "A fault the server holds to be passing.",
      resolution: "Send the same request again.",
    },
  ]),
  ...bodyPart,
];
