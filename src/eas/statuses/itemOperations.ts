import { FROM_14_0 } from "../versions";
import { bodyPart } from "./bodyPart";
import { type StatusEntry, statusTable, success } from "./status";

const general = statusTable("MS-ASCMD 2.2.3.177.8", [
  success("The request was read and worked through; each operation in Response has a Status of its own."),
  {
    value: 2,
    name: "ProtocolError",
    scope: "item or global",
    meaning: "The request, or this operation of it, is not valid.",
    cause:
      "An element is missing or out of place, Options has a child that does not go with the operation, or a Fetch names two FileReferences.",
    resolution: "Compare the request with the schema.",
  },
  {
    value: 3,
    name: "ServerError",
    scope: "global",
    meaning: "The server failed at its side of the work.",
    cause: "A fault on the server or behind it, often a passing one.",
    resolution: "Try again after a while.",
  },
  {
    value: 4,
    name: "BadLink",
    scope: "global",
    meaning: "LinkId is no address that the server can use.",
    cause: "The URI of the document is not a UNC path or address the server understands.",
    resolution: "Take LinkId from a Search of the document library, unchanged.",
  },
  {
    value: 5,
    name: "DocumentAccessDenied",
    scope: "global",
    meaning: "The person may not read that document.",
    cause: "The share or site refuses the account.",
    resolution: "Tell the person; the right is granted where the document lies.",
  },
  {
    value: 6,
    name: "NotFound",
    scope: "item or global",
    meaning: "There is no such object, or it is hidden from this person.",
    cause: "The document, item or folder was removed, or the ServerId, LongId or LinkId is stale.",
    resolution: "Synchronise or search again and use a fresh id.",
  },
  {
    value: 7,
    name: "ConnectionFailed",
    scope: "global",
    meaning: "The server cannot reach the server where the document lies.",
    cause: "The file server or site is off, blocked or misspelt.",
    resolution: "Try again later; the administrator decides which hosts can be reached.",
  },
  {
    value: 8,
    name: "InvalidRange",
    scope: "item",
    meaning: "The range of bytes is no range of this content.",
    cause: "Range begins beyond the end, is upside down, or is longer than the server gives at once.",
    resolution: "Ask for a range inside Total, in smaller steps.",
  },
  {
    value: 9,
    name: "UnknownStore",
    scope: "global",
    meaning: "The server does not know the Store.",
    cause:
      "Store holds something other than Mailbox or DocumentLibrary, or the server offers no document library.",
    resolution: "Use a store the server has.",
  },
  {
    value: 10,
    name: "EmptyFile",
    scope: "item",
    meaning: "The document has no bytes.",
    cause: "The file is there with length 0.",
    resolution: "Show an empty document; there is nothing to fetch.",
  },
  {
    value: 11,
    name: "DataTooLarge",
    scope: "item",
    meaning:
      "It is more than the server gives in one answer, or more operations than it takes in one request.",
    cause: "The content is beyond the server's limit, or there are more than 100 operations (the default).",
    resolution: "Fetch by Range, or split the request.",
  },
  {
    value: 12,
    name: "DownloadFailed",
    scope: "global",
    meaning: "Reading the file broke off.",
    cause: "An input or output error between the server and the place where the document lies.",
    resolution: "Try again.",
  },
  {
    value: 14,
    name: "ConversionFailed",
    scope: "item",
    meaning: "The item could not be put into the form that was asked for.",
    cause: "The item is damaged, or its body cannot be had in that Type.",
    resolution: "Ask for another body type, or for MIME.",
  },
  {
    value: 15,
    name: "InvalidAttachment",
    scope: "item",
    meaning: "There is no attachment of that FileReference.",
    cause: "FileReference is empty, damaged or belongs to an item that is gone.",
    resolution: "Synchronise the item, and use the FileReference exactly as it comes there.",
  },
  {
    value: 16,
    name: "AccessDenied",
    scope: "item",
    meaning: "The person may not have this item, attachment or document.",
    cause: "The policy forbids attachments, or a right is missing.",
    resolution: "Tell the person; it is a matter of policy or rights.",
  },
  {
    value: 17,
    name: "PartialSuccess",
    scope: "item",
    meaning: "The operation did a part of its work and stopped.",
    cause: "A Fetch, Move or EmptyFolderContents met items it could not handle.",
    resolution: "Synchronise to see what was done, and repeat it for the rest.",
  },
  {
    value: 18,
    name: "CredentialsRequired",
    scope: "global",
    meaning: "The place where the document lies wants a name and a password.",
    cause: "Neither the session nor Options gave credentials that count there.",
    resolution: "Ask the person, and send UserName and Password in Options, over a secure connection only.",
  },
  {
    value: 155,
    name: "MoveAlwaysMissing",
    scope: "global",
    meaning: "A conversation can only be moved for good, and the request does not say so.",
    cause:
      "Move has no Options with MoveAlways. Exchange 2007, 2010 SP1, 2013 and 2016 Preview are known not to use the value.",
    resolution: "Put Options with MoveAlways into Move.",
    versions: FROM_14_0,
  },
  {
    value: 156,
    name: "ActionNotSupported",
    scope: "global",
    meaning: "The target folder cannot take the conversation.",
    cause: "The folder is not for mail (its class is not IPF.Note).",
    resolution: "Choose a mail folder.",
    versions: FROM_14_0,
  },
]);

const move = statusTable(
  "MS-ASCON 2.2.2.10",
  [
    success("The conversation was moved, or will from now on be moved as its messages arrive.", "item"),
    {
      value: 2,
      name: "ProtocolError",
      scope: "item",
      meaning: "The Move is not valid XML for this command.",
      cause: "ConversationId or DstFldId is missing or out of place.",
      resolution: "Compare the request with the schema.",
    },
    {
      value: 3,
      name: "ServerError",
      scope: "item",
      meaning: "The move failed, wholly or for some of the messages.",
      cause: "A fault on the server while it worked through the conversation.",
      resolution: "Synchronise both folders to see what was moved, then try again.",
    },
    {
      value: 6,
      name: "NotFound",
      scope: "item",
      meaning: "There is no such conversation or no such folder.",
      cause: "All messages of the ConversationId are gone, or DstFldId names a folder that was deleted.",
      resolution: "Send FolderSync and Sync, and use fresh ids.",
    },
    {
      value: 105,
      name: "InvalidCombinationOfIDs",
      scope: "item",
      meaning: "That folder can never be the target.",
      cause: "DstFldId is that of the recipient information cache.",
      resolution: "Choose a mail folder.",
    },
    {
      value: 156,
      name: "ActionNotSupported",
      scope: "item",
      meaning: "The target folder does not hold mail.",
      cause: "DstFldId names a folder whose class is not IPF.Note.",
      resolution: "Choose a mail folder.",
    },
  ],
  { element: "ItemOperations:Move", versions: FROM_14_0 },
);

/**
 * Status in an ItemOperations response: of the whole, of a Fetch, EmptyFolderContents or Move, or of a
 * BodyPart in what was fetched.
 */
export const itemOperations: readonly StatusEntry[] = [...general, ...move, ...bodyPart];
