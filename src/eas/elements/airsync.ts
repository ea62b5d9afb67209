import { FROM_12_0, FROM_14_0, FROM_16_0, FROM_16_1, TO_12_1 } from "../versions";
import {
  both,
  type ElementsOfPage,
  type ElementValue,
  type Place,
  request,
  response,
  spec,
  UNBOUNDED,
} from "./element";

const underCommands = { grandparent: "AirSync:Commands", when: "under Commands" };
const underResponses = { grandparent: "AirSync:Responses", when: "under Responses" };

/** A collection can have one Options per set of options. */
const inSyncOptions = request("Sync", "AirSync:Options", 0, 1);
const inSyncCollection = request("Sync", "AirSync:Collection", 0, 1);

/**
 * Operations from the server are under Commands, and its answers to the client's operations are under
 * Responses; both use the same names.
 */
const asResult: readonly Place[] = [
  response("Sync", "AirSync:Add", 1, 1, underResponses),
  response("Sync", "AirSync:Change", 1, 1, underResponses),
  response("Sync", "AirSync:Delete", 1, 1, underResponses),
  response("Sync", "AirSync:Fetch", 1, 1, underResponses),
];

const items: readonly ElementValue[] = [
  { value: "Email", meaning: "Mail." },
  { value: "Calendar", meaning: "Appointments and meetings." },
  { value: "Contacts", meaning: "Contacts." },
  { value: "Tasks", meaning: "Tasks." },
  { value: "Notes", meaning: "Notes.", versions: FROM_14_0 },
  { value: "SMS", meaning: "Text messages, which lie in the folders of mail.", versions: FROM_14_0 },
];

const MAIL = ["Email", "SMS"];

const windows: readonly ElementValue[] = [
  {
    value: "0",
    meaning: "No window: everything, however old. For mail, SMS, calendar and tasks.",
    classes: [...MAIL, "Calendar", "Tasks"],
  },
  { value: "1", meaning: "The last day. For mail and SMS.", classes: MAIL },
  { value: "2", meaning: "The last 3 days. For mail and SMS.", classes: MAIL },
  { value: "3", meaning: "The last week. For mail and SMS.", classes: MAIL },
  { value: "4", meaning: "The last 2 weeks. For mail, SMS and calendar.", classes: [...MAIL, "Calendar"] },
  { value: "5", meaning: "The last month. For mail, SMS and calendar.", classes: [...MAIL, "Calendar"] },
  { value: "6", meaning: "The last 3 months. For the calendar only.", classes: ["Calendar"] },
  { value: "7", meaning: "The last 6 months. For the calendar only.", classes: ["Calendar"] },
  { value: "8", meaning: "Tasks that are not completed. For tasks only.", classes: ["Tasks"] },
];

/**
 * Code page 0, AirSync: the elements of Sync [MS-ASCMD] 2.2.1.21, some of which GetItemEstimate,
 * ItemOperations, Search and Find also use.
 */
