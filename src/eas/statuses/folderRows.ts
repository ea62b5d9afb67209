import type { StatusRow } from "./status";

/** 6 of a folder command: the server failed. */
export const serverError = (command: string): StatusRow => ({
  value: 6,
  name: "ServerError",
  scope: "global",
  meaning: `The server failed while it processed the ${command}.`,
  cause: "Usually a temporary fault; otherwise a wrong server setting or a folder that cannot be read.",
  resolution: `Send the ${command} again; if that does not help, start over with a FolderSync of SyncKey 0.`,
});

/** 9 of a folder command: the key of the folder hierarchy is not current. */
export const wrongKey = (resolution: string): StatusRow => ({
  value: 9,
  name: "InvalidSyncKey",
  scope: "global",
  meaning: "The SyncKey is not the current one of the folder hierarchy.",
  cause:
    "The client skipped or repeated a step, sent the key of a collection instead, or the server lost its state.",
  resolution,
});

/** 11 of a folder command that changes one folder. */
export const unknownError: StatusRow = {
  value: 11,
  name: "UnknownError",
  scope: "global",
  meaning: "The server failed in a way that has no status value of its own.",
  cause: "A rare fault behind the server; the response gives no details.",
  resolution: "The client cannot correct this; the server's log may have details.",
};

/** 12 of a folder command. */
export const codeUnknown: StatusRow = {
  value: 12,
  name: "CodeUnknown",
  scope: "global",
  meaning: "A system behind the server failed with an error code that the server does not know.",
  cause: "A rare fault behind the server.",
  resolution: "The client cannot correct this; the server's log may have details.",
};
