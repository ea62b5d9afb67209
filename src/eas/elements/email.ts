import { FROM_12_0, FROM_14_0, FROM_16_0, FROM_16_1, TO_14_1 } from "../versions";
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
import { recurrenceTypes, weekdayBits, weeksOfMonth } from "./recurrenceValues";

const EMAIL = ["Email"];
const SMS = ["SMS"];
const DATA = "AirSync:ApplicationData";

const IN_PLAIN_DRAFT = "in the Add or Change of a draft whose Body is not MIME (Type 4)";

/**
 * The places where a server returns a property of an e-mail. Searching mail and fetching it in batches have
 * been possible since 12.0.
 */
const returned: readonly Place[] = [
  response("Sync", DATA, 0, 1, { classes: EMAIL }),
  response("ItemOperations", "ItemOperations:Properties", 0, 1, { classes: EMAIL, versions: FROM_12_0 }),
  response("Search", "Search:Properties", 0, 1, { classes: EMAIL, versions: FROM_12_0 }),
];

/** The same, for tags introduced in 12.0 or later. */
const returnedLater: readonly Place[] = returned.map(({ versions: _, ...place }) => place);

const found = response("Find", "Find:Properties", 0, 1, { classes: EMAIL, versions: FROM_16_1 });
const inSchema = request("ItemOperations", "ItemOperations:Schema", 0, 1, {
  classes: EMAIL,
  versions: FROM_12_0,
  when: AS_TAG,
});
const inDraft = request("Sync", DATA, 0, 1, { classes: EMAIL, versions: FROM_16_0, when: IN_DRAFT });
const inPlainDraft = request("Sync", DATA, 0, 1, {
  classes: EMAIL,
  versions: FROM_16_0,
  when: IN_PLAIN_DRAFT,
});
const inSmsAdd = request("Sync", DATA, 0, 1, {
  classes: SMS,
  versions: FROM_14_0,
  grandparent: "AirSync:Add",
  when: IN_SMS_ADD,
});
/**
 * MS-ASMS mentions only Sync; that search and fetch results can be SMS follows from [MS-ASCMD] 2.2.3.27.3 and
 * 2.2.3.27.5.
 */
const smsFetched: readonly Place[] = [
  response("ItemOperations", "ItemOperations:Properties", 0, 1, { classes: SMS, versions: FROM_14_0 }),
  response("Search", "Search:Properties", 0, 1, { classes: SMS, versions: FROM_14_0 }),
];
const smsReturned: readonly Place[] = [
  response("Sync", DATA, 0, 1, { classes: SMS, versions: FROM_14_0 }),
  ...smsFetched,
];
const inChange = request("Sync", DATA, 0, 1, {
  classes: EMAIL,
  grandparent: "AirSync:Change",
  when: "in a Change",
});
const inSmsAddOrChange = request("Sync", DATA, 0, 1, {
  classes: SMS,
  versions: FROM_14_0,
  when: "in an Add or a Change",
});

/** Places inside a container of a returned message, in every response that returns messages. */
const inReturnedContainer = (
  parent: string,
  min: number,
  max: number,
  later: Partial<Place>,
): readonly Place[] => [
  response("Sync", parent, min, max),
  response("ItemOperations", parent, min, max, later),
  response("Search", parent, min, max, later),
];
const TO_12_0_AND_14_1 = FROM_12_0.filter((version) => TO_14_1.includes(version));
const inMeeting = (min: number, later: Partial<Place> = { versions: FROM_12_0 }) =>
  inReturnedContainer("Email:MeetingRequest", min, 1, later);
const inRecurrence = (min: number, when?: string): readonly Place[] =>
  inReturnedContainer("Email:Recurrence", min, 1, { versions: FROM_12_0 }).map((place) =>
    when === undefined ? place : { ...place, when },
  );
const inFlag: readonly Place[] = [
  request("Sync", "Email:Flag", 0, 1),
  ...inReturnedContainer("Email:Flag", 0, 1, {}),
];

/** Only protocol version 2.5 defines these, when only Sync returned mail. */
const in25 = response("Sync", DATA, 0, 1, { classes: EMAIL });
const in25Attachment = (min: number) => [response("Sync", "Email:Attachment", min, 1)];

const mailClasses: readonly ElementValue[] = [
  value("IPM.Note", "An ordinary message."),
  value("IPM.Note.SMIME", "An S/MIME message that is encrypted, and possibly signed as well (opaque)."),
  value(
    "IPM.Note.SMIME.MultipartSigned",
    "An S/MIME message with a clear signature: readable without S/MIME support.",
  ),
  value("IPM.Note.Receipt.SMIME", "A signed S/MIME receipt that tells a message was read."),
  value("IPM.InfoPathForm", "A form made with InfoPath."),
  value(
    "IPM.Schedule.Meeting",
    "A meeting message; IPM.Schedule.Meeting.Request is the invitation that carries MeetingRequest.",
  ),
  value("IPM.Notification.Meeting", "A notice about a meeting, nothing to answer."),
  value("IPM.Post", "An item posted into a folder rather than mailed."),
  value("IPM.Octel.Voice", "A voice message of the Octel system."),
  value("IPM.Voicenotes", "A recorded voice note."),
  value("IPM.Sharing", "An invitation to share a folder, or its answer."),
];

