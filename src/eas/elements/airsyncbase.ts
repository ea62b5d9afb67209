import { FROM_14_0, FROM_14_1, FROM_16_0 } from "../versions";
import {
  type ElementsOfPage,
  type ElementValue,
  type Place,
  request,
  response,
  spec,
  UNBOUNDED,
  value,
} from "./element";
import { AS_TAG, IN_DRAFT, IN_SMS_ADD, SMS_FOLDERS } from "./itemPlaces";

const DATA = "AirSync:ApplicationData";
const FETCHED_ITEM = "ItemOperations:Properties";
const SEARCH_RESULT = "Search:Properties";
const SCHEMA = "ItemOperations:Schema";

const SMS = ["SMS"];
const EMAIL = ["Email"];
const CALENDAR = ["Calendar"];
/** Every class whose items have a free-text body, except SMS, which MS-ASMS lists separately. */
const WITH_BODY = ["Email", "Calendar", "Contacts", "Tasks", "Notes"];
/** Those of them that clients write in every version; mail only as drafts, from 16.0 on. */
const WRITABLE_CLASSES = ["Calendar", "Contacts", "Tasks", "Notes"];

const NEWER = { versions: FROM_16_0 };

/** The commands that return items. */
const ITEM_COMMANDS = ["Sync", "ItemOperations", "Search"];
const inResponses = (parent: string, min: number, max: number, more: Partial<Place> = {}): readonly Place[] =>
  ITEM_COMMANDS.map((command) => response(command, parent, min, max, more));
const inRequests = (parent: string, min: number, max: number, more: Partial<Place> = {}): readonly Place[] =>
  ITEM_COMMANDS.map((command) => request(command, parent, min, max, more));

/**
 * In the options of the three commands. Search accepts a preference for body parts only together with a
 * conversation.
 */
const inOptions = (max: number, searchWhen?: string): readonly Place[] => [
  request("Sync", "AirSync:Options", 0, max),
  request("ItemOperations", "ItemOperations:Options", 0, max, { grandparent: "ItemOperations:Fetch" }),
  request("Search", "Search:Options", 0, max, searchWhen === undefined ? {} : { when: searchWhen }),
];

const BODY = "AirSyncBase:Body";
const BODY_PART = "AirSyncBase:BodyPart";
const PREFERENCE = "AirSyncBase:BodyPreference";
const PART_PREFERENCE = "AirSyncBase:BodyPartPreference";
const ATTACHMENT = "AirSyncBase:Attachment";
const ADD = "AirSyncBase:Add";
const LOCATION = "AirSyncBase:Location";

/**
 * Where a client writes a body: in an item and, from 16.0 on, in a meeting response or a forwarded meeting.
 */
const inWrittenBody = (min: number, more: Partial<Place> = {}): readonly Place[] => [
  request("Sync", BODY, min, 1, more),
  request("MeetingResponse", BODY, min, 1, { ...more, ...NEWER }),
  request("SmartForward", BODY, min, 1, { ...more, ...NEWER }),
];
/** The properties of every attachment, except in the answers to an Add. */
const inWholeAttachment: readonly Place[] = [
  response("Sync", ATTACHMENT, 1, 1, {
    when: "not under Responses, where ClientId and FileReference are enough",
  }),
  response("ItemOperations", ATTACHMENT, 1, 1),
  response("Search", ATTACHMENT, 1, 1),
];
const inAdd = (min: number): readonly Place[] => [request("Sync", ADD, min, 1)];
const inPart = (min: number, more: Partial<Place> = {}): readonly Place[] =>
  inResponses(BODY_PART, min, 1, more);

/** A child of Location, which calendar items and invitations can have. */
const inLocation: readonly Place[] = [
  request("Sync", LOCATION, 0, 1),
  request("ItemOperations", LOCATION, 0, 1, { when: AS_TAG }),
  ...inResponses(LOCATION, 0, 1),
];

const formats: readonly ElementValue[] = [
  value("1", "Plain text."),
  value("2", "HTML."),
  value("3", "RTF, as base64 text."),
  value("4", "MIME: the whole message as it was sent."),
];

