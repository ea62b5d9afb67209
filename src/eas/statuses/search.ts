import { FROM_14_1 } from "../versions";
import { bodyPart } from "./bodyPart";
import { type StatusEntry, type StatusRow, statusTable, success } from "./status";

/** The statuses of a contact photo: inside gal:Picture in Search, inside Picture in ResolveRecipients. */
export const pictureRows: readonly StatusRow[] = [
  success("The photo is in Data.", "item"),
  {
    value: 173,
    name: "NoPicture",
    scope: "item",
    meaning: "This person has no photo.",
    cause: "None is stored in the directory or mailbox.",
    resolution: "Show initials in its stead; there is no use in asking again soon.",
  },
  {
    value: 174,
    name: "PictureTooLarge",
    scope: "item",
    meaning: "The photo is bigger than the client wants.",
    cause: "It has more bytes than MaxSize in the request.",
    resolution: "Ask with a greater MaxSize, or do without.",
  },
  {
    value: 175,
    name: "PictureLimitReached",
    scope: "item",
    meaning: "This photo was left out because enough were given already.",
    cause: "MaxPictures in the request was reached with earlier entries.",
    resolution: "Ask for this entry alone, or with a greater MaxPictures.",
  },
];

const whole = statusTable(
  "MS-ASCMD 2.2.3.177.13",
  [
    success(
      "The command was carried out; whether anything was found is said by Total and Range inside Store.",
    ),
    {
      value: 3,
      name: "ServerError",
      scope: "global",
      meaning: "The server failed before it came to any store.",
      cause: "A fault on the server, often a passing one.",
      resolution: "Search again after a while.",
    },
  ],
  { element: "Search:Search" },
);

const store = statusTable(
  "MS-ASCMD 2.2.3.177.13",
  [
    success("The store was searched; no result at all is a success too."),
    {
      value: 2,
      name: "InvalidRequest",
      scope: "item",
      meaning: "The server cannot use the query.",
      cause:
        "A parameter is missing or wrong, or the request asks for elements of a class that only a response has.",
      resolution: "Check Query and Options; where a person wrote the query, let them change it.",
    },
    {
      value: 3,
      name: "ServerError",
      scope: "global",
      meaning: "The server failed while it searched this store.",
      cause: "Mostly a passing fault; else a wrong setting or an item that cannot be read.",
      resolution: "Search again.",
    },
    {
      value: 4,
      name: "BadLink",
      scope: "global",
      meaning: "The address in the query is not one the server can use.",
      cause: "LinkId of a document library search is not a proper path or URI.",
      resolution: "Let the person correct the address.",
    },
    {
      value: 5,
      name: "AccessDenied",
      scope: "global",
      meaning: "The person may not look there.",
      cause: "The share, site or folder refuses the account.",
      resolution: "Tell the person; the right is granted at that place.",
    },
    {
      value: 6,
      name: "NotFound",
      scope: "global",
      meaning: "The place to be searched does not exist.",
      cause: "The share, site or folder was removed or is misspelt.",
      resolution: "Tell the person; let them correct the address.",
    },
    {
      value: 7,
      name: "ConnectionFailed",
      scope: "global",
      meaning: "The server cannot reach the host to be searched.",
      cause: "The file server or site is off, blocked or misspelt.",
      resolution: "Search again later; where it stays so, it is a matter for the administrator.",
    },
    {
      value: 8,
      name: "TooComplex",
      scope: "global",
      meaning: "The query is built in a way the server does not carry out.",
      cause:
        "More than one And, or FreeText, Class, CollectionId, ConversationId, GreaterThan or LessThan outside of And.",
      resolution: "Put all conditions into one And.",
    },
    {
      value: 10,
      name: "TimedOut",
      scope: "global",
      meaning: "The search took longer than the server allows.",
      cause: "A big mailbox, a wide query, or an index that is still being built.",
      resolution:
        "Search again, with RebuildResults or without; narrow the query; then ask the administrator.",
    },
    {
      value: 11,
      name: "FolderSyncRequired",
      scope: "global",
      meaning: "The client's list of folders is out of date.",
      cause: "CollectionId is one that no longer holds.",
      resolution: "Send FolderSync, and then the Search once more.",
    },
    {
      value: 12,
      name: "EndOfRange",
      scope: "local",
      meaning: "There are no more results to be had beyond this point.",
      cause: "Range reaches past the last result the server keeps, or past its greatest allowed range.",
      resolution: "Stop paging; the person may narrow the query to see the rest.",
    },
    {
      value: 13,
      name: "AccessBlocked",
      scope: "global",
      meaning: "That place is closed to every search.",
      cause: "The administrator blocks the host.",
      resolution: "Tell the person.",
    },
    {
      value: 14,
      name: "CredentialsRequired",
      scope: "global",
      meaning: "The place to be searched wants a name and a password.",
      cause: "Neither the session nor Options gave credentials that count there.",
      resolution:
        "Over a trusted connection send UserName and Password in Options, asking the person first; otherwise treat it as access denied.",
    },
  ],
  { element: "Search:Store" },
);

const picture = statusTable("MS-ASCMD 2.2.3.177.13", pictureRows, {
  element: "GAL:Picture",
  versions: FROM_14_1,
});

/**
 * Status in a Search response: of the whole, of the Store, of a photo of the address list, or of a BodyPart.
 */
export const search: readonly StatusEntry[] = [...whole, ...store, ...picture, ...bodyPart];
