import { spec } from "../elements/element";
import { FROM_14_0 } from "../versions";
import { bodyPart } from "./bodyPart";
import { type StatusEntry, type StatusRow, statusTable, success } from "./status";

const SECTION = "MS-ASCMD 2.2.3.177.8";

const moveAlwaysMissing: StatusRow = {
  value: 155,
  name: "MoveAlwaysMissing",
  blamesRequest: true,
  scope: "global",
  meaning: "A Move has no MoveAlways: a conversation can only be moved permanently.",
  cause:
    "Move has no Options with MoveAlways. Exchange 2007, 2010 SP1, 2013 and 2016 Preview do not use this value.",
  resolution: "Put Options with MoveAlways into Move.",
  versions: FROM_14_0,
};

const general = statusTable(SECTION, [
  success("The request or the operation succeeded; each operation in Response has its own Status."),
  {
    value: 2,
    name: "ProtocolError",
    blamesRequest: true,
    scope: "item or global",
    meaning: "The request, or this operation, is not valid.",
    cause:
      "An element is missing or out of place, Options has a child that does not fit the operation, or a Fetch has two FileReferences.",
    resolution: "Compare the request with the schema.",
  },
  {
    value: 3,
    name: "ServerError",
    scope: "global",
    meaning: "The server failed.",
    cause: "A fault on the server or behind it, often a temporary one.",
    resolution: "Try again later.",
  },
  {
    value: 4,
    name: "BadLink",
    blamesRequest: true,
    scope: "global",
    meaning: "LinkId is not an address that the server can use.",
    cause: "The URI of the document is not a UNC path or an address that the server understands.",
    resolution: "Use the LinkId from a Search of the document library, unchanged.",
  },
  {
    value: 5,
    name: "DocumentAccessDenied",
    scope: "global",
    meaning: "The user is not allowed to read the document.",
    cause: "The share or site denies access to the account.",
    resolution: "Tell the user; the owner of the share or site can grant access.",
  },
  {
    value: 6,
    name: "NotFound",
    scope: "item or global",
    meaning: "The object does not exist, or the user has no access to it.",
    cause: "The document, item or folder was deleted, or the ServerId, LongId or LinkId is out of date.",
    resolution: "Synchronise or search again, and use the new id.",
  },
  {
    value: 7,
    name: "ConnectionFailed",
    scope: "global",
    meaning: "The server cannot connect to the host of the document.",
    cause: "The file server or site is offline, blocked or misspelt.",
    resolution: "Try again later; the administrator decides which hosts can be reached.",
  },
  {
    value: 8,
    name: "InvalidRange",
    blamesRequest: true,
    scope: "item",
    meaning: "The byte range is invalid or too long.",
    cause: "Range begins after the end, is reversed, or is longer than the server returns at once.",
    resolution: "Ask for a range inside Total, in smaller steps.",
  },
  {
    value: 9,
    name: "UnknownStore",
    blamesRequest: true,
    scope: "global",
    meaning: "The server does not know the Store.",
    cause: "Store is neither Mailbox nor DocumentLibrary, or the server has no document library.",
    resolution: "Use a store that the server has.",
  },
  {
    value: 10,
    name: "EmptyFile",
    outcome: "neutral",
    scope: "item",
    meaning: "The file is empty.",
    cause: "The document exists and has a length of 0.",
    resolution: "Show an empty document; there is nothing to fetch.",
  },
  {
    value: 11,
    name: "DataTooLarge",
    blamesRequest: true,
    scope: "item",
    meaning: "The content is too large for one response, or the request has too many operations.",
    cause:
      "The content exceeds the limit of the server, or there are more than 100 operations (the default).",
    resolution: "Fetch in steps with Range, or split the request.",
  },
  {
    value: 12,
    name: "DownloadFailed",
    scope: "global",
    meaning: "The file could not be read to its end.",
    cause: "An input or output error between the server and the host of the document.",
    resolution: "Try again.",
  },
  {
    value: 14,
    name: "ConversionFailed",
    scope: "item",
    meaning: "The server could not convert the item to the requested form.",
    cause: "The item is damaged, or its body is not available in that Type.",
    resolution: "Ask for another body type, or for MIME.",
  },
  {
    value: 15,
    name: "InvalidAttachment",
    blamesRequest: true,
    scope: "item",
    meaning: "The attachment or its FileReference is not valid.",
    cause: "FileReference is empty, damaged, or belongs to an item that was deleted.",
    resolution: "Synchronise the item, and use its FileReference unchanged.",
  },
  {
    value: 16,
    name: "AccessDenied",
    scope: "item",
    meaning: "The user has no access to the item, attachment or document.",
    cause: "The policy forbids attachments, or a permission is missing.",
    resolution: "Tell the user; the administrator can change the policy or the permission.",
  },
  {
    value: 17,
    name: "PartialSuccess",
    outcome: "neutral",
    scope: "item",
    meaning: "The operation was completed only in part.",
    cause: "A Fetch, Move or EmptyFolderContents met items that it could not process.",
    resolution: "Synchronise to see what was done, and repeat the operation for the rest.",
  },
  {
    value: 18,
    name: "CredentialsRequired",
    scope: "global",
    meaning: "The host of the document requires UserName and Password in Options.",
    cause: "Neither the connection nor Options has credentials that the host accepts.",
    resolution: "Ask the user, and send UserName and Password in Options, over a secure connection only.",
  },
  moveAlwaysMissing,
  {
    value: 156,
    name: "ActionNotSupported",
    scope: "global",
    meaning: "The destination folder of a Move does not hold mail.",
    cause: "The class of the folder is not IPF.Note.",
    resolution: "Choose a mail folder.",
    versions: FROM_14_0,
  },
]);

const move = statusTable(
  "MS-ASCON 2.2.2.10",
  [
    success("The conversation was moved, and its future messages will be moved when they arrive.", "item"),
    {
      value: 2,
      name: "ProtocolError",
      blamesRequest: true,
      scope: "item",
      meaning: "The Move is not valid XML for this command.",
      cause: "ConversationId or DstFldId is missing or out of place.",
      resolution: "Compare the request with the schema.",
    },
    {
      value: 3,
      name: "ServerError",
      scope: "item",
      meaning: "The move failed, completely or for some of the messages.",
      cause: "A fault on the server while it processed the conversation.",
      resolution: "Synchronise both folders to see what was moved, then try again.",
    },
    {
      value: 6,
      name: "NotFound",
      scope: "item",
      meaning: "The conversation or the destination folder does not exist.",
      cause: "All messages of the ConversationId were deleted, or DstFldId names a folder that was deleted.",
      resolution: "Send FolderSync and Sync, and use the new ids.",
    },
    {
      value: 105,
      name: "InvalidCombinationOfIDs",
      blamesRequest: true,
      scope: "item",
      meaning: "The recipient information cache cannot be the destination.",
      cause: "DstFldId is the id of the recipient information cache.",
      resolution: "Choose a mail folder.",
    },
    { ...moveAlwaysMissing, scope: "item", spec: spec(SECTION) },
    {
      value: 156,
      name: "ActionNotSupported",
      scope: "item",
      meaning: "The destination folder does not hold mail.",
      cause: "DstFldId names a folder whose class is not IPF.Note.",
      resolution: "Choose a mail folder.",
    },
  ],
  { element: "ItemOperations:Move", versions: FROM_14_0 },
);

/**
 * Status in an ItemOperations response: of the whole response, of a Fetch, EmptyFolderContents or Move, or of
 * a BodyPart in a fetched item.
 */
export const itemOperations: readonly StatusEntry[] = [...general, ...move, ...bodyPart];
