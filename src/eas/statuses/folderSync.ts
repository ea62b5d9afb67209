import { codeUnknown, serverError, wrongKey } from "./folderRows";
import { type StatusEntry, statusTable, success } from "./status";

/** Status in a FolderSync response; one failure fails the whole hierarchy. */
export const folderSync: readonly StatusEntry[] = statusTable("MS-ASCMD 2.2.3.177.5", [
  success("The response holds the hierarchy, or the changes to it."),
  serverError("FolderSync"),
  wrongKey(
    "Start over with SyncKey 0: discard the hierarchy that the client holds, and the folders added since the last success.",
  ),
  {
    value: 10,
    name: "MalformedRequest",
    blamesRequest: true,
    scope: "global",
    meaning: "The request is not a valid FolderSync.",
    cause: "SyncKey is missing, or there is something else in the request.",
    resolution: "Send FolderSync with SyncKey and nothing else.",
  },
  {
    value: 11,
    name: "UnknownError",
    scope: "global",
    meaning: "The server failed in a way that has no status value of its own.",
    cause: "Usually a temporary fault; otherwise a wrong server setting or a folder that cannot be read.",
    resolution: "Send the FolderSync again; if that does not help, start over with SyncKey 0.",
  },
  codeUnknown,
]);
