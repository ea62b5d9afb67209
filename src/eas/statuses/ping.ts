import { type StatusEntry, statusTable } from "./status";

/** Status in a Ping response; neither 1 nor 2 is a failure. */
export const ping: readonly StatusEntry[] = statusTable("MS-ASCMD 2.2.3.177.11", [
  {
    value: 1,
    name: "NoChanges",
    scope: "global",
    meaning: "The heartbeat interval ended, and nothing had changed in the folders.",
    cause: "This is the usual end of a Ping while nothing happens in the mailbox.",
    resolution: "Send the next Ping, which may be empty.",
  },
  {
    value: 2,
    name: "Changes",
    scope: "global",
    meaning: "Something changed in the folders that Folders lists.",
    cause: "An item was added, changed or deleted in a folder that the Ping monitors.",
    resolution: "Send Sync for each folder in the list, then Ping again.",
  },
  {
    value: 3,
    name: "MissingParameters",
    scope: "global",
    meaning: "HeartbeatInterval or Folders is missing, and the server has none from an earlier Ping.",
    cause: "The Ping is empty or incomplete, and the server keeps no earlier values for this device.",
    resolution: "Send the whole Ping once, with interval and folders; the server keeps them for later ones.",
  },
  {
    value: 4,
    name: "SyntaxError",
    scope: "global",
    meaning: "The server cannot understand the request, or the request names a folder twice.",
    cause: "The WBXML is broken, elements are out of place, or two Folder elements have the same Id.",
    resolution: "Check the bytes and the order of the elements; the same request fails again.",
  },
  {
    value: 5,
    name: "InvalidHeartbeatInterval",
    scope: "global",
    meaning:
      "The interval is too short or too long; HeartbeatInterval holds the nearest one that is allowed.",
    cause: "The interval is outside the limits that the administrator of the server set.",
    resolution: "Ping again with the interval from the response.",
  },
  {
    value: 6,
    name: "TooManyFolders",
    scope: "global",
    meaning: "The request has more folders than the server monitors; MaxFolders holds the number allowed.",
    cause: "The list of folders is longer than the limit of the server.",
    resolution: "Let the user choose fewer folders, and send the shorter list.",
  },
  {
    value: 7,
    name: "FolderSyncRequired",
    scope: "global",
    meaning: "The client's folder hierarchy is out of date.",
    cause: "Folders were created, moved or deleted since the last FolderSync.",
    resolution: "Send FolderSync first, then a Ping with folders that still exist.",
  },
  {
    value: 8,
    name: "ServerError",
    scope: "global",
    meaning: "The server failed while it monitored the folders.",
    cause: "Usually a temporary fault; otherwise a wrong server setting.",
    resolution: "Ping again, and wait longer after each failure.",
  },
]);