const reportClasses: readonly ElementValue[] = [
  value("REPORT.IPM.NOTE.NDR", "An ordinary message could not be delivered."),
  value("REPORT.IPM.NOTE.DR", "An ordinary message was delivered."),
  value("REPORT.IPM.NOTE.DELAYED", "Delivery of a message is delayed."),
  value("REPORT.IPM.NOTE.IPNRN", "The recipient has read an ordinary message."),
  value("REPORT.IPM.NOTE.IPNNRN", "The recipient got rid of an ordinary message unread."),
  value("REPORT.IPM.SCHEDULE.MEETING.REQUEST.NDR", "A meeting request could not be delivered."),
  value("REPORT.IPM.SCHEDULE.MEETING.RESP.POS.NDR", "An acceptance could not be delivered to the organizer."),
  value(
    "REPORT.IPM.SCHEDULE.MEETING.RESP.TENT.NDR",
    "A tentative acceptance could not be delivered to the organizer.",
  ),
  value("REPORT.IPM.SCHEDULE.MEETING.CANCELED.NDR", "The cancellation of a meeting could not be delivered."),
  value(
    "REPORT.IPM.NOTE.SMIME.NDR",
    "An S/MIME message, encrypted or opaquely signed, could not be delivered.",
  ),
  value("REPORT.IPM.NOTE.SMIME.DR", "An S/MIME message, encrypted or opaquely signed, was delivered."),
  value("REPORT.IPM.NOTE.SMIME.MULTIPARTSIGNED.NDR", "A clear-signed S/MIME message could not be delivered."),
  value("REPORT.IPM.NOTE.SMIME.MULTIPARTSIGNED.DR", "A clear-signed S/MIME message was delivered."),
];

/**
 * Code page 2, Email: messages, their meeting requests and flags [MS-ASEMAIL], and most of the SMS class
 * [MS-ASMS] 2.2.2.1.
 */
