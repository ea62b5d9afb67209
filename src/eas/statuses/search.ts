import { FROM_14_1 } from "../versions";
import { bodyPart } from "./bodyPart";
import { pictureRows } from "./pictureRows";
import { type StatusEntry, statusTable, success } from "./status";

const SECTION = "MS-ASCMD 2.2.3.177.13";

const whole = statusTable(
  SECTION,
  [
    success("The request was processed; Status inside Store tells whether the search ran."),
    {
      value: 3,
      name: "ServerError",
      scope: "global",
      meaning: "The server failed before it searched the store.",
      cause: "A fault on the server, often a temporary one.",
      resolution: "Search again later.",
    },
  ],
  { element: "Search:Search" },
);

const store = statusTable(
  SECTION,
  [
    success("The store was searched, with or without matches; Total and Range tell whether there are any."),
    {
      value: 2,
      name: "InvalidRequest",
      blamesRequest: true,
      scope: "item",
      meaning: "A parameter of the search is wrong.",
      cause:
        "A parameter is missing or has a wrong value, or the request contains elements that only a response may have.",
      resolution: "Check Query and Options; let the user change a query of their own.",
    },
    {
      value: 3,
      name: "ServerError",
      scope: "global",
      meaning: "The server failed while it searched this store.",
      cause: "Usually a temporary fault; otherwise a wrong server setting or an item that cannot be read.",
      resolution: "Search again.",
    },
    {
      value: 4,
      name: "BadLink",
      blamesRequest: true,
      scope: "global",
      meaning: "The link of a document library search is malformed.",
      cause: "LinkId is not a valid path or URI.",
      resolution: "Ask the user to correct the link.",
    },
    {
      value: 5,
      name: "AccessDenied",
      scope: "global",
      meaning: "The user has no access to the place to search.",
      cause: "The share, site or folder denies access because a permission is missing.",
      resolution: "Tell the user; the owner of the share, site or folder can grant access.",
    },
    {
      value: 6,
      name: "NotFound",
      scope: "global",
      meaning: "The place to search does not exist.",
      cause: "The share, site or folder was deleted or is misspelt.",
      resolution: "Tell the user, who can correct the link.",
    },
    {
      value: 7,
      name: "ConnectionFailed",
      scope: "global",
      meaning: "The server cannot connect to the host to search.",
      cause: "The file server or site is offline, blocked or misspelt.",
      resolution: "Search again later; if it keeps failing, ask the administrator.",
    },
    {
      value: 8,
      name: "TooComplex",
      blamesRequest: true,
      scope: "global",
      meaning: "The query is too complex: a condition is outside And, or there is more than one And.",
      cause:
        "FreeText, Class, CollectionId, ConversationId, GreaterThan or LessThan outside And, or a second And.",
      resolution: "Put all conditions into one And.",
    },
    {
      value: 10,
      name: "TimedOut",
      scope: "global",
      meaning: "The search took longer than the server allows.",
      cause: "A large mailbox, a broad query, or an index that is still being built.",
      resolution:
        "Search again, with or without RebuildResults; narrow the query; then ask the administrator.",
    },
    {
      value: 11,
      name: "FolderSyncRequired",
      scope: "global",
      meaning: "The client's folder hierarchy is out of date.",
      cause: "CollectionId is no longer valid.",
      resolution: "Send FolderSync first, then the Search again.",
    },
    {
      value: 12,
      name: "EndOfRange",
      outcome: "neutral",
      scope: "local",
      meaning: "Range extends past the last result that can be returned.",
      cause: "Range ends after the last result that the server keeps, or exceeds the largest range allowed.",
      resolution: "Stop paging; the user can narrow the query to see the rest.",
    },
    {
      value: 13,
      name: "AccessBlocked",
      scope: "global",
      meaning: "Searching that host is blocked.",
      cause: "The administrator blocks the host.",
      resolution: "Tell the user.",
    },
    {
      value: 14,
      name: "CredentialsRequired",
      scope: "global",
      meaning: "The place to search requires UserName and Password in Options.",
      cause: "Neither the connection nor Options has credentials that the host accepts.",
      resolution:
        "Over a trusted connection, ask the user and send UserName and Password in Options; otherwise treat it as access denied.",
    },
  ],
  { element: "Search:Store" },
);

const picture = statusTable(SECTION, pictureRows, { element: "GAL:Picture", versions: FROM_14_1 });

/**
 * Status in a Search response: of the whole, of the Store, of a photo from the address list, or of a BodyPart.
 */
export const search: readonly StatusEntry[] = [...whole, ...store, ...picture, ...bodyPart];
