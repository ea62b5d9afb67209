import { FROM_14_0, FROM_16_1 } from "../versions";
import { both, type ElementsOfPage, type Place, request, response, spec, UNBOUNDED, values } from "./element";

const inItemOperations = (max: number, more: Partial<Place> = {}): Place =>
  request("ItemOperations", "ItemOperations:ItemOperations", 0, max, more);

const inResponse = (more: Partial<Place> = {}): Place =>
  response("ItemOperations", "ItemOperations:Response", 0, UNBOUNDED, more);

const inOptions = (max: number, operation: "Fetch" | "EmptyFolderContents" | "Move", more = ""): Place =>
  request("ItemOperations", "ItemOperations:Options", 0, max, {
    grandparent: `ItemOperations:${operation}`,
    when: `Options is in ${operation}${more}`,
  });

const inProperties = (more: Partial<Place> = {}): Place =>
  response("ItemOperations", "ItemOperations:Properties", 0, 1, more);

const CONTENT = "a document or an attachment was fetched";

/** Code page 20, ItemOperations: the elements of the ItemOperations command [MS-ASCMD 2.2.1.10]. */
export const itemoperations: ElementsOfPage<"ItemOperations"> = {
  ItemOperations: {
    type: "container",
    summary:
      "Root of an ItemOperations message: a batch of Fetch, EmptyFolderContents and Move, carried out one after the other as they stand, each with a Status of its own in the response. Items of the recipient information cache cannot be worked on.",
    places: both("ItemOperations", undefined, 1, 1),
    spec: [spec("MS-ASCMD 2.2.3.94"), spec("MS-ASCMD 2.2.1.10")],
  },
  Fetch: {
    type: "container",
    summary:
      "Gets one thing, whole or in part: an item (CollectionId and ServerId, or LongId), an attachment (FileReference) or a document (LinkId).",
    places: [
      inItemOperations(UNBOUNDED, { when: "no more than 100 operations, where the server has the default" }),
      inResponse(),
    ],
    spec: [spec("MS-ASCMD 2.2.3.67.1"), spec("MS-ASCMD 2.2.1.10.1"), spec("MS-ASCMD 3.1.5.10")],
    meanings: [
      {
        where: "in a request",
        direction: "request",
        text: "What to fetch, from which Store, and in Options how. With MS-ASAcceptMultiPart: T the bytes come after the WBXML and not in it.",
      },
      {
        where: "in a response",
        direction: "response",
        text: "What became of it: Status, the ids of the request, and Properties with the content.",
      },
    ],
  },
  Store: {
    type: "string",
    summary: "Where to fetch from.",
    limits: { minLength: 1, maxLength: 256 },
    values: [
      { value: "Mailbox", meaning: "The person's mailbox: items and attachments." },
      { value: "DocumentLibrary", meaning: "A SharePoint site or a Windows share, named by LinkId." },
    ],
    places: [
      request("ItemOperations", "ItemOperations:Fetch", 1, 1),
      response("Find", "Find:Response", 1, 1, { versions: FROM_16_1 }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.178.2"), spec("MS-ASCMD 2.2.3.178.1")],
    meanings: [
      {
        where: "in Response of a Find response",
        parent: "Find:Response",
        command: "Find",
        text: "The store that was searched, which is always Mailbox.",
        values: values(["Mailbox", "The only value."]),
        spec: spec("MS-ASCMD 2.2.3.178.1"),
      },
    ],
  },
  Options: {
    type: "container",
    summary:
      "How to carry out the operation. A child that belongs to another operation is a protocol error (Status 2).",
    places: [
      request("ItemOperations", "ItemOperations:EmptyFolderContents", 0, 1),
      request("ItemOperations", "ItemOperations:Fetch", 0, 1),
      request("ItemOperations", "ItemOperations:Move", 0, 1, {
        versions: FROM_14_0,
        when: "not left out in practice, for MoveAlways must be in it",
      }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.125.3"), spec("MS-ASCON 2.2.2.9")],
    meanings: [
      {
        where: "in EmptyFolderContents",
        parent: "ItemOperations:EmptyFolderContents",
        text: "Holds DeleteSubFolders or nothing.",
      },
      {
        where: "in Fetch",
        parent: "ItemOperations:Fetch",
        text: "For items: Schema, MIMESupport, BodyPreference, BodyPartPreference, RightsManagementSupport. For documents and attachments: Range. For documents also UserName and Password.",
      },
      { where: "in Move", parent: "ItemOperations:Move", text: "Holds MoveAlways." },
    ],
  },
  Range: {
    type: "string",
    summary:
      'Which bytes of a document or attachment, as first and last index joined by a hyphen and counted from 0: "0-999" is the first thousand. Items have no ranges.',
    limits: { minLength: 3, maxLength: 19 },
    places: [
      inOptions(1, "Fetch", " and a document or an attachment is fetched"),
      inProperties({ when: CONTENT }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.143.2")],
    meanings: [
      {
        where: "in Options of a request",
        parent: "ItemOperations:Options",
        text: "The part wanted; without it everything comes. The server may send another part.",
      },
      {
        where: "in Properties of a response",
        parent: "ItemOperations:Properties",
        text: "The part that was sent, which alone counts: a client goes on from here.",
      },
    ],
  },
  Total: {
    type: "integer",
    summary: "The size in bytes of the whole document or attachment, of which Range says how much was sent.",
    limits: { min: 0 },
    places: [inProperties({ when: CONTENT })],
    spec: [spec("MS-ASCMD 2.2.3.184.2")],
  },
  Properties: {
    type: "container",
    summary:
      "What was fetched: for an item its properties, in the namespaces of its class; for a document or attachment its bytes (Data or Part), Range, Total and type.",
    places: [response("ItemOperations", "ItemOperations:Fetch", 0, 1)],
    spec: [spec("MS-ASCMD 2.2.3.139.2")],
  },
  Data: {
    type: "base64",
    summary:
      "The bytes of a document or attachment as base64 text, where the response is not a multipart one. Range says which bytes they are, Total how many there are in all.",
    places: [inProperties({ when: `${CONTENT}, and the response is not multipart` })],
    spec: [spec("MS-ASCMD 2.2.3.39.2"), spec("MS-ASCMD 2.2.1.10.1")],
  },
  Status: {
    type: "integer",
    summary:
      "The outcome of the whole command, or of one operation. Each operation has its own Status, which tells whether it failed.",
    places: [
      response("ItemOperations", "ItemOperations:ItemOperations", 1, 1),
      response("ItemOperations", "ItemOperations:Fetch", 1, 1),
      response("ItemOperations", "ItemOperations:EmptyFolderContents", 1, 1),
      response("ItemOperations", "ItemOperations:Move", 1, 1, { versions: FROM_14_0 }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.177.8"), spec("MS-ASCON 2.2.2.10"), spec("MS-ASCMD 2.2.2")],
    meanings: [
      {
        where: "of a Move",
        parent: "ItemOperations:Move",
        text: "What became of the conversation.",
        spec: spec("MS-ASCON 2.2.2.10"),
      },
    ],
  },
  Response: {
    type: "container",
    summary: "Holds the outcome of each operation. It is missing where the command failed as a whole.",
    places: [response("ItemOperations", "ItemOperations:ItemOperations", 0, 1)],
    spec: [spec("MS-ASCMD 2.2.3.153.4")],
  },
  Version: {
    type: "dateTime",
    summary:
      "When the document was last changed. A client that fetches in pieces sees by it whether the document changed in between.",
    places: [inProperties({ when: "a document was fetched" })],
    spec: [spec("MS-ASCMD 2.2.3.197")],
  },
  Schema: {
    type: "container",
    summary:
      "Names the properties to send, as empty elements; without it everything is sent. It is for items only, not for documents and attachments.",
    places: [inOptions(UNBOUNDED, "Fetch", " and an item is fetched")],
    spec: [spec("MS-ASCMD 2.2.3.158"), spec("MS-ASCMD 2.2.3.125.3")],
  },
  Part: {
    type: "integer",
    summary:
      "In a multipart response, where the bytes are: the number of the part in the list at the head of the response. The WBXML is part 0, so the first is 1.",
    limits: { min: 1 },
    places: [
      inProperties({ when: "the response is multipart" }),
      response("ItemOperations", "AirSyncBase:Body", 0, 1, { when: "the response is multipart" }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.130"), spec("MS-ASAIRS 2.2.2.33"), spec("MS-ASCMD 2.2.1.10.1")],
    meanings: [
      {
        where: "in Properties",
        parent: "ItemOperations:Properties",
        text: "The part with the bytes of the document or attachment; it stands in place of Data.",
      },
      {
        where: "in Body",
        parent: "AirSyncBase:Body",
        text: "The part with the body of the item; it stands in place of airsyncbase:Data.",
        spec: spec("MS-ASAIRS 2.2.2.33"),
      },
    ],
  },
  EmptyFolderContents: {
    type: "container",
    summary:
      "Deletes all items of a folder; meant for Deleted Items, when the mailbox is full. Subfolders stay unless asked otherwise.",
    places: [inItemOperations(UNBOUNDED), inResponse()],
    spec: [spec("MS-ASCMD 2.2.3.58")],
    meanings: [
      {
        where: "in a request",
        direction: "request",
        text: "Which folder to empty (CollectionId), and in Options whether its subfolders go too.",
      },
      {
        where: "in a response",
        direction: "response",
        text: "What became of it: Status and the CollectionId of the request.",
      },
    ],
  },
  DeleteSubFolders: {
    type: "empty",
    summary: "Delete the folders beneath the folder too. Without it they stay, with all that is in them.",
    places: [inOptions(1, "EmptyFolderContents")],
    spec: [spec("MS-ASCMD 2.2.3.44")],
  },
  UserName: {
    type: "string",
    summary:
      "The account that may read the document, where the place it lies at wants one (Status 18). Send it over a secure connection only.",
    limits: { maxLength: 100 },
    places: [inOptions(1, "Fetch", " and a document is fetched")],
    spec: [spec("MS-ASCMD 2.2.3.193.1")],
  },
  Password: {
    type: "string",
    summary:
      "The password of UserName, readable in the request to anybody who sees it: blot it out before passing a capture on.",
    limits: { maxLength: 256 },
    places: [inOptions(1, "Fetch", " and a document is fetched")],
    spec: [spec("MS-ASCMD 2.2.3.132.1")],
  },
  Move: {
    type: "container",
    summary:
      "Moves a conversation, with the messages yet to come, to a folder. With Deleted Items as the folder the conversation is ignored from then on.",
    places: [inItemOperations(UNBOUNDED), inResponse()],
    spec: [spec("MS-ASCMD 2.2.3.117.1"), spec("MS-ASCON 2.2.2.7")],
    meanings: [
      {
        where: "in a request",
        direction: "request",
        text: "Which conversation to which folder: ConversationId, DstFldId, and Options with MoveAlways.",
      },
      {
        where: "in a response",
        direction: "response",
        text: "What became of it: Status and the ConversationId of the request.",
      },
    ],
  },
  DstFldId: {
    type: "string",
    summary:
      "The ServerId of the folder to move to, as FolderSync or FolderCreate gave it. It has to be a folder for mail.",
    limits: { minLength: 1, maxLength: 64 },
    places: [request("ItemOperations", "ItemOperations:Move", 1, 1)],
    spec: [spec("MS-ASCMD 2.2.3.51.1"), spec("MS-ASCON 2.2.2.6")],
  },
  ConversationId: {
    type: "byteArray",
    summary: "The conversation to move, or that was moved: the id as email2:ConversationId has it.",
    places: both("ItemOperations", "ItemOperations:Move", 1, 1),
    spec: [spec("MS-ASCMD 2.2.3.35.1"), spec("MS-ASCON 2.2.2.3.1")],
  },
  MoveAlways: {
    type: "empty",
    summary:
      "Messages that join the conversation later go to the folder too. There is no other way to move a conversation: without it the answer is Status 155.",
    places: [inOptions(1, "Move", ", where it is required")],
    spec: [spec("MS-ASCMD 2.2.3.118"), spec("MS-ASCON 2.2.2.8")],
  },
};