export const email: ElementsOfPage<"Email"> = {
  Attachment: {
    type: "container",
    summary:
      "One attachment of a message in protocol version 2.5: its name, size, kind and the AttName that GetAttachment takes.",
    places: [response("Sync", "Email:Attachments", 1, UNBOUNDED)],
    spec: [spec("MS-ASEMAIL 2.2.2.3"), spec("MS-ASWBXML 2.1.2.1.3")],
    deprecated: "Version 2.5 only; AirSyncBase:Attachment takes its place.",
  },
  Attachments: {
    type: "container",
    summary:
      "The list of attachments of a message in protocol version 2.5. Servers send it; a request that holds it is wrong.",
    places: [in25],
    spec: [spec("MS-ASEMAIL 2.2.2.4.2"), spec("MS-ASWBXML 2.1.2.1.3")],
    deprecated: "Version 2.5 only; AirSyncBase:Attachments takes its place.",
  },
  AttName: {
    type: "string",
    summary:
      "The server's handle for the attachment, not its file name: the client passes it to GetAttachment as AttachmentName to download it.",
    places: in25Attachment(1),
    spec: [spec("MS-ASEMAIL 2.2.2.6"), spec("MS-ASWBXML 2.1.2.1.3")],
    deprecated: "Version 2.5 only; AirSyncBase:FileReference takes its place.",
  },
  AttSize: {
    type: "integer",
    summary: "Size of the attachment in bytes, for showing before it is downloaded.",
    limits: { min: 0 },
    places: in25Attachment(1),
    spec: [spec("MS-ASEMAIL 2.2.2.3"), spec("MS-ASWBXML 2.1.2.1.3")],
    deprecated: "Version 2.5 only; AirSyncBase:EstimatedDataSize takes its place.",
  },
  Att0id: {
    type: "string",
    summary:
      "Object id of an attachment, spelt with a zero in Microsoft's table and AttOid elsewhere. No current document describes it; by its siblings it identifies an attachment that the body refers to.",
    places: in25Attachment(0),
    spec: [spec("MS-ASWBXML 2.1.2.1.3")],
    deprecated: "Version 2.5 only; AirSyncBase:ContentId took over the reference from the body.",
  },
  AttMethod: {
    type: "unsignedByte",
    summary:
      "How the attachment hangs on the message: as a file, as a message or as an OLE object. The numbers are those of AirSyncBase:Method.",
    values: [
      value("1", "An ordinary file."),
      value("5", "A message, to be opened as .eml."),
      value("6", "An OLE object, such as a picture inside the text."),
    ],
    places: in25Attachment(1),
    spec: [spec("MS-ASEMAIL 2.2.2.3"), spec("MS-ASWBXML 2.1.2.1.3")],
    deprecated: "Version 2.5 only; AirSyncBase:Method takes its place.",
  },
  Body: {
    type: "string",
    summary:
      "The text of the message in protocol version 2.5, plain and as one string; BodyTruncated says whether all of it is there.",
    places: [in25, request("Sync", DATA, 0, 1, { classes: EMAIL })],
    spec: [spec("MS-ASEMAIL 2.2.2.10.2"), spec("MS-ASWBXML 2.1.2.1.3")],
    deprecated: "Version 2.5 only; AirSyncBase:Body takes its place.",
  },
  BodySize: {
    type: "integer",
    summary:
      "How many characters the whole body has. Sent with a body that was cut, so that the client can offer the rest.",
    limits: { min: 0 },
    places: [{ ...in25, when: "BodyTruncated is 1" }],
    spec: [spec("MS-ASEMAIL 2.2.2.12"), spec("MS-ASWBXML 2.1.2.1.3")],
    deprecated: "Version 2.5 only; AirSyncBase:EstimatedDataSize takes its place.",
  },
  BodyTruncated: {
    type: "boolean",
    summary: "Whether the server cut the body to what Truncation in the options allows.",
    values: [
      value("0", "The body is whole."),
      value("1", "Only the beginning is there; BodySize tells the full length."),
    ],
    places: [in25],
    spec: [spec("MS-ASEMAIL 2.2.2.13"), spec("MS-ASWBXML 2.1.2.1.3")],
    deprecated: "Version 2.5 only; AirSyncBase:Truncated takes its place.",
  },
  DateReceived: {
    type: "dateTime",
    summary:
      "When the message reached the mailbox, in UTC. Sync filters by it, clients sort by it, and Search compares with it.",
    meanings: [
      {
        where: "in an e-mail message",
        itemClass: "Email",
        parent: DATA,
        text: "The time of arrival as the server recorded it. Servers send it; a client that saves a draft does not.",
        spec: spec("MS-ASEMAIL 2.2.2.24"),
      },
      {
        where: "in an SMS item",
        itemClass: "SMS",
        parent: DATA,
        text: "In Sent Items the moment the SMS went out, in any other folder the moment it came in. Here the client may send it too, with an Add.",
      },
      {
        where: "in GreaterThan of a Search query",
        parent: "Search:GreaterThan",
        command: "Search",
        type: "empty",
        text: "An empty tag that stands for the date of each message: only those after the date in Value match. It has to come before Value.",
        spec: spec("MS-ASCMD 2.2.3.54"),
      },
      {
        where: "in LessThan of a Search query",
        parent: "Search:LessThan",
        command: "Search",
        type: "empty",
        text: "An empty tag that stands for the date of each message: only those before the date in Value match. It has to come before Value.",
        spec: spec("MS-ASCMD 2.2.3.54"),
      },
      {
        where: "in Schema of a fetch",
        parent: "ItemOperations:Schema",
        text: "An empty tag: return this property.",
        spec: spec("MS-ASEMAIL 2.2.3.1"),
      },
    ],
    places: [
      ...returned,
      found,
      inSchema,
      request("Search", "Search:GreaterThan", 1, 1, { versions: FROM_12_0, when: "empty, before Value" }),
      request("Search", "Search:LessThan", 1, 1, { versions: FROM_12_0, when: "empty, before Value" }),
      inSmsAdd,
      ...smsReturned,
    ],
    spec: [spec("MS-ASEMAIL 2.2.2.24"), spec("MS-ASCMD 2.2.3.54")],
    sms: {
      section: "2.2.2.1.4",
      role: "The time of the SMS: of sending for an item in Sent Items, of receipt for an item anywhere else.",
      format: "dateTime in UTC with the Z at the end; milliseconds may be left out.",
      example: "2024-05-17T09:30:00.000Z",
      client:
        "May send it with an Add: the time the phone sent or received the SMS, not the time of the sync. A Change must not carry it.",
      server:
        "May return it with the item. FilterType 1 to 5 keeps items out whose date is older than the window.",
      products: SMS_FOLDERS,
    },
  },
  DisplayName: {
    type: "string",
    summary: "The file name of an attachment to show to the person, in protocol version 2.5.",
    places: in25Attachment(0),
    spec: [spec("MS-ASEMAIL 2.2.2.28")],
    deprecated: "Version 2.5 only; AirSyncBase:DisplayName takes its place.",
  },
  DisplayTo: {
    type: "string",
    summary:
      "The To line as a mail list shows it: names without addresses, several of them parted by semicolons.",
    places: [...returned, found, inSchema],
    spec: [spec("MS-ASEMAIL 2.2.2.29"), spec("MS-ASEMAIL 2.2.3.1")],
  },
  Importance: {
    type: "unsignedByte",
    summary: "How urgent the sender called the message. A response that lacks it means 1.",
    values: [
      value("0", "Low."),
      value("1", "Normal, and what an absent element means."),
      value("2", "High."),
    ],
    places: [...returned, found, inSchema, inDraft, inSmsAdd, ...smsReturned],
    spec: [spec("MS-ASEMAIL 2.2.2.38"), spec("MS-ASEMAIL 2.2.3.1")],
    sms: {
      section: "2.2.2.1.7",
      role: "Urgency of the SMS as its sender set it.",
      format: "0, 1 or 2; 1 where it is absent.",
      example: "1",
      client: "May send it when it adds an SMS; a Change cannot alter it.",
      server: "May return it with the item; the client takes 1 when it is missing.",
      products: SMS_FOLDERS,
    },
  },
  MessageClass: {
    type: "string",
    summary:
      "What kind of item this is, as a dotted name in any case. A hint for the client: the server neither checks nor corrects it, and any name below a listed one counts as that kind.",
    values: [...mailClasses, ...reportClasses],
    places: [...returned, inSchema],
    spec: [spec("MS-ASEMAIL 2.2.2.49"), spec("MS-ASEMAIL 2.2.3.1")],
  },
  Subject: {
    type: "string",
    summary: "The subject line of the message. The subject of a flag is another element, Tasks:Subject.",
    places: [...returned, found, inSchema, inPlainDraft],
    spec: [spec("MS-ASEMAIL 2.2.2.75.1"), spec("MS-ASEMAIL 2.2.3.1")],
  },
  Read: {
    type: "boolean",
    summary:
      "Whether the owner of the mailbox has opened the message. One of the few properties of received mail that a client can change.",
    values: [value("0", "Not read yet."), value("1", "Read.")],
    meanings: [
      {
        where: "in a Change of a Sync request",
        parent: DATA,
        command: "Sync",
        direction: "request",
        text: "Marks the item read or unread. A value that is not a boolean brings Status 6 for the item. A Change with Read alone leaves every other property as it was.",
      },
      {
        where: "in Schema of a fetch",
        parent: "ItemOperations:Schema",
        text: "An empty tag: return this property.",
        spec: spec("MS-ASEMAIL 2.2.3.1"),
      },
    ],
    places: [...returned, found, inSchema, inChange, inDraft, inSmsAddOrChange, ...smsReturned],
    spec: [spec("MS-ASEMAIL 2.2.2.58"), spec("MS-ASEMAIL 3.1.5.4"), spec("MS-ASCMD 2.2.3.24")],
    sms: {
      section: "2.2.2.1.9",
      role: "Whether the SMS has been looked at.",
      format: "0 or 1.",
      example: "0",
      client:
        "May send it with an Add, and may change it later: Read and what is inside Flag are all that a Change of an SMS item may carry.",
      server: "May return it with the item, and passes on a change made by another client.",
      products: SMS_FOLDERS,
    },
  },
  To: {
    type: "string",
    summary:
      "The recipients the message is addressed to: a list parted by commas, of addresses in e-mail and of phone numbers in an SMS.",
    limits: { maxLength: 32768 },
    meanings: [
      {
        where: "in an e-mail message",
        itemClass: "Email",
        parent: DATA,
        text: 'Mail addresses as a header writes them, "Name" <address>, with a comma between two. A client sends it only in a draft, and only when the body is not MIME.',
        spec: spec("MS-ASEMAIL 2.2.2.79"),
      },
      {
        where: "in an SMS item",
        itemClass: "SMS",
        parent: DATA,
        text: 'Phone numbers, each as "Name" [MOBILE:number], with a comma between two.',
      },
      {
        where: "in Schema of a fetch",
        parent: "ItemOperations:Schema",
        text: "An empty tag: return this property.",
        spec: spec("MS-ASEMAIL 2.2.3.1"),
      },
    ],
    places: [...returned, inSchema, inPlainDraft, inSmsAdd, ...smsReturned],
    spec: [spec("MS-ASEMAIL 2.2.2.79"), spec("MS-ASEMAIL 2.2.3.1")],
    sms: {
      section: "2.2.2.1.10",
      role: "Whom the SMS goes to. A phone that relays the Outbox sends to every number in it.",
      format:
        'One "Name" [MOBILE:number] per recipient, commas between them; quotes and square brackets are part of it, the name may be left out.',
      example: '"Ada Example" [MOBILE:+14255550142], [MOBILE:+14255550177]',
      client:
        "May send it with an Add. When it relays an item of the Outbox it must use all the numbers. A Change must not carry it.",
      server:
        "May return it with the item; for an item it puts into the Outbox these are the numbers to be dialled.",
      products: SMS_FOLDERS,
    },
  },
  Cc: {
    type: "string",
    summary: "Those who get a copy for their information: mail addresses with a comma between two.",
    places: [...returned, inSchema, inPlainDraft],
    spec: [spec("MS-ASEMAIL 2.2.2.18"), spec("MS-ASEMAIL 2.2.3.1")],
  },
  From: {
    type: "string",
    summary:
      "Who the message is from: a mail address, or the phone number in an SMS. Where a delegate wrote for somebody this is that somebody; Email2:Sender is the delegate.",
    limits: { maxLength: 32768 },
    meanings: [
      {
        where: "in an e-mail message",
        itemClass: "Email",
        parent: DATA,
        text: 'One mail address, mostly as "Name" <address>. Only servers send it.',
        spec: spec("MS-ASEMAIL 2.2.2.36"),
      },
      {
        where: "in an SMS item",
        itemClass: "SMS",
        parent: DATA,
        text: 'One phone number as "Name" [MOBILE:number]. The client may send it with an Add.',
      },
      {
        where: "in Schema of a fetch",
        parent: "ItemOperations:Schema",
        text: "An empty tag: return this property.",
        spec: spec("MS-ASEMAIL 2.2.3.1"),
      },
    ],
    places: [...returned, found, inSchema, inSmsAdd, ...smsReturned],
    spec: [spec("MS-ASEMAIL 2.2.2.36"), spec("MS-ASEMAIL 2.2.3.1")],
    sms: {
      section: "2.2.2.1.6",
      role: "The number the SMS was sent from.",
      format: '"Name" [MOBILE:number], quotes and square brackets included; the name may be left out.',
      example: '"Ada Example" [MOBILE:+14255550142]',
      client:
        "May send it with an Add, for instance for an SMS that the phone received. A Change must not carry it.",
      server: "May return it with the item.",
      products: SMS_FOLDERS,
    },
  },
  ReplyTo: {
    type: "string",
    summary:
      "Where answers are meant to go instead of From: one or more mail addresses, parted by semicolons and not by commas as in To.",
    places: [...returned, inSchema, inPlainDraft],
    spec: [spec("MS-ASEMAIL 2.2.2.66"), spec("MS-ASEMAIL 2.2.3.1")],
  },
  AllDayEvent: {
    type: "unsignedByte",
    summary: "Whether the meeting takes whole days rather than hours.",
    values: [value("0", "It has a time of day."), value("1", "It takes the whole day or days.")],
    places: inMeeting(0),
    spec: [spec("MS-ASEMAIL 2.2.2.2")],
  },
  Categories: {
    type: "container",
    summary:
      "The labels (colour categories) on a message. What a Change sends replaces the set; a Change without it leaves them alone.",
    meanings: [
      {
        where: "in a Change of a Sync request",
        parent: DATA,
        command: "Sync",
        direction: "request",
        text: "Puts these labels in place of the old ones; empty, it takes all of them off.",
      },
      {
        where: "in a response",
        direction: "response",
        text: "The labels as they are; an Add of a message without any holds it empty.",
      },
    ],
    places: [...returnedLater, inChange],
    spec: [spec("MS-ASEMAIL 2.2.2.16"), spec("MS-ASEMAIL 3.1.5.4")],
  },
  Category: {
    type: "string",
    summary:
      "One label on the message, by its name. More than 300 of them on one message are not to be sent.",
    places: [
      request("Sync", "Email:Categories", 0, 300),
      ...inReturnedContainer("Email:Categories", 0, 300, {}),
    ],
    spec: [spec("MS-ASEMAIL 2.2.2.17")],
  },
  DtStamp: {
    type: "dateTime",
    summary: "When the calendar item behind the invitation was made, in UTC.",
    places: inMeeting(1),
    spec: [spec("MS-ASEMAIL 2.2.2.30")],
  },
  EndTime: {
    type: "dateTime",
    summary: "When the meeting is over, in UTC.",
    places: inMeeting(0),
    spec: [spec("MS-ASEMAIL 2.2.2.32")],
  },
  InstanceType: {
    type: "unsignedByte",
    summary: "Whether the invitation is for one meeting, for a series, or for one meeting out of a series.",
    values: [
      value("0", "A meeting that happens once."),
      value("1", "The series as a whole; Recurrences says how it repeats."),
      value("2", "One meeting of a series, as the series has it."),
      value("3", "One meeting of a series that deviates from it; RecurrenceId says which."),
      value(
        "4",
        "One meeting of a series whose series the attendee was not invited to; RecurrenceId comes with it from 16.0 on.",
      ),
    ],
    places: inMeeting(0),
    spec: [spec("MS-ASEMAIL 2.2.2.39")],
  },
  BusyStatus: {
    type: "integer",
    summary:
      "How the attendee's calendar is to show the time once the invitation is accepted. Absent, it means 2.",
    values: [
      value("0", "Free."),
      value("1", "Tentative."),
      value("2", "Busy, and what an absent element means."),
      value("3", "Out of office."),
      { value: "4", meaning: "Working elsewhere.", versions: FROM_16_0 },
    ],
    places: inMeeting(0),
    spec: [spec("MS-ASEMAIL 2.2.2.14")],
  },
  Location: {
    type: "string",
    summary: "Where the meeting takes place, as plain text.",
    limits: { maxLength: 32768 },
    places: inMeeting(0, { versions: TO_12_0_AND_14_1 }),
    spec: [spec("MS-ASEMAIL 2.2.2.46")],
    deprecated: "From 16.0 on AirSyncBase:Location, a container, takes its place.",
  },
  MeetingRequest: {
    type: "container",
    summary:
      "The meeting that an invitation is about. It is there only when the message invites the owner of the mailbox, and its being there means that MeetingResponse can answer it.",
    meanings: [
      {
        where: "in Schema of a fetch",
        parent: "ItemOperations:Schema",
        text: "An empty tag: return this property.",
        spec: spec("MS-ASEMAIL 2.2.3.1"),
      },
    ],
    places: [
      ...returned.map((place) => ({ ...place, when: "the message is an invitation to the mailbox's owner" })),
      inSchema,
    ],
    spec: [spec("MS-ASEMAIL 2.2.2.48")],
  },
  Organizer: {
    type: "string",
    summary: "Who called the meeting, as a mail address with or without a name.",
    places: inMeeting(0),
    spec: [spec("MS-ASEMAIL 2.2.2.57")],
  },
  RecurrenceId: {
    type: "dateTime",
    summary:
      "Which meeting of a series this invitation is about: the start it had in the series. Without it the invitation is for the series or for a single meeting.",
    places: inMeeting(0).map((place) => ({
      ...place,
      when: "the invitation is for an exception of a series, from 16.0 on also for an orphan",
    })),
    spec: [spec("MS-ASEMAIL 2.2.2.61")],
  },
  Reminder: {
    type: "unsignedShort",
    summary:
      "How long before the start the reminder goes off, in seconds here; Calendar:Reminder counts minutes.",
    places: inMeeting(0),
    spec: [spec("MS-ASEMAIL 2.2.2.63")],
  },
  ResponseRequested: {
    type: "unsignedByte",
    summary:
      "Whether the organizer wants to hear whether people come. With 0 a client need not send a reply to the organizer.",
    values: [value("0", "No answer is wanted."), value("1", "An answer is wanted.")],
    places: inMeeting(0),
    spec: [spec("MS-ASEMAIL 2.2.2.67")],
  },
  Recurrences: {
    type: "container",
    summary: "Wraps the Recurrence of an invitation to a series. A meeting that happens once has none.",
    places: inMeeting(0),
    spec: [spec("MS-ASEMAIL 2.2.2.62")],
  },
  Recurrence: {
    type: "container",
    summary:
      "How the series repeats: kind, interval, days and end. Which children are needed depends on Type.",
    places: inReturnedContainer("Email:Recurrences", 1, 1, { versions: FROM_12_0 }),
    spec: [spec("MS-ASEMAIL 2.2.2.60")],
  },
  Type: {
    type: "unsignedByte",
    summary:
      "The kind of repetition; it decides which other children of Recurrence are needed. There is no 4.",
    values: recurrenceTypes,
    places: inRecurrence(1),
    spec: [spec("MS-ASEMAIL 2.2.2.80")],
  },
  Until: {
    type: "string",
    summary:
      "When the series ends, as a date and time in a string, on the wire mostly in the compact form 20240531T120000Z.",
    places: inRecurrence(0),
    spec: [spec("MS-ASEMAIL 2.2.2.85")],
  },
  Occurrences: {
    type: "integer",
    summary:
      "How many meetings the series has before it ends. With neither this nor Until it goes on without end.",
    places: inRecurrence(0),
    spec: [spec("MS-ASEMAIL 2.2.2.55")],
  },
  Interval: {
    type: "integer",
    summary:
      "Every how many days, weeks, months or years the meeting repeats: 1 each time, 2 every other time, and so on.",
    places: inRecurrence(1),
    spec: [spec("MS-ASEMAIL 2.2.2.41")],
  },
  DayOfWeek: {
    type: "integer",
    summary: "The weekdays of the repetition as a sum of bits: 62 is Monday to Friday.",
    limits: { min: 1, max: 127 },
    values: weekdayBits,
    places: inRecurrence(0, "needed where Type is 1 or 6"),
    spec: [spec("MS-ASEMAIL 2.2.2.26")],
  },
  DayOfMonth: {
    type: "integer",
    summary: "The day of the month that the meeting repeats on.",
    limits: { min: 1, max: 31 },
    places: inRecurrence(0, "needed where Type is 2 or 5"),
    spec: [spec("MS-ASEMAIL 2.2.2.25")],
  },
  WeekOfMonth: {
    type: "integer",
    summary: "Which of the weekdays in the month is meant: 1 to 4 count from its beginning, 5 is the last.",
    limits: { min: 1, max: 5 },
    values: weeksOfMonth,
    places: inRecurrence(0, "needed where Type is 6"),
    spec: [spec("MS-ASEMAIL 2.2.2.88")],
  },
  MonthOfYear: {
    type: "integer",
    summary: "The month that a yearly meeting falls in, 1 for January.",
    limits: { min: 1, max: 12 },
    places: inRecurrence(0, "needed where Type is 6"),
    spec: [spec("MS-ASEMAIL 2.2.2.53")],
  },
  StartTime: {
    type: "dateTime",
    summary: "When the meeting begins, in UTC; of a series, when its first meeting begins.",
    places: inMeeting(0),
    spec: [spec("MS-ASEMAIL 2.2.2.73")],
  },
  Sensitivity: {
    type: "integer",
    summary: "How private the meeting is. Absent, it means 0.",
    values: [
      value("0", "Normal, and what an absent element means."),
      value("1", "Personal."),
      value("2", "Private."),
      value("3", "Confidential."),
    ],
    places: inMeeting(0),
    spec: [spec("MS-ASEMAIL 2.2.2.71")],
  },
  TimeZone: {
    type: "timeZone",
    summary:
      "The time zone the meeting was made in: 172 bytes with the rules for winter and summer time, as base64 text. A series keeps its local time by them.",
    places: inMeeting(1),
    spec: [spec("MS-ASEMAIL 2.2.2.78")],
  },
  GlobalObjId: {
    type: "base64",
    summary:
      "The identity of the meeting as base64 text: fixed class id, date of the instance, time stamp, then an Outlook id or a vCal UID. To find the meeting in the Calendar folder it has to be turned into a Calendar:UID.",
    places: inMeeting(1, { versions: TO_12_0_AND_14_1 }),
    spec: [spec("MS-ASEMAIL 2.2.2.37"), spec("MS-ASEMAIL 3.1.4.7")],
    deprecated: "From 16.0 on the server sends Calendar:UID, which needs no conversion.",
  },
  ThreadTopic: {
    type: "string",
    summary:
      "The subject without RE: and FW:, by which clients of the older versions gather messages into threads.",
    places: [...returned, inSchema],
    spec: [spec("MS-ASEMAIL 2.2.2.77"), spec("MS-ASEMAIL 2.2.3.1")],
  },
  MIMEData: {
    type: "string",
    summary:
      "The raw message in protocol version 2.5, in place of Body, for a client that set MIMESupport to other than 0. An inline string, not opaque data.",
    places: [{ ...in25, when: "MIMESupport in the options is not 0" }],
    spec: [spec("MS-ASEMAIL 2.2.2.50"), spec("MS-ASWBXML 2.1.2.1.3")],
    deprecated: "Version 2.5 only; AirSyncBase:Data in a Body of Type 4 takes its place.",
  },
  MIMETruncated: {
    type: "boolean",
    summary: "Whether MIMEData was cut to what MIMETruncation in the options allows.",
    values: [
      value("0", "MIMEData is whole."),
      value("1", "MIMEData is cut; MIMESize tells the full length and a Fetch brings all of it."),
    ],
    places: [{ ...in25, when: "MIMESupport in the options is not 0" }],
    spec: [spec("MS-ASEMAIL 2.2.2.52"), spec("MS-ASWBXML 2.1.2.1.3")],
    deprecated: "Version 2.5 only; AirSyncBase:Truncated takes its place.",
  },
  MIMESize: {
    type: "integer",
    summary: "How many characters the raw message has before any cutting.",
    limits: { min: 0 },
    places: [{ ...in25, when: "MIMESupport in the options is not 0" }],
    spec: [spec("MS-ASEMAIL 2.2.2.51"), spec("MS-ASWBXML 2.1.2.1.3")],
    deprecated: "Version 2.5 only; AirSyncBase:EstimatedDataSize takes its place.",
  },
  InternetCPID: {
    type: "string",
    summary:
      "The code page the message was written in, as the decimal number Windows uses: 65001 is UTF-8, 1252 Western. It tells of the original; the text in the payload is UTF-8 all the same.",
    meanings: [
      {
        where: "in Schema of a fetch",
        parent: "ItemOperations:Schema",
        text: "An empty tag: return this property.",
        spec: spec("MS-ASEMAIL 2.2.3.1"),
      },
    ],
    values: [
      value("65001", "UTF-8."),
      value("1252", "Windows, Western European."),
      value("28591", "ISO 8859-1, Western European."),
      value("20127", "US-ASCII."),
      value("1200", "UTF-16, little endian."),
    ],
    places: [
      response("Sync", DATA, 1, 1, {
        classes: EMAIL,
        when: "the whole item is returned; a Change of flags alone leaves it out",
      }),
      ...returned.slice(1),
      inSchema,
      request("Sync", DATA, 1, 1, {
        classes: SMS,
        versions: FROM_14_0,
        grandparent: "AirSync:Add",
        when: IN_SMS_ADD,
      }),
      response("Sync", DATA, 1, 1, {
        classes: SMS,
        versions: FROM_14_0,
        when: "the whole item is returned; a Change of flags alone leaves it out",
      }),
      ...smsFetched,
    ],
    spec: [spec("MS-ASEMAIL 2.2.2.40"), spec("MS-ASEMAIL 2.2.3.1")],
    sms: {
      section: "2.2.2.1.8",
      role: "The code page of the text of the SMS. Every SMS item has one, in both directions.",
      format: "A Windows code page number in decimal, as a string.",
      example: "1252",
      client: "Has to send it with every Add; a Change must not carry it.",
      server: "Has to return it with the item.",
      products: SMS_FOLDERS,
    },
  },
  Flag: {
    type: "container",
    summary:
      "The follow-up flag of a message: whether it is set or done, its dates and its reminder. Empty, it means no flag. One of the few properties of received mail that a client can change.",
    meanings: [
      {
        where: "in a Change of a Sync request",
        parent: DATA,
        command: "Sync",
        direction: "request",
        text: "Sets, completes or clears the flag. To set it: Status 2, FlagType and either all or none of the four dates Tasks:StartDate, DueDate, UtcStartDate and UtcDueDate. To complete it: Status 1 with CompleteTime and Tasks:DateCompleted. To clear it: an empty Flag, or Status 0. What is missing, or a due date before the start, brings Status 6.",
        spec: spec("MS-ASEMAIL 3.2.5.4.2"),
      },
      {
        where: "in a response",
        direction: "response",
        text: "What the flag is at the moment; empty, the item carries none.",
      },
    ],
    places: [...returnedLater, inChange, inDraft, inSmsAddOrChange, ...smsReturned],
    spec: [spec("MS-ASEMAIL 2.2.2.34"), spec("MS-ASEMAIL 3.1.5.4.1"), spec("MS-ASEMAIL 3.2.5.4.2")],
    sms: {
      section: "2.2.2.1.5",
      role: "The follow-up flag of the SMS and where it stands.",
      format: "The same children as in e-mail; an empty Flag for an SMS without one.",
      example: "<email:Flag/>",
      client: "May send it with an Add. A Change may carry it and Read, and nothing else of the SMS class.",
      server: "May return it with the item, and passes on a change made by another client.",
      products: SMS_FOLDERS,
    },
  },
  Status: {
    type: "integer",
    summary:
      "Where the follow-up flag stands. This Status is no result code: it lives inside Flag only, and any other number in it brings Status 6 for the item.",
    values: [
      value("0", "No flag: clears it."),
      value("1", "Done; CompleteTime and Tasks:DateCompleted have to come with it."),
      value("2", "Set and open; FlagType and the dates come with it."),
    ],
    places: inFlag,
    spec: [spec("MS-ASEMAIL 2.2.2.74"), spec("MS-ASEMAIL 3.2.5.4.2")],
    sms: {
      section: "2.2.2.1.5",
      role: "Whether the flag of the SMS is open, done or gone.",
      format: "0, 1 or 2.",
      example: "2",
      client: "May send it inside Flag, in an Add or a Change.",
      server: "Returns it inside Flag and acts on it as for e-mail.",
      products: SMS_FOLDERS,
    },
  },
  ContentClass: {
    type: "string",
    summary: "The content class of the item; for mail always the same name.",
    values: [value("urn:content-classes:message", "A mail message; the only name allowed for e-mail.")],
    places: returnedLater,
    spec: [spec("MS-ASEMAIL 2.2.2.20")],
  },
  FlagType: {
    type: "string",
    summary:
      "What the flag asks for, in words; free text that mostly says to follow up. An invitation or an answer to one can do without.",
    values: [
      value("Flag for follow up", "What most clients write, and what setting a flag requires."),
      value("for Follow Up", "What others write."),
    ],
    places: inFlag,
    spec: [spec("MS-ASEMAIL 2.2.2.35"), spec("MS-ASEMAIL 3.2.5.4.2")],
    sms: {
      section: "2.2.2.1.5",
      role: "What the flag of the SMS asks for.",
      format: "Free text.",
      example: "Flag for follow up",
      client: "May send it inside Flag, in an Add or a Change.",
      server: "Returns it inside Flag.",
      products: SMS_FOLDERS,
    },
  },
  CompleteTime: {
    type: "dateTime",
    summary:
      "When somebody ticked the flag off. Needed, together with Tasks:DateCompleted, to mark a flag as done; the one without the other is an error.",
    places: inFlag,
    spec: [spec("MS-ASEMAIL 2.2.2.19"), spec("MS-ASEMAIL 3.2.5.4.2")],
    sms: {
      section: "2.2.2.1.5",
      role: "When the flag of the SMS was ticked off.",
      format: "dateTime in UTC.",
      example: "2024-05-17T09:30:00.000Z",
      client: "Sends it inside Flag when it sets the flag's Status to 1.",
      server: "Returns it inside the Flag of a completed item.",
      products: SMS_FOLDERS,
    },
  },
  DisallowNewTimeProposal: {
    type: "unsignedByte",
    summary:
      "Whether attendees may propose another time. Absent, it means 0; any other number than 0 forbids it.",
    values: [value("0", "Proposals are welcome."), value("1", "No proposals.")],
    places: inMeeting(0, {}),
    spec: [spec("MS-ASEMAIL 2.2.2.27")],
  },
};