/** Code page 17, AirSyncBase: bodies, attachments and locations, which several classes share [MS-ASAIRS]. */
export const airsyncbase: ElementsOfPage<"AirSyncBase"> = {
  BodyPreference: {
    type: "container",
    summary:
      "One format the client can take bodies in, and how much of it. Several may be given, each Type once: the server takes the one nearest to how the item is stored. In Sync they stay in force until other options are sent.",
    places: inOptions(4),
    spec: [spec("MS-ASAIRS 2.2.2.12"), spec("MS-ASAIRS 3.2.5.1")],
    sms: {
      section: "3.1.4.1.1",
      role: "In the Options whose Class is SMS: the format and length in which the texts of SMS items are wanted, apart from those of e-mail.",
      format: "Type 1, as a rule with a TruncationSize.",
      example:
        "<airsyncbase:BodyPreference><airsyncbase:Type>1</airsyncbase:Type></airsyncbase:BodyPreference>",
      client:
        "May give it in the SMS Options, of which a collection has one beside those of e-mail. Changing it means sending all Options again: a class left out is no longer synced.",
      server:
        "Remembers it with the other options, and drops the SMS items by SoftDelete when the SMS Options are missing from a later set.",
      products: SMS_FOLDERS,
    },
  },
  Type: {
    type: "unsignedByte",
    summary: "The format of a body, asked for or delivered.",
    values: formats,
    meanings: [
      {
        where: "in Body of a response",
        parent: BODY,
        direction: "response",
        text: "The format that Data is in; it may differ from the one the item is stored in, see NativeBodyType. Calendar items know 1 and 2 only from 16.0 on, notes know 1 to 3.",
        values: formats,
        spec: spec("MS-ASAIRS 2.2.2.41.1"),
      },
      {
        where: "in Body of a request",
        parent: BODY,
        direction: "request",
        text: "The format of the Data that the client sends. In a draft 4 means that Data is the whole message, headers included.",
        values: formats,
        spec: spec("MS-ASAIRS 2.2.2.41.1"),
      },
      {
        where: "in BodyPart",
        parent: BODY_PART,
        text: "The format of the message part.",
        values: formats,
        spec: spec("MS-ASAIRS 2.2.2.41.2"),
      },
      {
        where: "in BodyPreference",
        parent: PREFERENCE,
        text: "A format the client can take. The same Type twice in one Options brings Status 4; Exchange 2007 SP1 answers with HTTP 500 instead. For S/MIME mail it has to be 4, along with MIMESupport.",
        values: formats,
        spec: spec("MS-ASAIRS 2.2.2.41.4"),
      },
      {
        where: "in BodyPartPreference",
        parent: PART_PREFERENCE,
        text: "The format wanted for message parts; only HTML makes sense.",
        values: [value("2", "HTML.")],
        spec: spec("MS-ASAIRS 2.2.2.41.3"),
      },
    ],
    places: [
      ...inRequests(PREFERENCE, 1, 1),
      ...inRequests(PART_PREFERENCE, 1, 1, { versions: FROM_14_1 }),
      ...inWrittenBody(1),
      ...inResponses(BODY, 1, 1),
      ...inPart(1, { versions: FROM_14_1 }),
    ],
    spec: [
      spec("MS-ASAIRS 2.2.2.41"),
      spec("MS-ASAIRS 2.2.2.41.1"),
      spec("MS-ASAIRS 2.2.2.41.2"),
      spec("MS-ASAIRS 2.2.2.41.3"),
      spec("MS-ASAIRS 2.2.2.41.4"),
    ],
    sms: {
      section: "2.2.2.1.1",
      role: "The format of the text of an SMS, or the one wanted for it.",
      format: "1 in every example of the document, an SMS being plain text; some clients ask for 2.",
      example: "1",
      client:
        "As a rule sends 1 in the Body of an Add and asks for 1 in the BodyPreference of its SMS Options.",
      server: "Returns it first in every Body.",
      products: SMS_FOLDERS,
    },
  },
  TruncationSize: {
    type: "integer",
    summary:
      "How many bytes of a body, in the format of the same preference, the client wants at most. Without it all of the body is wanted; 0 brings no Data.",
    limits: { min: 0, max: 4294967295 },
    meanings: [
      {
        where: "in BodyPreference",
        parent: PREFERENCE,
        text: "The limit for Body/Data.",
        spec: spec("MS-ASAIRS 2.2.2.40.2"),
      },
      {
        where: "in BodyPartPreference",
        parent: PART_PREFERENCE,
        text: "The limit for BodyPart/Data.",
        spec: spec("MS-ASAIRS 2.2.2.40.1"),
      },
    ],
    places: [...inRequests(PREFERENCE, 0, 1), ...inRequests(PART_PREFERENCE, 0, 1, { versions: FROM_14_1 })],
    spec: [spec("MS-ASAIRS 2.2.2.40"), spec("MS-ASAIRS 2.2.2.40.1"), spec("MS-ASAIRS 2.2.2.40.2")],
    sms: {
      section: "3.1.4.1.1.1",
      role: "How many bytes of an SMS text the client wants; long messages of several segments are cut at it.",
      format: "A number of bytes.",
      example: "102400",
      client:
        "May set it in the SMS Options. To change it all Options of the collection have to be sent again.",
      server: "Cuts Data at it and says so with Truncated.",
      products: SMS_FOLDERS,
    },
  },
  AllOrNone: {
    type: "boolean",
    summary:
      "Whether a body that would have to be cut is to be left out, so that the next preference gets its turn. Means something only next to TruncationSize; a client uses it for formats it cannot show in part, such as RTF.",
    values: [value("0", "Cut it; what an absent element means."), value("1", "All of it or nothing.")],
    meanings: [
      {
        where: "in BodyPreference",
        parent: PREFERENCE,
        text: "Concerns Body. A value that is not a boolean, or two of them, bring Status 4 in Sync.",
        spec: spec("MS-ASAIRS 2.2.2.3.2"),
      },
      {
        where: "in BodyPartPreference",
        parent: PART_PREFERENCE,
        text: "Concerns BodyPart.",
        spec: spec("MS-ASAIRS 2.2.2.3.1"),
      },
    ],
    places: [...inRequests(PREFERENCE, 0, 1), ...inRequests(PART_PREFERENCE, 0, 1, { versions: FROM_14_1 })],
    spec: [spec("MS-ASAIRS 2.2.2.3"), spec("MS-ASAIRS 2.2.2.3.1"), spec("MS-ASAIRS 2.2.2.3.2")],
  },
  Body: {
    type: "container",
    summary:
      "The text of an item: the body of a message, the notes of a contact, the text of an SMS. Its children come in a fixed order: Type, EstimatedDataSize, Truncated, Data, ItemOperations:Part, Preview.",
    meanings: [
      {
        where: "in a Change of a Sync request",
        parent: DATA,
        command: "Sync",
        direction: "request",
        text: "Replaces the text. A Change without it leaves the text as it was.",
        spec: spec("MS-ASCMD 2.2.3.24"),
      },
      {
        where: "in SendResponse",
        parent: "MeetingResponse:SendResponse",
        text: "The words that go to the organizer with the answer; Type and Data only.",
      },
      {
        where: "in SmartForward",
        parent: "ComposeMail:SmartForward",
        text: "The words added to a calendar item that is forwarded; Type and Data only. Not together with Mime, SaveInSentItems, ReplaceMime or TemplateID: Status 178; unreadable: Status 179.",
        spec: spec("MS-ASCMD 2.2.3.169"),
      },
      {
        where: "in Schema of a fetch",
        parent: SCHEMA,
        text: "An empty tag: return this property.",
        spec: spec("MS-ASAIRS 2.2.3.1"),
      },
    ],
    places: [
      request("Sync", DATA, 0, 1, { classes: WRITABLE_CLASSES }),
      request("Sync", DATA, 0, 1, { classes: EMAIL, versions: FROM_16_0, when: IN_DRAFT }),
      request("Sync", DATA, 0, 1, {
        classes: SMS,
        versions: FROM_14_0,
        grandparent: "AirSync:Add",
        when: IN_SMS_ADD,
      }),
      response("Sync", DATA, 0, UNBOUNDED, { classes: WITH_BODY }),
      response("Sync", DATA, 0, UNBOUNDED, { classes: SMS, versions: FROM_14_0 }),
      response("ItemOperations", FETCHED_ITEM, 0, UNBOUNDED, { classes: WITH_BODY }),
      response("ItemOperations", FETCHED_ITEM, 0, UNBOUNDED, { classes: SMS, versions: FROM_14_0 }),
      response("Search", SEARCH_RESULT, 0, UNBOUNDED, { classes: WITH_BODY }),
      response("Search", SEARCH_RESULT, 0, UNBOUNDED, { classes: SMS, versions: FROM_14_0 }),
      request("Sync", "Calendar:Exception", 0, 1),
      ...inResponses("Calendar:Exception", 0, 1),
      request("MeetingResponse", "MeetingResponse:SendResponse", 0, 1, NEWER),
      request("SmartForward", "ComposeMail:SmartForward", 0, 1, {
        ...NEWER,
        when: "a calendar item is forwarded",
      }),
      request("ItemOperations", SCHEMA, 0, 1, { when: AS_TAG }),
    ],
    spec: [
      spec("MS-ASAIRS 2.2.2.9"),
      spec("MS-ASEMAIL 2.2.2.10.1"),
      spec("MS-ASCAL 2.2.2.7.1"),
      spec("MS-ASCNTC 2.2.2.7.1"),
      spec("MS-ASTASK 2.2.2.1.1"),
      spec("MS-ASNOTE 2.2.2.1"),
    ],
    sms: {
      section: "2.2.2.1.1",
      role: "The text of the SMS.",
      format: "Type 1 and Data; a response may add EstimatedDataSize and Truncated.",
      example:
        "<airsyncbase:Body><airsyncbase:Type>1</airsyncbase:Type><airsyncbase:Data>See you at noon</airsyncbase:Data></airsyncbase:Body>",
      client:
        "May send it with an Add. A phone that relays the Outbox splits the text into segments as its network needs, so that the receiver can put them together again. A Change must not carry it.",
      server: "May return it with the item, in the format and up to the length that the SMS Options ask for.",
      products: SMS_FOLDERS,
    },
  },
  Data: {
    type: "string",
    summary:
      "The text itself, in the format of Type: base64 for RTF, the raw message for MIME. It is an inline string even for MIME; some peers send opaque data all the same.",
    meanings: [
      {
        where: "in Body of a response",
        parent: BODY,
        direction: "response",
        text: "Up to TruncationSize bytes of the body; Truncated says if there is more. Missing where the client set TruncationSize to 0, where AllOrNone keeps it back, and in multipart responses, which carry it outside the WBXML.",
        spec: spec("MS-ASAIRS 2.2.2.20.1"),
      },
      {
        where: "in Body of a request",
        parent: BODY,
        direction: "request",
        text: "The new text. A note has to have it.",
        spec: spec("MS-ASAIRS 2.2.2.20.1"),
      },
      {
        where: "in BodyPart",
        parent: BODY_PART,
        text: "What this message adds to its conversation, without the quoted rest.",
        spec: spec("MS-ASAIRS 2.2.2.20.2"),
      },
    ],
    places: [
      ...inWrittenBody(0),
      response("Sync", BODY, 0, 1),
      response("ItemOperations", BODY, 0, 1, { when: "not in a multipart response" }),
      response("Search", BODY, 0, 1),
      ...inPart(0, { versions: FROM_14_1 }),
    ],
    spec: [
      spec("MS-ASAIRS 2.2.2.20"),
      spec("MS-ASAIRS 2.2.2.20.1"),
      spec("MS-ASAIRS 2.2.2.20.2"),
      spec("MS-ASEMAIL 2.2.2.10.1"),
    ],
    sms: {
      section: "2.2.2.1.1",
      role: "The words of the SMS.",
      format: "Plain text as an inline string.",
      example: "See you at noon",
      client: "Sends it in the Body of an Add; when it relays an SMS this is what goes over the air.",
      server: "Returns it up to TruncationSize bytes.",
      products: SMS_FOLDERS,
    },
  },
  EstimatedDataSize: {
    type: "integer",
    summary:
      "About how many bytes the whole thing has on the server. What is delivered can differ, since formats are converted.",
    limits: { min: 0 },
    meanings: [
      {
        where: "in Body",
        parent: BODY,
        text: "The size of the whole text; to be expected whenever Truncated is 1.",
        spec: spec("MS-ASAIRS 2.2.2.23.2"),
      },
      {
        where: "in BodyPart",
        parent: BODY_PART,
        text: "The size of the whole message part; always there.",
        spec: spec("MS-ASAIRS 2.2.2.23.3"),
      },
      {
        where: "in Attachment",
        parent: ATTACHMENT,
        text: "The size of the file, for showing before it is downloaded.",
        spec: spec("MS-ASAIRS 2.2.2.23.1"),
      },
    ],
    places: [
      ...inResponses(BODY, 0, 1),
      request("Sync", BODY, 0, 1),
      ...inPart(1, { versions: FROM_14_1 }),
      ...inWholeAttachment,
    ],
    spec: [
      spec("MS-ASAIRS 2.2.2.23"),
      spec("MS-ASAIRS 2.2.2.23.1"),
      spec("MS-ASAIRS 2.2.2.23.2"),
      spec("MS-ASAIRS 2.2.2.23.3"),
    ],
    sms: {
      section: "2.2.2.1.1",
      role: "About how many bytes the SMS text has.",
      format: "A number of bytes.",
      example: "16",
      client: "Reads it to tell how much is missing of a text that was cut.",
      server: "May return it in Body, above all when the text was cut.",
      products: SMS_FOLDERS,
    },
  },
  Truncated: {
    type: "boolean",
    summary:
      "Whether the server cut the text at TruncationSize. Absent, it means 0; in a request it has no effect.",
    values: [
      value("0", "All of it is there; what an absent element means."),
      value("1", "There is more on the server: ItemOperations Fetch brings it."),
    ],
    meanings: [
      {
        where: "in Body",
        parent: BODY,
        text: "Concerns Body/Data, measured against BodyPreference.",
        spec: spec("MS-ASAIRS 2.2.2.39.1"),
      },
      {
        where: "in BodyPart",
        parent: BODY_PART,
        text: "Concerns BodyPart/Data, measured against BodyPartPreference.",
        spec: spec("MS-ASAIRS 2.2.2.39.2"),
      },
    ],
    places: [
      request("Sync", BODY, 0, 1, { when: "the server ignores it" }),
      ...inResponses(BODY, 0, 1),
      ...inPart(0, { versions: FROM_14_1 }),
    ],
    spec: [spec("MS-ASAIRS 2.2.2.39"), spec("MS-ASAIRS 2.2.2.39.1"), spec("MS-ASAIRS 2.2.2.39.2")],
    sms: {
      section: "2.2.2.1.1",
      role: "Whether the SMS text was cut at the TruncationSize of the SMS Options.",
      format: "0 or 1.",
      example: "1",
      client: "Has only the beginning of the text where it is 1, and would relay no more than that.",
      server: "Sets it to 1 when it cut the text.",
      products: SMS_FOLDERS,
    },
  },
  Attachments: {
    type: "container",
    summary:
      "The attachments of an item in a response; in a request from 16.0 on the attachments to be added to it and taken off it.",
    meanings: [
      {
        where: "in a response",
        direction: "response",
        text: "The list of attachments, one Attachment each; the files themselves are fetched with ItemOperations.",
      },
      {
        where: "in a Sync request",
        command: "Sync",
        direction: "request",
        text: "Changes to the attachments of a draft or a calendar item, as Add and Delete. What is not named stays.",
      },
      {
        where: "in Schema of a fetch",
        parent: SCHEMA,
        text: "An empty tag: return this property.",
        spec: spec("MS-ASAIRS 2.2.3.1"),
      },
    ],
    places: [
      response("Sync", DATA, 0, 1, { classes: EMAIL }),
      response("Sync", DATA, 0, 1, { classes: CALENDAR, ...NEWER }),
      response("ItemOperations", FETCHED_ITEM, 0, 1, { classes: EMAIL }),
      response("ItemOperations", FETCHED_ITEM, 0, 1, { classes: CALENDAR, ...NEWER }),
      response("Search", SEARCH_RESULT, 0, 1, { classes: EMAIL }),
      response("Search", SEARCH_RESULT, 0, 1, { classes: CALENDAR, ...NEWER }),
      request("Sync", DATA, 0, 1, { classes: EMAIL, ...NEWER, when: IN_DRAFT }),
      request("Sync", DATA, 0, 1, { classes: CALENDAR, ...NEWER }),
      request("Sync", "Calendar:Exception", 0, 1, NEWER),
      ...inResponses("Calendar:Exception", 0, 1, NEWER),
      request("ItemOperations", SCHEMA, 0, 1, { when: AS_TAG }),
    ],
    spec: [spec("MS-ASAIRS 2.2.2.8"), spec("MS-ASEMAIL 2.2.2.4.1"), spec("MS-ASCAL 2.2.2.21")],
  },
  Attachment: {
    type: "container",
    summary:
      "One attachment: names, size, kind and the FileReference to fetch it by. Servers send it; a request that holds it is wrong.",
    meanings: [
      {
        where: "in a Sync response",
        command: "Sync",
        direction: "response",
        text: "Under Commands, what there is to know of the attachment. Under Responses, from 16.0 on, the answer to an Add of the client: ClientId says which, FileReference what the server calls it from now on.",
      },
    ],
    places: inResponses("AirSyncBase:Attachments", 1, UNBOUNDED),
    spec: [spec("MS-ASAIRS 2.2.2.7")],
  },
  DisplayName: {
    type: "string",
    summary: "A name to show to the person, of a file or of a place.",
    meanings: [
      {
        where: "in Attachment",
        parent: ATTACHMENT,
        text: "The file name.",
        spec: spec("MS-ASAIRS 2.2.2.22.2"),
      },
      {
        where: "in Add",
        parent: ADD,
        text: "The file name the new attachment gets.",
        spec: spec("MS-ASAIRS 2.2.2.22.1"),
      },
      {
        where: "in Location",
        parent: LOCATION,
        text: "What people call the place, such as the name of a room.",
        spec: spec("MS-ASAIRS 2.2.2.22.3"),
      },
    ],
    places: [
      ...inResponses(ATTACHMENT, 0, 1),
      ...inAdd(1).map((place) => ({ ...place, ...NEWER })),
      ...inLocation.map((place) => ({ ...place, ...NEWER })),
    ],
    spec: [
      spec("MS-ASAIRS 2.2.2.22"),
      spec("MS-ASAIRS 2.2.2.22.1"),
      spec("MS-ASAIRS 2.2.2.22.2"),
      spec("MS-ASAIRS 2.2.2.22.3"),
    ],
  },
  FileReference: {
    type: "string",
    summary:
      "The server's handle for an attachment. Clients keep it: it fetches the file with ItemOperations and deletes the attachment with Sync.",
    meanings: [
      {
        where: "in Attachment",
        parent: ATTACHMENT,
        text: "The handle of this attachment.",
        spec: spec("MS-ASAIRS 2.2.2.24.1"),
      },
      {
        where: "in Fetch",
        parent: "ItemOperations:Fetch",
        text: "The attachment to be fetched, one per Fetch; Range is then the only option allowed. Empty, it brings Status 15.",
        spec: spec("MS-ASAIRS 2.2.2.24.3"),
      },
      {
        where: "in Delete",
        parent: "AirSyncBase:Delete",
        text: "The attachment to be taken off the item.",
        spec: spec("MS-ASAIRS 2.2.2.24.2"),
      },
    ],
    places: [
      ...inResponses(ATTACHMENT, 1, 1),
      request("ItemOperations", "ItemOperations:Fetch", 0, 1),
      response("ItemOperations", "ItemOperations:Fetch", 0, 1),
      request("Sync", "AirSyncBase:Delete", 1, 1, NEWER),
    ],
    spec: [
      spec("MS-ASAIRS 2.2.2.24"),
      spec("MS-ASAIRS 2.2.2.24.1"),
      spec("MS-ASAIRS 2.2.2.24.2"),
      spec("MS-ASAIRS 2.2.2.24.3"),
      spec("MS-ASCMD 2.2.3.8"),
    ],
  },
  Method: {
    type: "unsignedByte",
    summary: "How the attachment hangs on the item: as a file, as a message or as an OLE object.",
    values: [
      value("1", "An ordinary file, by far the most frequent."),
      value("2", "Reserved, not to be used."),
      value("3", "Reserved, not to be used."),
      value("4", "Reserved, not to be used."),
      value("5", "A message, to be opened as .eml."),
      value("6", "An embedded OLE object, such as a picture inside the text."),
    ],
    meanings: [
      {
        where: "in Attachment",
        parent: ATTACHMENT,
        text: "How it hangs there now.",
        spec: spec("MS-ASAIRS 2.2.2.31.2"),
      },
      {
        where: "in Add",
        parent: ADD,
        text: "How to attach it.",
        values: [
          value("1", "As an ordinary file, on a draft or a calendar item."),
          value("5", "As a message with the extension .eml, on a draft only."),
        ],
        spec: spec("MS-ASAIRS 2.2.2.31.1"),
      },
    ],
    places: [...inWholeAttachment, ...inAdd(1).map((place) => ({ ...place, ...NEWER }))],
    spec: [spec("MS-ASAIRS 2.2.2.31"), spec("MS-ASAIRS 2.2.2.31.1"), spec("MS-ASAIRS 2.2.2.31.2")],
  },
  ContentId: {
    type: "string",
    summary: 'The name by which the HTML of the item refers to the attachment, as in src="cid:…".',
    places: [...inResponses(ATTACHMENT, 0, 1), ...inAdd(0).map((place) => ({ ...place, ...NEWER }))],
    spec: [spec("MS-ASAIRS 2.2.2.16"), spec("MS-ASAIRS 2.2.2.16.1"), spec("MS-ASAIRS 2.2.2.16.2")],
  },
  ContentLocation: {
    type: "string",
    summary:
      "The relative URI by which other parts of the item refer to the attachment, the MIME header of the same name.",
    places: [...inResponses(ATTACHMENT, 0, 1), ...inAdd(0).map((place) => ({ ...place, ...NEWER }))],
    spec: [spec("MS-ASAIRS 2.2.2.17"), spec("MS-ASAIRS 2.2.2.17.1"), spec("MS-ASAIRS 2.2.2.17.2")],
  },
  IsInline: {
    type: "boolean",
    summary:
      "Whether the attachment belongs into the text, where the HTML refers to it, rather than into the list of files.",
    values: [value("0", "It goes into the list."), value("1", "It goes into the text.")],
    meanings: [
      {
        where: "in Attachment",
        parent: ATTACHMENT,
        text: "A boolean: 1 for an attachment inside the text.",
        spec: spec("MS-ASAIRS 2.2.2.26.2"),
      },
      {
        where: "in Add",
        parent: ADD,
        type: "empty",
        text: "An empty tag: its being there puts the new attachment into the text.",
        spec: spec("MS-ASAIRS 2.2.2.26.1"),
      },
    ],
    places: [
      ...inResponses(ATTACHMENT, 0, 1),
      ...inAdd(0).map((place) => ({ ...place, ...NEWER, when: "empty" })),
    ],
    spec: [spec("MS-ASAIRS 2.2.2.26"), spec("MS-ASAIRS 2.2.2.26.1"), spec("MS-ASAIRS 2.2.2.26.2")],
  },
  NativeBodyType: {
    type: "unsignedByte",
    summary:
      "The format the server stores the body in. Where it differs from Body/Type the server converted the body to what the client asked for.",
    values: [value("1", "Plain text."), value("2", "HTML."), value("3", "RTF.")],
    places: [
      request("Sync", DATA, 0, 1, { classes: WRITABLE_CLASSES }),
      response("Sync", DATA, 0, 1, { classes: WITH_BODY }),
      response("ItemOperations", FETCHED_ITEM, 0, 1, { classes: WITH_BODY }),
      response("Search", SEARCH_RESULT, 0, 1, { classes: WITH_BODY }),
    ],
    spec: [spec("MS-ASAIRS 2.2.2.32"), spec("MS-ASEMAIL 2.2.2.54"), spec("MS-ASCAL 2.2.2.31")],
  },
  ContentType: {
    type: "string",
    summary: "The MIME type of the file, such as image/png.",
    meanings: [
      {
        where: "in Properties of a fetch",
        parent: FETCHED_ITEM,
        text: "The type of the attachment that ItemOperations:Data holds.",
        spec: spec("MS-ASAIRS 2.2.2.18.2"),
      },
      {
        where: "in Add",
        parent: ADD,
        text: "The type of the file in Content.",
        spec: spec("MS-ASAIRS 2.2.2.18.1"),
      },
    ],
    places: [
      response("ItemOperations", FETCHED_ITEM, 0, 1, { when: "an attachment was fetched" }),
      ...inAdd(0).map((place) => ({ ...place, ...NEWER })),
    ],
    spec: [spec("MS-ASAIRS 2.2.2.18"), spec("MS-ASAIRS 2.2.2.18.1"), spec("MS-ASAIRS 2.2.2.18.2")],
  },
  Preview: {
    type: "string",
    summary:
      "The first words of a message in plain text: as a number in a preference, as text in a response.",
    meanings: [
      {
        where: "in BodyPreference",
        parent: PREFERENCE,
        type: "unsignedInt",
        limits: { min: 0, max: 255 },
        text: "How many characters of preview the client wants, 0 to 255.",
        spec: spec("MS-ASAIRS 2.2.2.35.4"),
      },
      {
        where: "in BodyPartPreference",
        parent: PART_PREFERENCE,
        type: "unsignedInt",
        limits: { min: 0, max: 255 },
        text: "How many characters of preview of the message part the client wants, 0 to 255.",
        spec: spec("MS-ASAIRS 2.2.2.35.3"),
      },
      {
        where: "in Body",
        parent: BODY,
        text: "The preview, no longer than asked for. Left out where a plain text body is delivered anyway.",
        spec: spec("MS-ASAIRS 2.2.2.35.1"),
      },
      {
        where: "in BodyPart",
        parent: BODY_PART,
        text: "The preview of the message part, no longer than asked for.",
        spec: spec("MS-ASAIRS 2.2.2.35.2"),
      },
    ],
    limits: { maxLength: 255 },
    places: [
      ...inRequests(PREFERENCE, 0, 1),
      ...inRequests(PART_PREFERENCE, 0, 1, { versions: FROM_14_1 }),
      ...inResponses(BODY, 0, 1),
      ...inPart(0, { versions: FROM_14_1 }),
    ],
    spec: [
      spec("MS-ASAIRS 2.2.2.35"),
      spec("MS-ASAIRS 2.2.2.35.1"),
      spec("MS-ASAIRS 2.2.2.35.2"),
      spec("MS-ASAIRS 2.2.2.35.3"),
      spec("MS-ASAIRS 2.2.2.35.4"),
    ],
  },
  BodyPartPreference: {
    type: "container",
    summary:
      "That the client wants only what each message adds to its conversation, as BodyPart, and in which format and length. Holds for the one request and overrides what was stored.",
    places: inOptions(4, "the query has a ConversationId"),
    spec: [spec("MS-ASAIRS 2.2.2.11"), spec("MS-ASCON 2.2.2.2"), spec("MS-ASAIRS 3.1.5.1.3")],
  },
  BodyPart: {
    type: "container",
    summary:
      "The part of a message that is new in its conversation. Comes when BodyPartPreference was sent; children in the order Status, Type, EstimatedDataSize, Truncated, Data, Preview.",
    meanings: [
      {
        where: "in Schema of a fetch",
        parent: SCHEMA,
        text: "An empty tag: return this property.",
        spec: spec("MS-ASAIRS 2.2.3.1"),
      },
    ],
    places: [
      response("Sync", DATA, 0, UNBOUNDED, { classes: EMAIL }),
      response("ItemOperations", FETCHED_ITEM, 0, UNBOUNDED, { classes: EMAIL }),
      response("Search", SEARCH_RESULT, 0, UNBOUNDED, { classes: EMAIL }),
      request("ItemOperations", SCHEMA, 0, 1, { when: AS_TAG }),
    ],
    spec: [spec("MS-ASAIRS 2.2.2.10"), spec("MS-ASCON 2.2.2.1"), spec("MS-ASEMAIL 2.2.2.11")],
  },
  Status: {
    type: "unsignedByte",
    summary:
      "Whether the message part could be delivered as the preference asks. It concerns this BodyPart alone, not the command.",
    places: inPart(1),
    spec: [spec("MS-ASAIRS 2.2.2.37")],
  },
  Add: {
    type: "container",
    summary: "One attachment to be put on a draft or a calendar item, the file included.",
    places: [request("Sync", "AirSyncBase:Attachments", 0, UNBOUNDED)],
    spec: [spec("MS-ASAIRS 2.2.2.2")],
  },
  Delete: {
    type: "container",
    summary: "One attachment to be taken off a draft or a calendar item, named by its FileReference.",
    places: [request("Sync", "AirSyncBase:Attachments", 0, UNBOUNDED)],
    spec: [spec("MS-ASAIRS 2.2.2.21")],
  },
  ClientId: {
    type: "string",
    summary:
      "The client's own name for an attachment it adds; the response repeats it beside the FileReference, so that the client knows which is which.",
    places: [
      request("Sync", ADD, 1, 1),
      response("Sync", ATTACHMENT, 1, 1, { when: "under Responses, in answer to an Add" }),
    ],
    spec: [spec("MS-ASAIRS 2.2.2.14"), spec("MS-ASAIRS 2.2.2.7")],
  },
  Content: {
    type: "byteArray",
    summary: "The bytes of the file to be attached, as opaque data and not as base64.",
    places: inAdd(1),
    spec: [spec("MS-ASAIRS 2.2.2.15")],
  },
  Location: {
    type: "container",
    summary:
      "Where a meeting takes place, as an address, as coordinates or as a name. Before 16.0 Calendar:Location and Email:Location held a plain string instead.",
    meanings: [
      {
        where: "in a Sync request",
        command: "Sync",
        direction: "request",
        text: "Sets the place of the item; empty, takes it off.",
      },
      {
        where: "in Schema of a fetch",
        parent: SCHEMA,
        text: "A tag that asks for this property, or for the children named in it.",
      },
    ],
    places: [
      request("Sync", DATA, 0, 1, { classes: CALENDAR }),
      response("Sync", DATA, 0, 1, { classes: CALENDAR }),
      response("ItemOperations", FETCHED_ITEM, 0, 1, { classes: CALENDAR }),
      response("Search", SEARCH_RESULT, 0, 1, { classes: CALENDAR }),
      request("ItemOperations", SCHEMA, 0, 1, { when: AS_TAG }),
      request("Sync", "Calendar:Exception", 0, 1),
      ...inResponses("Calendar:Exception", 0, 1),
      ...inResponses("Email:MeetingRequest", 0, 1),
    ],
    spec: [spec("MS-ASAIRS 2.2.2.28"), spec("MS-ASCAL 2.2.2.27"), spec("MS-ASEMAIL 2.2.2.48")],
  },
  Annotation: {
    type: "string",
    summary: "A remark about the place, such as how to find the door.",
    places: inLocation,
    spec: [spec("MS-ASAIRS 2.2.2.6")],
  },
  Street: {
    type: "string",
    summary: "Street and number of the place.",
    places: inLocation,
    spec: [spec("MS-ASAIRS 2.2.2.38")],
  },
  City: {
    type: "string",
    summary: "Town of the place.",
    places: inLocation,
    spec: [spec("MS-ASAIRS 2.2.2.13")],
  },
  State: {
    type: "string",
    summary: "State or province of the place.",
    places: inLocation,
    spec: [spec("MS-ASAIRS 2.2.2.36")],
  },
  Country: {
    type: "string",
    summary: "Country of the place.",
    places: inLocation,
    spec: [spec("MS-ASAIRS 2.2.2.19")],
  },
  PostalCode: {
    type: "string",
    summary: "Postal code of the place.",
    places: inLocation,
    spec: [spec("MS-ASAIRS 2.2.2.34")],
  },
  Latitude: {
    type: "double",
    summary: "Latitude of the place in degrees, north positive.",
    limits: { min: -90, max: 90 },
    places: inLocation,
    spec: [spec("MS-ASAIRS 2.2.2.27")],
  },
  Longitude: {
    type: "double",
    summary: "Longitude of the place in degrees, east positive.",
    limits: { min: -180, max: 180 },
    places: inLocation,
    spec: [spec("MS-ASAIRS 2.2.2.30")],
  },
  Accuracy: {
    type: "double",
    summary: "How far Latitude and Longitude may be off. The document names no unit.",
    limits: { min: 0 },
    places: inLocation,
    spec: [spec("MS-ASAIRS 2.2.2.1")],
  },
  Altitude: {
    type: "double",
    summary:
      "Height of the place in metres above the WGS 84 ellipsoid, which is not the height above the sea.",
    places: inLocation,
    spec: [spec("MS-ASAIRS 2.2.2.4")],
  },
  AltitudeAccuracy: {
    type: "double",
    summary: "How far Altitude may be off. The document names no unit.",
    limits: { min: 0 },
    places: inLocation,
    spec: [spec("MS-ASAIRS 2.2.2.5")],
  },
  LocationUri: {
    type: "string",
    summary: "A URI that stands for the place.",
    places: inLocation,
    spec: [spec("MS-ASAIRS 2.2.2.29")],
  },
  InstanceId: {
    type: "compactDateTime",
    summary:
      "Which meeting of a series is meant: the start it had in the series before anything was moved, in UTC. Together with the ServerId of the series it identifies that one meeting.",
    meanings: [
      {
        where: "in Change",
        parent: "AirSync:Change",
        text: "The one meeting of the series to be changed, or in the response the one the result is about.",
        spec: spec("MS-ASCMD 2.2.3.24"),
      },
      {
        where: "in Delete",
        parent: "AirSync:Delete",
        text: "The one meeting of the series to be cancelled, or in the response the one the result is about.",
        spec: spec("MS-ASCMD 2.2.3.42.2"),
      },
      {
        where: "in Exception",
        parent: "Calendar:Exception",
        text: "The meeting of the series that this exception replaces; it took the place of Calendar:ExceptionStartTime.",
        spec: spec("MS-ASCAL 2.2.2.21"),
      },
      {
        where: "in ApplicationData",
        parent: DATA,
        text: "An orphan: one meeting of a series that the calendar does not have.",
      },
    ],
    places: [
      request("Sync", "AirSync:Change", 0, 1),
      request("Sync", "AirSync:Delete", 0, 1),
      response("Sync", "AirSync:Change", 0, 1, {
        grandparent: "AirSync:Responses",
        when: "under Responses, where the request had it",
      }),
      response("Sync", "AirSync:Delete", 0, 1, {
        grandparent: "AirSync:Responses",
        when: "under Responses, where the request had it",
      }),
      response("Sync", DATA, 0, 1, { classes: CALENDAR, when: "the item is an orphan" }),
      request("Sync", "Calendar:Exception", 1, 1),
      ...inResponses("Calendar:Exception", 1, 1),
    ],
    spec: [
      spec("MS-ASAIRS 2.2.2.25"),
      spec("MS-ASCAL 2.2.2.21"),
      spec("MS-ASCMD 2.2.3.24"),
      spec("MS-ASCMD 2.2.3.42.2"),
    ],
  },
};