export const airsync: ElementsOfPage<"AirSync"> = {
  Sync: {
    type: "container",
    summary:
      "Root of a Sync message: client and server exchange what changed in one or more folders. A request may have no body at all, which repeats the last one; the answer has none where nothing is new.",
    places: [request("Sync", undefined, 1, 1), response("Sync", undefined, 1, 1)],
    spec: [
      spec("MS-ASCMD 2.2.3.180"),
      spec("MS-ASCMD 2.2.1.21"),
      spec("MS-ASCMD 2.2.1.21.1"),
      spec("MS-ASCMD 2.2.1.21.2"),
    ],
    sms: {
      section: "3.1.4.1",
      role: "Text messages travel by Sync as items of their own class, in the folders of mail.",
      client: "Asks for them with an Options of class SMS in the folder's Collection.",
      server: "Sends no text message to a client that did not ask for the class.",
      products: "With 14.0 only Inbox, Outbox and Sent Items can be synchronised for SMS (footnote 6).",
    },
  },
  Responses: {
    type: "container",
    summary:
      "The server's answers to the operations the client sent in Commands. Only news is answered: successful Add and Fetch, Change where an attachment was added, and what failed; silence means success.",
    places: [
      response("Sync", "AirSync:Collection", 0, 1, {
        when: "where an operation of the request has an answer; then it has a child",
      }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.154")],
  },
  Add: {
    type: "container",
    summary:
      "A new item: the client's for the server, the server's for the client, or under Responses what became of the client's.",
    meanings: [
      {
        where: "in a request",
        direction: "request",
        text: "An item made on the device, with a ClientId of the client's choice. Mail cannot be added so (status 6), but for drafts from 16.0; text messages can.",
      },
      {
        where: "in Commands of a response",
        parent: "AirSync:Commands",
        direction: "response",
        text: "An item that is new in the folder. Where the client has one with this ServerId already, it takes the Add for a Change.",
      },
      {
        where: "in Responses",
        parent: "AirSync:Responses",
        text: "The client's new item with its ClientId and, where it was taken, the ServerId it has from now on.",
      },
    ],
    places: [
      ...both("Sync", "AirSync:Commands", 0, UNBOUNDED),
      response("Sync", "AirSync:Responses", 0, UNBOUNDED),
    ],
    spec: [spec("MS-ASCMD 2.2.3.7.2")],
    sms: {
      section: "3.1.4.1.2",
      role: "Unlike mail, a text message can be added by the client: one that came in or went out over the phone. In the Outbox an Add from the server is a message to be sent.",
      client:
        "Writes Class SMS and the data, but neither ConversationId nor ConversationIndex, which are the server's to make. Puts a report on a failed message into the Inbox with an Add.",
      server:
        "Answers with the ServerId and with both conversation elements. What it adds to the Outbox the phone sends and then deletes.",
    },
  },
  Change: {
    type: "container",
    summary:
      "New properties of an item that the other side has already. A property left out is deleted, unless it is ghosted, or an exception, body or picture, or from 16.0 anything of a calendar item.",
    meanings: [
      {
        where: "in a request",
        direction: "request",
        text: "What the user changed. For mail only Read, Flag and Categories, but for drafts from 16.0.",
      },
      {
        where: "in Commands of a response",
        parent: "AirSync:Commands",
        direction: "response",
        text: "What changed on the server; for mail perhaps Read or Flag alone.",
      },
      {
        where: "in Responses",
        parent: "AirSync:Responses",
        text: "The client's change failed, as Status says, or an attachment was added; other success is not answered.",
      },
    ],
    places: [
      ...both("Sync", "AirSync:Commands", 0, UNBOUNDED),
      response("Sync", "AirSync:Responses", 0, UNBOUNDED, {
        when: "where the change failed or added an attachment",
      }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.24")],
    sms: {
      section: "3.1.4.1.2",
      role: "Marks a text message read or flags it; nothing else of it can change.",
      client: "Sends Email:Read and children of Email:Flag, no other property.",
      server: "Tells the client of the same two with a Change of class SMS.",
    },
  },
  Delete: {
    type: "container",
    summary:
      "An item that is gone, or one occurrence of a series where InstanceId stands beside ServerId (from 16.0).",
    meanings: [
      {
        where: "in a request",
        direction: "request",
        text: "What the user deleted; it goes to Deleted Items unless DeletesAsMoves is 0.",
      },
      {
        where: "in Commands of a response",
        parent: "AirSync:Commands",
        direction: "response",
        text: "The item left the folder on the server; the client drops it.",
      },
      {
        where: "in Responses",
        parent: "AirSync:Responses",
        text: "The client's deletion failed, as Status says; success is not answered.",
      },
    ],
    places: [
      ...both("Sync", "AirSync:Commands", 0, UNBOUNDED),
      response("Sync", "AirSync:Responses", 0, UNBOUNDED, { when: "where the deletion failed" }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.42.2")],
    sms: {
      section: "3.1.4.1.2",
      role: "Deletes a text message as a mail is deleted. After sending a message of the Outbox the phone deletes it there.",
      client: "Must delete each message of the Outbox that it has sent.",
      server: "Tells of a deletion with a Delete of class SMS.",
      products: "With 14.0 the server sends no Delete for a text message, nor its Class (footnotes 1 and 2).",
    },
  },
  Fetch: {
    type: "container",
    summary:
      "Asks for all of an item that came truncated, and answers with it. For mail only; Fetch of ItemOperations is the better way.",
    meanings: [
      { where: "in a request", direction: "request", text: "The ServerId of the mail to be fetched whole." },
      { where: "in a response", direction: "response", text: "The mail, or a Status that says why not." },
    ],
    places: [
      request("Sync", "AirSync:Commands", 0, UNBOUNDED),
      response("Sync", "AirSync:Responses", 0, UNBOUNDED),
    ],
    spec: [spec("MS-ASCMD 2.2.3.67.2")],
  },
  SyncKey: {
    type: "string",
    summary:
      "The state of one collection as the client has it, opaque to the client. 0 starts from nothing; every Sync response hands out a new key that the next request must bring, and a key that is not the current one earns status 3.",
    limits: { maxLength: 64 },
    meanings: [
      {
        where: "in a Sync request",
        command: "Sync",
        direction: "request",
        text: "The last key received, or 0 for the first request, which brings a key and no items.",
        spec: spec("MS-ASCMD 2.2.3.181.4"),
      },
      {
        where: "in a Sync response",
        command: "Sync",
        direction: "response",
        text: "The key for the next request; to be kept only once all that came with it is stored.",
        spec: spec("MS-ASCMD 2.2.3.181.4"),
      },
      {
        where: "in a GetItemEstimate request",
        command: "GetItemEstimate",
        text: "The key of the last Sync of this folder, which stays good for the next; a folder never synchronised earns status 3. From 14.0 it comes first in Collection.",
        spec: spec("MS-ASCMD 2.2.3.181.3"),
      },
    ],
    places: [
      ...both("Sync", "AirSync:Collection", 1, 1),
      request("GetItemEstimate", "GetItemEstimate:Collection", 1, 1),
    ],
    spec: [spec("MS-ASCMD 2.2.3.181.4"), spec("MS-ASCMD 2.2.3.181.3")],
  },
  ClientId: {
    type: "string",
    summary:
      "The client's own name for an item it adds, good until the answer tells the ServerId. A counter will do.",
    limits: { maxLength: 64 },
    places: [request("Sync", "AirSync:Add", 1, 1), response("Sync", "AirSync:Add", 1, 1, underResponses)],
    spec: [spec("MS-ASCMD 2.2.3.28.2")],
  },
  ServerId: {
    type: "string",
    summary:
      "The server's name for an item, opaque to the client, which must keep it: it is how both sides call the item later.",
    limits: { maxLength: 64 },
    meanings: [
      {
        where: "in a Sync request",
        command: "Sync",
        direction: "request",
        text: "The item to be changed, deleted or fetched.",
        spec: spec("MS-ASCMD 2.2.3.166.8"),
      },
      {
        where: "in a Sync response",
        command: "Sync",
        direction: "response",
        text: "The item an operation or an answer is about; in the answer to an Add the name the new item got.",
        spec: spec("MS-ASCMD 2.2.3.166.8"),
      },
      {
        where: "in ItemOperations",
        command: "ItemOperations",
        text: "The item to be fetched, or that was; CollectionId says in which folder.",
        spec: spec("MS-ASCMD 2.2.3.166.7"),
      },
      {
        where: "in a Find response",
        command: "Find",
        text: "The item found.",
        spec: spec("MS-ASCMD 2.2.3.166.1"),
      },
    ],
    places: [
      request("Sync", "AirSync:Change", 1, 1),
      request("Sync", "AirSync:Delete", 1, 1),
      request("Sync", "AirSync:Fetch", 1, 1),
      response("Sync", "AirSync:Add", 1, 1, underCommands),
      response("Sync", "AirSync:Add", 0, 1, {
        grandparent: "AirSync:Responses",
        when: "under Responses, where the item was taken",
      }),
      response("Sync", "AirSync:Change", 1, 1, underCommands),
      response("Sync", "AirSync:Change", 0, 1, underResponses),
      response("Sync", "AirSync:Delete", 1, 1, underCommands),
      response("Sync", "AirSync:Delete", 0, 1, underResponses),
      response("Sync", "AirSync:SoftDelete", 1, 1),
      response("Sync", "AirSync:Fetch", 0, 1, underResponses),
      ...both("ItemOperations", "ItemOperations:Fetch", 0, 1, { versions: FROM_12_0 }),
      response("Find", "Find:Result", 1, 1, { versions: FROM_16_1, when: "an item of the mailbox" }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.166.8"), spec("MS-ASCMD 2.2.3.166.7"), spec("MS-ASCMD 2.2.3.166.1")],
    sms: {
      section: "3.1.4.1.2",
      role: "Names a text message on the server, as it does a mail.",
      format: "Opaque; Exchange writes the folder's id, a colon and a number.",
      example: "55:11",
      client: "Keeps it and uses it in Change and Delete; has none yet in an Add.",
      server: "Makes it when a message is added, and returns it with the conversation elements.",
    },
  },
  Status: {
    type: "unsignedByte",
    summary:
      "Whether it worked: the whole Sync, one collection, or one operation, according to where it stands.",
    meanings: [
      {
        where: "in Sync",
        parent: "AirSync:Sync",
        text: "The request failed as a whole, or has a limit to be told (14, 15); success is said by the collections.",
      },
      {
        where: "in Collection",
        parent: "AirSync:Collection",
        text: "Whether this collection was synchronised; the operations in it have a Status of their own.",
      },
      { where: "in Add", parent: "AirSync:Add", text: "Whether the client's new item was taken." },
      {
        where: "in Change",
        parent: "AirSync:Change",
        text: "Why the client's change was not taken; 7 where the server's own change won.",
      },
      { where: "in Delete", parent: "AirSync:Delete", text: "Why the client's deletion was not taken." },
      { where: "in Fetch", parent: "AirSync:Fetch", text: "Whether the item could be fetched." },
    ],
    places: [
      response("Sync", "AirSync:Sync", 0, 1),
      response("Sync", "AirSync:Collection", 1, 1),
      ...asResult,
    ],
    spec: [spec("MS-ASCMD 2.2.3.177.17")],
    sms: {
      section: "3.2.5.1",
      role: "4 is what a request for SMS gets that breaks the rules for its options.",
      format: "A number.",
      example: "4",
      client:
        "Looks at FilterType (0 to 5), the number of Options (two at most) and their classes before it tries again.",
      server:
        "Answers 4 to a FilterType beyond 5, to a third Options, to a class other than SMS and Email in a folder of mail, and to SMS or Email in another folder.",
    },
  },
  Collection: {
    type: "container",
    summary:
      "One folder as Sync sees it: its state, what to bring, and the operations. In a request the children have a fixed order, and another one earns status 4.",
    places: [
      request("Sync", "AirSync:Collections", 1, UNBOUNDED),
      response("Sync", "AirSync:Collections", 0, UNBOUNDED, {
        when: "left out where the folder has nothing new",
      }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.29.2")],
    sms: {
      section: "3.1.4.1",
      role: "Any collection of mail can have text messages beside the mail, as items of another class in the same folder and under the same SyncKey.",
      client:
        "Adds an Options of class SMS to the Collection of the folder; has the Outbox among them if it sends messages for the server.",
      server: "Puts both classes into one Commands and marks the items that are SMS with Class.",
      products: "With 14.0 only Inbox, Outbox and Sent Items can have SMS items (footnote 6).",
    },
  },
  Class: {
    type: "string",
    summary:
      "A class of content. What it is said of depends on where it stands: a folder up to 12.1, from 14.0 a set of options or one item; in searches the kind of item wanted or found.",
    meanings: [
      {
        where: "in Collection of Sync",
        parent: "AirSync:Collection",
        text: "The class of the folder; up to 12.1 only, as CollectionId alone says it later.",
        values: items.filter(({ versions }) => versions === undefined),
        spec: spec("MS-ASCMD 2.2.3.27.6"),
      },
      {
        where: "in Options of Sync",
        parent: "AirSync:Options",
        command: "Sync",
        text: "The class the options are for; without it they are for the folder's own. SMS beside the mail of a folder is the only pair there can be, and each class has one Options at most.",
        spec: spec("MS-ASCMD 2.2.3.27.6"),
      },
      {
        where: "in Add of a Sync request",
        parent: "AirSync:Add",
        direction: "request",
        text: "The class of the new item; needed where it is not the folder's own, as for SMS.",
        spec: spec("MS-ASCMD 2.2.3.27.6"),
      },
      {
        where: "in Add, Change or Delete of a Sync response",
        command: "Sync",
        direction: "response",
        text: "The class of the item, said only where it is not the folder's own. An item of the Inbox without it is mail.",
        spec: spec("MS-ASCMD 2.2.3.27.6"),
      },
      {
        where: "in Options of GetItemEstimate",
        parent: "AirSync:Options",
        command: "GetItemEstimate",
        text: "The class to be counted; without it the folder's own.",
        spec: spec("MS-ASCMD 2.2.3.27.2"),
      },
      {
        where: "in Fetch of an ItemOperations response",
        command: "ItemOperations",
        text: "The class of the item fetched.",
        spec: spec("MS-ASCMD 2.2.3.27.3"),
      },
      {
        where: "in And of a Search request",
        command: "Search",
        direction: "request",
        text: "A class of item to look for; several may be named, none means all. Anywhere but in And it earns status 8.",
        spec: spec("MS-ASCMD 2.2.3.27.5"),
      },
      {
        where: "in Result of a Search response",
        command: "Search",
        direction: "response",
        text: "The class of the item found.",
        spec: spec("MS-ASCMD 2.2.3.27.5"),
      },
      {
        where: "in Query of a Find request",
        command: "Find",
        direction: "request",
        text: "The class of item to look for; mail is all there is.",
        values: items.filter(({ value }) => value === "Email"),
        spec: spec("MS-ASCMD 2.2.3.27.1"),
      },
      {
        where: "in Result of a Find response",
        command: "Find",
        direction: "response",
        text: "The class of the item found.",
        spec: spec("MS-ASCMD 2.2.3.27.1"),
      },
    ],
    values: items,
    places: [
      ...both("Sync", "AirSync:Collection", 0, 1, { versions: TO_12_1 }),
      request("Sync", "AirSync:Options", 0, 1, { versions: FROM_14_0 }),
      request("Sync", "AirSync:Add", 0, 1, { versions: FROM_14_0 }),
      response("Sync", "AirSync:Add", 0, 1, {
        versions: FROM_14_0,
        when: "where it is not the folder's own",
      }),
      response("Sync", "AirSync:Change", 0, 1, {
        versions: FROM_14_0,
        when: "where it is not the folder's own",
      }),
      response("Sync", "AirSync:Delete", 0, 1, {
        versions: FROM_14_0,
        when: "where it is not the folder's own; for SMS from 14.1",
      }),
      request("GetItemEstimate", "AirSync:Options", 0, 1, { versions: FROM_14_0 }),
      response("ItemOperations", "ItemOperations:Fetch", 0, 1, { versions: FROM_12_0 }),
      request("Search", "Search:And", 0, UNBOUNDED, { versions: FROM_12_0 }),
      response("Search", "Search:Result", 0, 1, { versions: FROM_12_0, when: "an item of the mailbox" }),
      request("Find", "Find:Query", 1, 1, {
        versions: FROM_16_1,
        grandparent: "Find:MailBoxSearchCriterion",
        when: "in a search of the mailbox",
      }),
      response("Find", "Find:Result", 1, 1, { versions: FROM_16_1, when: "an item of the mailbox" }),
    ],
    spec: [
      spec("MS-ASCMD 2.2.3.27.6"),
      spec("MS-ASCMD 2.2.3.27.2"),
      spec("MS-ASCMD 2.2.3.27.3"),
      spec("MS-ASCMD 2.2.3.27.5"),
      spec("MS-ASCMD 2.2.3.27.1"),
      spec("MS-ASMS 2.2.2.2.1.2"),
      spec("MS-ASMS 2.2.2.2.1.1"),
    ],
    sms: {
      section: "2.2.2.2.1",
      role: "Tells text messages from mail, with which they share folders: in Options it asks for them, in Add, Change and Delete it marks an item as one, in GetItemEstimate it has them counted.",
      format: "The three letters, in capitals.",
      example: "SMS",
      client:
        "Writes SMS into one Options of a mail folder's collection to get text messages, and into Add for one it hands in. Two Options at most, of which the other is for the mail.",
      server:
        "Writes it into each Add, Change and Delete of a text message, never into those of mail in a mail folder. Sends no SMS unasked, and answers status 4 to SMS in a folder that is not of mail.",
      products:
        "With 14.0 Exchange returns neither Class nor Delete for a deleted text message (footnotes 1 and 2), and knows SMS in Inbox, Outbox and Sent Items only (6 and 7).",
    },
  },
  CollectionId: {
    type: "string",
    summary:
      "A folder, by the ServerId that FolderSync or FolderCreate gave for it. RI is the recipient information cache.",
    limits: { maxLength: 64 },
    meanings: [
      {
        where: "in Sync",
        command: "Sync",
        text: "The folder to be synchronised.",
        spec: spec("MS-ASCMD 2.2.3.30.6"),
      },
      {
        where: "in EmptyFolderContents",
        parent: "ItemOperations:EmptyFolderContents",
        text: "The folder to be emptied, or that was.",
        spec: spec("MS-ASCMD 2.2.3.30.3"),
      },
      {
        where: "in Fetch of ItemOperations",
        parent: "ItemOperations:Fetch",
        text: "The folder of the item that ServerId names.",
        spec: spec("MS-ASCMD 2.2.3.30.3"),
      },
      {
        where: "in And of a Search request",
        parent: "Search:And",
        text: "A folder to look in, several may be named; DeepTraversal takes in what lies below each. Anywhere but in And it earns status 8.",
        spec: spec("MS-ASCMD 2.2.3.30.5"),
      },
      {
        where: "in Result of a Search response",
        parent: "Search:Result",
        text: "The folder of the item found.",
        spec: spec("MS-ASCMD 2.2.3.30.5"),
      },
      {
        where: "in Query of a Find request",
        parent: "Find:Query",
        text: "The folder to look in; without it all folders of the mailbox.",
        spec: spec("MS-ASCMD 2.2.3.30.1"),
      },
      {
        where: "in Result of a Find response",
        parent: "Find:Result",
        text: "The folder of the item found.",
        spec: spec("MS-ASCMD 2.2.3.30.1"),
      },
    ],
    places: [
      ...both("Sync", "AirSync:Collection", 1, 1),
      ...both("ItemOperations", "ItemOperations:EmptyFolderContents", 1, 1, { versions: FROM_12_0 }),
      ...both("ItemOperations", "ItemOperations:Fetch", 0, 1, { versions: FROM_12_0 }),
      request("Search", "Search:And", 0, UNBOUNDED, { versions: FROM_12_0 }),
      response("Search", "Search:Result", 0, UNBOUNDED, { versions: FROM_12_0 }),
      request("Find", "Find:Query", 0, 1, { versions: FROM_16_1 }),
      response("Find", "Find:Result", 1, 1, { versions: FROM_16_1, when: "an item of the mailbox" }),
    ],
    spec: [
      spec("MS-ASCMD 2.2.3.30.6"),
      spec("MS-ASCMD 2.2.3.30.3"),
      spec("MS-ASCMD 2.2.3.30.5"),
      spec("MS-ASCMD 2.2.3.30.1"),
    ],
  },
  GetChanges: {
    type: "boolean",
    summary:
      "Whether the server shall send its own changes; empty means yes. Left out it means yes too, unless SyncKey is 0, where nothing can be had yet and asking for it earns status 4.",
    places: [inSyncCollection],
    spec: [spec("MS-ASCMD 2.2.3.84")],
  },
  MoreAvailable: {
    type: "empty",
    summary:
      "The server has more changes for this collection than it put into the response; the client must synchronise again to get them.",
    places: [response("Sync", "AirSync:Collection", 0, 1)],
    spec: [spec("MS-ASCMD 2.2.3.116")],
  },
  WindowSize: {
    type: "integer",
    summary:
      "How many changes the server may send at most; 100 where it is left out, and 0 or anything above 512 counts as 512.",
    limits: { min: 0, max: 512 },
    meanings: [
      {
        where: "in Sync",
        parent: "AirSync:Sync",
        text: "For the whole response; folders that no longer fit wait for the next request.",
      },
      {
        where: "in Collection",
        parent: "AirSync:Collection",
        text: "For this folder; if there is more, the response has MoreAvailable.",
      },
    ],
    places: [request("Sync", "AirSync:Sync", 0, 1), inSyncCollection],
    spec: [spec("MS-ASCMD 2.2.3.199")],
  },
  Commands: {
    type: "container",
    summary:
      "The operations of one side: Add, Change, Delete and in a request Fetch, in a response SoftDelete.",
    meanings: [
      {
        where: "in a request",
        direction: "request",
        text: "What the client did or wants. Exchange takes 200 operations by default and answers more with status 4.",
      },
      {
        where: "in a response",
        direction: "response",
        text: "What the client has to do to be in step with the server.",
      },
    ],
    places: both("Sync", "AirSync:Collection", 0, 1, { when: "not without a child" }),
    spec: [spec("MS-ASCMD 2.2.3.32"), spec("MS-ASCMD 3.1.5.10")],
  },
  Options: {
    type: "container",
    summary:
      "How to synchronise a collection: time window, bodies, MIME, conflicts. The server keeps the options, so that a request may leave them out; new ones replace all the old ones.",
    meanings: [
      {
        where: "in a Sync request",
        command: "Sync",
        text: "Once for the folder's own class and, in a folder of mail, once more for SMS.",
        spec: spec("MS-ASCMD 2.2.3.125.6"),
      },
      {
        where: "in a GetItemEstimate request",
        command: "GetItemEstimate",
        text: "What the estimate shall count: class, time window, number of recipients. Nothing is kept. Without it everything counts, up to 512.",
        spec: spec("MS-ASCMD 2.2.3.125.2"),
      },
    ],
    places: [
      request("Sync", "AirSync:Collection", 0, 2, { when: "twice only where one is for SMS" }),
      request("GetItemEstimate", "GetItemEstimate:Collection", 0, 2, {
        versions: FROM_14_0,
        when: "twice only where one is for SMS",
      }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.125.6"), spec("MS-ASCMD 2.2.3.125.2")],
    sms: {
      section: "3.1.4.1.1",
      role: "One Options of a mail folder's collection, with Class SMS in it, is the way to ask for text messages.",
      client:
        "Sends at most two: one for SMS, one for the mail. When any option changes it must send both again, for the class whose Options is missing is no longer wanted.",
      server:
        "Keeps the sets until new ones come (3.1.4.1.1.1). Where one class drops out it takes its items away with SoftDelete. A third Options earns status 4.",
    },
  },
  FilterType: {
    type: "unsignedByte",
    summary:
      "How far back the server shall go. It keeps the window as time passes, and sends SoftDelete for what falls out of it. Calendar items to come and series without end are sent in any case; contacts have no window.",
    limits: { min: 0, max: 8 },
    meanings: [
      {
        where: "in a Sync request",
        command: "Sync",
        text: "The window for the items of this class in the folder; without it all. A value that does not go with the class earns status 4.",
        spec: spec("MS-ASCMD 2.2.3.68.2"),
      },
      {
        where: "in a GetItemEstimate request",
        command: "GetItemEstimate",
        text: "The window the estimate counts in. A value that does not go with the class earns status 110, one beyond 8 status 103.",
        spec: spec("MS-ASCMD 2.2.3.68.1"),
      },
    ],
    values: windows,
    places: [
      inSyncOptions,
      request("GetItemEstimate", "AirSync:Options", 0, 1, { versions: FROM_14_0 }),
      request("GetItemEstimate", "GetItemEstimate:Collection", 1, 1, { versions: TO_12_1 }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.68.2"), spec("MS-ASCMD 2.2.3.68.1")],
    sms: {
      section: "3.1.4.1.1.2",
      role: "Gives text messages a time window of their own, apart from that of the mail in the folder.",
      format: "A number from 0 to 5, as for mail.",
      example: "0",
      client: "Writes it into the Options of class SMS; 6, 7 and 8 are not for SMS.",
      server: "Answers a value beyond 5 with status 4, and takes away with SoftDelete what grows too old.",
    },
  },
  Truncation: {
    type: "unsignedByte",
    summary:
      "Where to cut the body of a calendar item, contact, mail or task; without it bodies are sent whole. Only a mail can be fetched whole afterwards.",
    limits: { min: 0, max: 9 },
    values: [
      { value: "0", meaning: "No body text at all." },
      { value: "1", meaning: "After 512 characters." },
      { value: "2", meaning: "After 1,024 characters." },
      { value: "3", meaning: "After 2,048 characters." },
      { value: "4", meaning: "After 5,120 characters." },
      { value: "5", meaning: "After 10,240 characters." },
      { value: "6", meaning: "After 20,480 characters." },
      { value: "7", meaning: "After 51,200 characters." },
      { value: "8", meaning: "After 102,400 characters." },
      { value: "9", meaning: "Nowhere: the whole body." },
    ],
    places: [inSyncOptions],
    spec: [spec("MS-ASCMD 2.2.3.185")],
    deprecated: "Of 2.5 alone; from 12.0 TruncationSize in AirSyncBase:BodyPreference says it, in bytes.",
  },
  Conflict: {
    type: "unsignedByte",
    summary:
      "Whose change wins where both sides changed the same item; the server's where it is left out. It holds for the whole collection.",
    limits: { min: 0, max: 1 },
    values: [
      { value: "0", meaning: "The client's change wins." },
      { value: "1", meaning: "The server's change wins, and the client's is answered with status 7." },
    ],
    places: [inSyncOptions],
    spec: [spec("MS-ASCMD 2.2.3.34")],
  },
  Collections: {
    type: "container",
    summary: "The folders of a Sync, one Collection each. A request may do without where Partial is there.",
    places: [
      request("Sync", "AirSync:Sync", 0, 1, { when: "required unless Partial is there" }),
      response("Sync", "AirSync:Sync", 0, 1, { when: "not together with Limit" }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.31.2")],
  },
  ApplicationData: {
    type: "container",
    summary:
      "The item itself: properties from the namespaces of its class, with body and attachments from AirSyncBase.",
    places: [
      request("Sync", "AirSync:Add", 1, 1),
      request("Sync", "AirSync:Change", 1, 1),
      response("Sync", "AirSync:Add", 1, 1, underCommands),
      response("Sync", "AirSync:Add", 0, 1, {
        grandparent: "AirSync:Responses",
        when: "under Responses, with what the server made of the item, such as attachments",
      }),
      response("Sync", "AirSync:Change", 1, 1, underCommands),
      response("Sync", "AirSync:Change", 0, 1, {
        versions: FROM_16_0,
        grandparent: "AirSync:Responses",
        when: "under Responses, with the attachment that was added",
      }),
      response("Sync", "AirSync:Fetch", 1, 1, { when: "where the item could be fetched" }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.11"), spec("MS-ASAIRS 2.2.2.14")],
    sms: {
      section: "2.2.2.1",
      role: "Holds the text message: To, From, DateReceived, Importance, Read, Flag and InternetCPID of Email, Body of AirSyncBase, ConversationId and ConversationIndex of Email2.",
      client:
        "In an Add writes all but the two conversation elements; in a Change only Email:Read and children of Email:Flag (3.1.4.1.2). InternetCPID is required.",
      server:
        "In an Add always has both conversation elements and InternetCPID; a Change may hold nothing but what changed, such as Email:Read.",
    },
  },
  DeletesAsMoves: {
    type: "boolean",
    summary:
      "Whether what the client deletes goes to Deleted Items (1, also where the element is empty or missing) or is gone for good (0).",
    places: [inSyncCollection],
    spec: [spec("MS-ASCMD 2.2.3.43")],
  },
  Supported: {
    type: "container",
    summary:
      "Names the contact and calendar properties that the client keeps itself. All others are ghosted: a Change that leaves them out does not delete them. Empty it ghosts all that can be; missing, none, but that calendar properties always are from 16.0.",
    places: [
      request("Sync", "AirSync:Collection", 0, 1, {
        when: "counts only with SyncKey 0; the server remembers it",
      }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.179")],
  },
  SoftDelete: {
    type: "container",
    summary:
      "An item that the client shall drop although the server still has it: it fell out of the FilterType window, or its class is no longer asked for.",
    places: [response("Sync", "AirSync:Commands", 0, UNBOUNDED)],
    spec: [spec("MS-ASCMD 2.2.3.172")],
    sms: {
      section: "3.1.4.1.1.1",
      role: "Takes text messages off the device that the options no longer ask for.",
      client:
        "Drops the message from the device, and sends no Delete for it, which would remove it from the server too.",
      server:
        "Sends one for each text message after a request whose options lack class SMS, and for those that grow older than FilterType allows.",
    },
  },
  MIMESupport: {
    type: "unsignedByte",
    summary:
      "Whether mail comes as MIME. It wants a BodyPreference of Type 4 beside it; without it no MIME is sent.",
    limits: { min: 0, max: 2 },
    meanings: [
      {
        where: "in a Sync request",
        command: "Sync",
        text: "For the mail of this collection.",
        spec: spec("MS-ASCMD 2.2.3.110.3"),
      },
      {
        where: "in Options of ItemOperations",
        command: "ItemOperations",
        text: "For the mail fetched.",
        spec: spec("MS-ASCMD 2.2.3.110.1"),
      },
      {
        where: "in Options of Search",
        command: "Search",
        text: "For the mail found.",
        spec: spec("MS-ASCMD 2.2.3.110.2"),
      },
    ],
    values: [
      { value: "0", meaning: "Never MIME." },
      { value: "1", meaning: "MIME for S/MIME mail, the usual body for all else." },
      { value: "2", meaning: "MIME for all mail." },
    ],
    places: [
      inSyncOptions,
      request("ItemOperations", "ItemOperations:Options", 0, 1, {
        versions: FROM_12_0,
        grandparent: "ItemOperations:Fetch",
      }),
      request("Search", "Search:Options", 0, 1, { versions: FROM_12_0 }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.110.3"), spec("MS-ASCMD 2.2.3.110.1"), spec("MS-ASCMD 2.2.3.110.2")],
  },
  MIMETruncation: {
    type: "unsignedByte",
    summary:
      "Where to cut the MIME of a mail. The size is not exact, as line ends count as one character here and as two there.",
    limits: { min: 0, max: 8 },
    values: [
      { value: "0", meaning: "No body at all." },
      { value: "1", meaning: "After 4,096 characters." },
      { value: "2", meaning: "After 5,120 characters." },
      { value: "3", meaning: "After 7,168 characters." },
      { value: "4", meaning: "After 10,240 characters." },
      { value: "5", meaning: "After 20,480 characters." },
      { value: "6", meaning: "After 51,200 characters." },
      { value: "7", meaning: "After 102,400 characters." },
      { value: "8", meaning: "Nowhere: all of the MIME." },
    ],
    places: [inSyncOptions],
    spec: [spec("MS-ASCMD 2.2.3.111")],
  },
  Wait: {
    type: "integer",
    summary:
      "Minutes for which the server may hold the answer back while nothing new comes in. HeartbeatInterval says the same in seconds; both together earn status 4.",
    limits: { min: 1, max: 59 },
    places: [request("Sync", "AirSync:Sync", 0, 1, { when: "not together with HeartbeatInterval" })],
    spec: [spec("MS-ASCMD 2.2.3.198"), spec("MS-ASCMD 3.1.5.4")],
    sms: {
      section: "3.1.4.1.3",
      role: "Lets a phone that sends messages for the server hear of a new one in the Outbox at once.",
      format: "Minutes, 1 to 59.",
      example: "15",
      client:
        "Should synchronise the Outbox with Wait or HeartbeatInterval, or else every quarter of an hour or so.",
      server: "Holds the answer back until there is something to send or the time is up.",
    },
  },
  Limit: {
    type: "integer",
    summary:
      "The bound that the request broke; Status says which. A response that has it has no Collections.",
    meanings: [
      {
        where: "in Sync",
        parent: "AirSync:Sync",
        text: "With status 14 the nearest Wait (1 or 59) or HeartbeatInterval (60 or 3540) allowed, with status 15 the number of collections allowed.",
      },
    ],
    limits: { min: 0 },
    places: [
      response("Sync", "AirSync:Sync", 0, 1, { when: "with status 14 or 15, not together with Collections" }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.97")],
  },
  Partial: {
    type: "empty",
    summary:
      "The request names only what differs from the last one; the server takes the other collections from there. It cannot stand alone in Sync.",
    places: [
      request("Sync", "AirSync:Sync", 0, 1, {
        when: "with Collections, WindowSize, Wait or HeartbeatInterval",
      }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.131")],
  },
  ConversationMode: {
    type: "boolean",
    summary:
      "Whether the mail of a conversation counts as one: with 1, or empty, a message within the FilterType window brings older ones of its conversation in the same folder. For folders of mail only.",
    meanings: [
      {
        where: "in a Sync request",
        command: "Sync",
        text: "Sends the older messages too, their bodies only as previews where those were asked for. In a folder not of mail it earns status 4.",
        spec: spec("MS-ASCMD 2.2.3.36.2"),
      },
      {
        where: "in a GetItemEstimate request",
        command: "GetItemEstimate",
        text: "Counts the older messages too. In a folder not of mail it earns status 103.",
        spec: spec("MS-ASCMD 2.2.3.36.1"),
      },
    ],
    places: [inSyncCollection, request("GetItemEstimate", "GetItemEstimate:Collection", 0, 1)],
    spec: [spec("MS-ASCMD 2.2.3.36.2"), spec("MS-ASCMD 2.2.3.36.1"), spec("MS-ASCON 2.2.2.5")],
  },
  MaxItems: {
    type: "integer",
    summary:
      "How many people of the recipient information cache to keep on the device, those written to most. For CollectionId RI only.",
    limits: { min: 1 },
    meanings: [
      {
        where: "in a Sync request",
        command: "Sync",
        text: "The number to keep. To replace one takes a Delete and an Add, so that twice as many changes may come.",
        spec: spec("MS-ASCMD 2.2.3.103.2"),
      },
      {
        where: "in a GetItemEstimate request",
        command: "GetItemEstimate",
        text: "The number to count at most. With any other collection it earns status 2.",
        spec: spec("MS-ASCMD 2.2.3.103.1"),
      },
    ],
    places: [
      request("Sync", "AirSync:Options", 0, 1, { when: "where CollectionId is RI" }),
      request("GetItemEstimate", "AirSync:Options", 0, 1, { when: "where CollectionId is RI" }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.103.2"), spec("MS-ASCMD 2.2.3.103.1")],
  },
  HeartbeatInterval: {
    type: "integer",
    summary:
      "Seconds for which the server may hold the answer back while nothing new comes in; 60 to 3540 unless its administrator says otherwise. Wait says the same in minutes; both together earn status 4.",
    limits: { min: 1, max: 3540 },
    places: [request("Sync", "AirSync:Sync", 0, 1, { when: "not together with Wait" })],
    spec: [spec("MS-ASCMD 2.2.3.88.2"), spec("MS-ASCMD 3.1.5.4")],
    sms: {
      section: "3.1.4.1.3",
      role: "As Wait: lets a phone that sends messages for the server hear of a new one in the Outbox at once.",
      format: "Seconds, 60 to 3540.",
      example: "900",
      client:
        "Should synchronise the Outbox with HeartbeatInterval or Wait, or else every quarter of an hour or so.",
      server: "Holds the answer back until there is something to send or the time is up.",
    },
  },
};
