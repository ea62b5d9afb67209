import { FROM_12_0, FROM_14_0 } from "../versions";
import { type ElementsOfPage, type Place, request, response, spec, UNBOUNDED } from "./element";

const inQuery = (min: number, max: number, more: Partial<Place> = {}): Place =>
  request("Search", "Search:Query", min, max, more);
const inAnd = (more: Partial<Place> = {}): Place => request("Search", "Search:And", 0, 1, more);
const inOptions = (more: Partial<Place> = {}): Place => request("Search", "Search:Options", 0, 1, more);

const MAILBOX = "Name is Mailbox";
const LIBRARY = "Name is DocumentLibrary";
const PEOPLE = "Name is GAL";

/** Code page 15, Search: the elements of the Search command [MS-ASCMD 2.2.1.16]. */
export const search: ElementsOfPage<"Search"> = {
  Search: {
    type: "container",
    summary:
      "Root of a Search message: looks for people in the address list (GAL), for items in the mailbox, or for files in a document library, and gives back one page of results. Accept-Language of the HTTP request decides by which language words are matched.",
    places: [request("Search", undefined, 1, 1), response("Search", undefined, 1, 1)],
    spec: [spec("MS-ASCMD 2.2.3.159"), spec("MS-ASCMD 2.2.1.16")],
  },
  Store: {
    type: "container",
    summary:
      "In the request, where to search, for what and how; in the response, what was found there. A request has one.",
    places: [request("Search", "Search:Search", 1, 1), response("Search", "Search:Response", 1, 1)],
    spec: [spec("MS-ASCMD 2.2.3.178.3")],
    meanings: [
      {
        where: "in Search of a request",
        parent: "Search:Search",
        text: "One search: Name says in which store, Query what to look for, Options how.",
      },
      {
        where: "in Response of a response",
        parent: "Search:Response",
        text: "The outcome: Status, then a Result for each match, then Range and Total.",
      },
    ],
  },
  Name: {
    type: "string",
    summary: "The store to search. It decides what Query holds and which Options are allowed.",
    limits: { minLength: 1, maxLength: 256 },
    values: [
      { value: "GAL", meaning: "The address list of the organisation; Query is plain text." },
      {
        value: "Mailbox",
        meaning: "The items of the person's mailbox; Query holds one And.",
        versions: FROM_12_0,
      },
      {
        value: "DocumentLibrary",
        meaning: "Files and folders on a SharePoint site or a Windows share; Query holds one EqualTo.",
        versions: FROM_12_0,
      },
    ],
    places: [request("Search", "Search:Store", 1, 1)],
    spec: [spec("MS-ASCMD 2.2.3.120.2")],
  },
  Query: {
    type: "container",
    summary:
      "What to look for: plain text for people, one And for mail, one EqualTo for a document library. Text matches the beginnings of words, without regard to upper and lower case.",
    places: [request("Search", "Search:Store", 1, 1)],
    spec: [spec("MS-ASCMD 2.2.3.142.2")],
    meanings: [
      {
        where: "with Name GAL",
        parent: "Search:Store",
        type: "string",
        text: "Not a container but the text itself, which is held against display name, alias, first and last name and mail address. Version 2.5 knows only this form.",
      },
      {
        where: "with Name Mailbox",
        parent: "Search:Store",
        text: "A single And with everything the items have to meet: words, classes, folders, a conversation, the time they were received.",
      },
      {
        where: "with Name DocumentLibrary",
        parent: "Search:Store",
        text: "A single EqualTo that names the file or folder to look at.",
      },
    ],
  },
  Options: {
    type: "container",
    summary:
      "How to search and what to send along. A mailbox takes Range, DeepTraversal, RebuildResults and the body preferences; a document library Range, UserName and Password; the address list Range, Picture, UserName and Password.",
    places: [request("Search", "Search:Store", 0, 1)],
    spec: [spec("MS-ASCMD 2.2.3.125.5")],
  },
  Range: {
    type: "string",
    summary:
      'Which of the results, as first and last index joined by a hyphen and counted from 0: "0-9" is the first ten. The next page is asked for by the same query with a higher range.',
    limits: { minLength: 3, maxLength: 7 },
    places: [inOptions(), response("Search", "Search:Store", 0, 1)],
    spec: [spec("MS-ASCMD 2.2.3.143.3")],
    meanings: [
      {
        where: "in Options of a request",
        parent: "Search:Options",
        text: "The page wanted. Left out it means 0-99, in a document library 0-999; asking for more than that is answered with Status 12.",
      },
      {
        where: "in Store of a response",
        parent: "Search:Store",
        text: "The indexes of the results in this response, which may be fewer than asked for.",
      },
    ],
  },
  Status: {
    type: "integer",
    summary:
      "The outcome: of the command as a whole, or of the search in the store. Success does not say that anything was found.",
    places: [response("Search", "Search:Search", 1, 1), response("Search", "Search:Store", 1, 1)],
    spec: [spec("MS-ASCMD 2.2.3.177.13"), spec("MS-ASCMD 2.2.2")],
    meanings: [
      {
        where: "of the whole command",
        parent: "Search:Search",
        text: "Whether the request could be processed. With a status common to all commands (101 and up), Response is missing.",
      },
      {
        where: "of the store",
        parent: "Search:Store",
        text: "Whether this store could be searched.",
      },
    ],
  },
  Response: {
    type: "container",
    summary:
      "Holds the results of the store that was searched. It is missing where the command failed as a whole.",
    places: [response("Search", "Search:Search", 0, 1)],
    spec: [spec("MS-ASCMD 2.2.3.153.7")],
  },
  Result: {
    type: "container",
    summary:
      "One match: its class, ids and properties. Where a mailbox search finds nothing there is one Result without content; an address list search without matches has none. In a document library the first one is the file or folder itself that was asked for, the others are what the folder holds.",
    places: [response("Search", "Search:Store", 0, UNBOUNDED)],
    spec: [spec("MS-ASCMD 2.2.3.155.3")],
  },
  Properties: {
    type: "container",
    summary:
      "The properties of one match, in the namespace of its kind: GAL, Email, Calendar, Contacts, DocumentLibrary and so on. Properties that are empty are left out.",
    places: [
      response("Search", "Search:Result", 0, 1, {
        when: "always, but for the empty Result that says nothing was found",
      }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.139.3")],
  },
  Total: {
    type: "integer",
    summary:
      "About how many entries match, whatever the size of this page. If it is greater than the last index of Range plus one, there is more to fetch.",
    limits: { min: 0 },
    places: [response("Search", "Search:Store", 0, 1)],
    spec: [spec("MS-ASCMD 2.2.3.184.3")],
  },
  EqualTo: {
    type: "container",
    summary:
      "The one condition of a document library search: documentlibrary:LinkId, and Value with the address of the file or folder.",
    places: [inQuery(0, 1, { when: LIBRARY })],
    spec: [spec("MS-ASCMD 2.2.3.62")],
  },
  Value: {
    type: "string",
    summary:
      "What a property is compared with: the address of a file or folder in EqualTo, a time in GreaterThan and LessThan. It stands after the property.",
    limits: { maxLength: 1024 },
    places: [
      request("Search", "Search:EqualTo", 1, 1),
      request("Search", "Search:GreaterThan", 1, 1),
      request("Search", "Search:LessThan", 1, 1),
    ],
    spec: [spec("MS-ASCMD 2.2.3.196")],
    meanings: [
      {
        where: "in EqualTo",
        parent: "Search:EqualTo",
        text: "The UNC path or URL of the file or folder in the document library.",
      },
      {
        where: "in GreaterThan",
        parent: "Search:GreaterThan",
        text: "A time in UTC such as 2007-01-12T00:00:00.000Z: items received after it match.",
      },
      {
        where: "in LessThan",
        parent: "Search:LessThan",
        text: "A time in UTC such as 2007-03-12T00:00:00.000Z: items received before it match.",
      },
    ],
  },
  And: {
    type: "container",
    summary:
      "Holds the conditions of a mailbox search, all of which an item must meet. There is one in a query; a second, or a condition outside of it, makes the search too complex (Status 8).",
    places: [inQuery(0, 1, { when: MAILBOX })],
    spec: [spec("MS-ASCMD 2.2.3.10")],
  },
  Or: {
    type: "container",
    summary:
      "Conditions of which any one is enough. The schema has it, but servers carry out nothing beside And and call such a query too complex (Status 8).",
    places: [inQuery(0, 1, { when: MAILBOX })],
    spec: [spec("MS-ASCMD 2.2.3.126")],
  },
  FreeText: {
    type: "string",
    summary:
      "Words to look for in all indexed properties of the items, the body among them. It is the condition most mailbox searches have.",
    places: [
      inAnd(),
      request("Search", "Search:Or", 0, UNBOUNDED, { when: "the schema allows it; Status 8 is the answer" }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.80.2")],
  },
  DeepTraversal: {
    type: "empty",
    summary:
      "Search the folders beneath each folder of the query too. Without it only the folders themselves are searched.",
    places: [inOptions({ when: MAILBOX })],
    spec: [spec("MS-ASCMD 2.2.3.41.2")],
  },
  LongId: {
    type: "string",
    summary:
      "A long id of an item that a mailbox search found, good for naming the item in other commands although it was never synchronised. It is made by the server and means nothing to the client.",
    limits: { minLength: 1, maxLength: 256 },
    places: [
      response("Search", "Search:Result", 0, 1),
      request("ItemOperations", "ItemOperations:Fetch", 0, 1, {
        when: "no ServerId, LinkId or FileReference",
      }),
      response("ItemOperations", "ItemOperations:Fetch", 0, 1, { when: "the request named the item so" }),
      request("SmartReply", "ComposeMail:Source", 0, 1, {
        versions: FROM_14_0,
        when: "no FolderId and ItemId",
      }),
      request("SmartForward", "ComposeMail:Source", 0, 1, {
        versions: FROM_14_0,
        when: "no FolderId and ItemId",
      }),
      request("MeetingResponse", "MeetingResponse:Request", 0, 1, { when: "no CollectionId and RequestId" }),
    ],
    spec: [
      spec("MS-ASCMD 2.2.3.98.3"),
      spec("MS-ASCMD 2.2.3.98.1"),
      spec("MS-ASCMD 2.2.3.98.2"),
      spec("MS-ASCMD 2.2.3.98.4"),
    ],
    meanings: [
      {
        where: "in Result of a Search response",
        parent: "Search:Result",
        text: "The id of this match; keep it as it is.",
        spec: spec("MS-ASCMD 2.2.3.98.3"),
      },
      {
        where: "in Fetch of ItemOperations",
        parent: "ItemOperations:Fetch",
        text: "Which item to fetch, or which was fetched.",
        spec: spec("MS-ASCMD 2.2.3.98.1"),
      },
      {
        where: "in Source of SmartReply and SmartForward",
        parent: "ComposeMail:Source",
        text: "The message to reply to or to forward.",
        spec: spec("MS-ASCMD 2.2.3.98.4"),
      },
      {
        where: "in Request of MeetingResponse",
        parent: "MeetingResponse:Request",
        text: "The invitation to answer.",
        spec: spec("MS-ASCMD 2.2.3.98.2"),
      },
    ],
  },
  RebuildResults: {
    type: "empty",
    summary:
      "Make the server search afresh. It keeps the results of a query so that paging is cheap, and without this flag new items do not show up in them; a client does well to send it for a standing query every few days.",
    places: [inOptions({ when: MAILBOX })],
    spec: [spec("MS-ASCMD 2.2.3.144")],
  },
  LessThan: {
    type: "container",
    summary:
      "Only items received before a time: email:DateReceived, without content, and after it Value with the time.",
    places: [inAnd()],
    spec: [spec("MS-ASCMD 2.2.3.96")],
  },
  GreaterThan: {
    type: "container",
    summary:
      "Only items received after a time: email:DateReceived, without content, and after it Value with the time.",
    places: [inAnd()],
    spec: [spec("MS-ASCMD 2.2.3.86")],
  },
  UserName: {
    type: "string",
    summary:
      "The account that may read the place to be searched. It is sent only after the store answered with Status 14, and only over a secure connection.",
    limits: { maxLength: 100 },
    places: [inOptions({ when: `the search before was answered with Status 14; ${LIBRARY} or GAL` })],
    spec: [spec("MS-ASCMD 2.2.3.193.2"), spec("MS-ASCMD 2.2.3.125.5")],
  },
  Password: {
    type: "string",
    summary:
      "The password of UserName, readable in the request to anybody who sees it: blot it out before passing a capture on.",
    limits: { maxLength: 100 },
    places: [inOptions({ when: `the search before was answered with Status 14; ${LIBRARY} or GAL` })],
    spec: [spec("MS-ASCMD 2.2.3.132.2"), spec("MS-ASCMD 2.2.3.125.5")],
  },
  ConversationId: {
    type: "byteArray",
    summary:
      "Only the messages of this conversation: the id as email2:ConversationId has it. A second one is a protocol error.",
    places: [inAnd()],
    spec: [spec("MS-ASCMD 2.2.3.35.2"), spec("MS-ASCON 2.2.2.3.2")],
  },
  Picture: {
    type: "container",
    summary:
      "Asks for the photos of the people found. It may be empty; its children limit how big and how many.",
    places: [inOptions({ when: PEOPLE })],
    spec: [spec("MS-ASCMD 2.2.3.135.3")],
  },
  MaxSize: {
    type: "integer",
    summary: "The most bytes a photo may have. A bigger one is left out, with Status 174 in its place.",
    limits: { min: 0, max: 102_400 },
    places: [request("Search", "Search:Picture", 0, 1)],
    spec: [spec("MS-ASCMD 2.2.3.105.3")],
  },
  MaxPictures: {
    type: "integer",
    summary:
      "The most photos to send. When that many were given, further people who have one get Status 175 in its place.",
    limits: { min: 0 },
    places: [request("Search", "Search:Picture", 0, 1)],
    spec: [spec("MS-ASCMD 2.2.3.104.3")],
  },
};
