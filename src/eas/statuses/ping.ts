import { type StatusEntry, statusTable } from "./status";

/** Status in a Ping response; 1 and 2 are both good news. */
export const ping: readonly StatusEntry[] = statusTable("MS-ASCMD 2.2.3.177.11", [
  {
    value: 1,
    name: "NoChanges",
    scope: "global",
    meaning: "The time was up and nothing had changed in the folders.",
    cause: "The ordinary end of a Ping in a quiet mailbox.",
    resolution: "Send the next Ping, which may be empty.",
  },
  {
    value: 2,
    name: "Changes",
    scope: "global",
    meaning: "Something changed; Folders lists the folders it happened in.",
    cause: "An item came, went or was changed in a folder the Ping watches.",
    resolution: "Sync each folder of the list, and then Ping again.",
  },
  {
    value: 3,
    name: "MissingParameters",
    scope: "global",
    meaning: "The request leaves out what the server does not know yet.",
    cause:
      "An empty Ping, or one without HeartbeatInterval or Folders, though the server keeps no earlier ones of this device.",
    resolution:
      "Send the Ping once in full, with interval and folders; the server keeps them for later ones.",
  },
  {
    value: 4,
    name: "SyntaxError",
    scope: "global",
    meaning: "The server cannot make out the request.",
    cause: "WBXML that is broken, elements out of place, or one Id given for two folders.",
    resolution: "Check the bytes and the order of elements; a repeated request fails the same way.",
  },
  {
    value: 5,
    name: "InvalidHeartbeatInterval",
    scope: "global",
    meaning:
      "The interval is too short or too long; HeartbeatInterval in the response says the nearest one allowed.",
    cause: "The server's administrator set bounds, and the request lies outside them.",
    resolution: "Ping again with the interval of the response.",
  },
  {
    value: 6,
    name: "TooManyFolders",
    scope: "global",
    meaning:
      "More folders than the server watches at once; MaxFolders in the response says how many it takes.",
    cause: "The list of folders is longer than the server's limit.",
    resolution: "Have the person choose fewer folders and send the shorter list.",
  },
  {
    value: 7,
    name: "FolderSyncRequired",
    scope: "global",
    meaning: "The client's list of folders is out of date.",
    cause: "Folders were made, moved or removed since the last FolderSync.",
    resolution: "Send FolderSync, and then a Ping with folders that are still there.",
  },
  {
    value: 8,
    name: "ServerError",
    scope: "global",
    meaning: "The server failed while it watched the folders.",
    cause: "Mostly a passing fault; else a wrong setting.",
    resolution: "Ping again, and wait longer each time it fails.",
  },
]);
