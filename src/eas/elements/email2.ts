import { FROM_16_1 } from "../versions";
import { type ElementsOfPage, type Place, request, response, spec, value } from "./element";
import { SMS_FOLDERS } from "./itemPlaces";
import { calendarTypes, weekdayNumbers } from "./recurrenceValues";

const EMAIL = ["Email"];
const SMS = ["SMS"];
const DATA = "AirSync:ApplicationData";

const WHOLE_ITEM =
  "the message belongs to a conversation and the whole item is returned; a Change of flags alone leaves it out";
const VOICE = "MessageClass is that of a voice message or a missed call";

/** The places where a server returns a property of an e-mail. */
const inReturnedMail = (when?: string): readonly Place[] => {
  const more = when === undefined ? { classes: EMAIL } : { classes: EMAIL, when };
  return [
    response("Sync", DATA, 0, 1, more),
    response("ItemOperations", "ItemOperations:Properties", 0, 1, more),
    response("Search", "Search:Properties", 0, 1, more),
  ];
};

/** The two conversation elements: required in Sync responses for mail and SMS, and never sent by a client. */
const conversation: readonly Place[] = [
  response("Sync", DATA, 1, 1, { classes: EMAIL, when: WHOLE_ITEM }),
  response("Sync", DATA, 1, 1, { classes: SMS, when: WHOLE_ITEM }),
  ...inReturnedMail().slice(1),
  ...inReturnedMail()
    .slice(1)
    .map((place) => ({ ...place, classes: SMS })),
];

const inReturnedContainer = (parent: string, min: number, when?: string): readonly Place[] =>
  ["Sync", "ItemOperations", "Search"].map((command) =>
    response(command, parent, min, 1, when === undefined ? {} : { when }),
  );

/**
 * The calendars listed in [MS-ASEMAIL] 2.2.2.15: those of the other classes, except for the ones reserved
 * there.
 */
const calendars = calendarTypes.filter(
  (calendar) => !["16", "17", "18", "19", "23"].includes(calendar.value),
);

/** The message classes of unified messaging, the only ones with Um elements. */
const voiceClasses =
  "IPM.Note.Microsoft.Voicemail, IPM.Note.Microsoft.Voicemail.UM, IPM.Note.Microsoft.Voicemail.UM.CA, the same three with IPM.Note.RPMSG for IPM.Note, and IPM.Note.Microsoft.Missed.Voice";

/**
 * Code page 22, Email2: additions to mail in versions 14.0 and later [MS-ASEMAIL], and the conversation of an
 * SMS [MS-ASMS] 2.2.2.1.
 */
export const email2: ElementsOfPage<"Email2"> = {
  UmCallerID: {
    type: "string",
    summary: `The number to call back for a voice message: an E.164 number or a SIP address. Empty or missing where the caller withheld it. Belongs to the classes ${voiceClasses}; a client that sends it gets Status 6.`,
    places: inReturnedMail(VOICE),
    spec: [spec("MS-ASEMAIL 2.2.2.83")],
  },
  UmUserNotes: {
    type: "string",
    summary: `Notes that somebody wrote on a voice message; the server cuts them at 16,374 bytes. Belongs to the classes ${voiceClasses}; a client that sends it gets Status 6.`,
    limits: { maxLength: 16374 },
    places: inReturnedMail(VOICE),
    spec: [spec("MS-ASEMAIL 2.2.2.84")],
  },
  UmAttDuration: {
    type: "integer",
    summary:
      "How many seconds the recording in this attachment lasts. The server sets it; only voice messages and missed calls have it.",
    limits: { min: 0 },
    places: inReturnedContainer("AirSyncBase:Attachment", 0, VOICE),
    spec: [spec("MS-ASEMAIL 2.2.2.81")],
  },
  UmAttOrder: {
    type: "integer",
    summary:
      "The position of a recording among those of one item: the latest has 1. When another recording arrives the server numbers all of them anew.",
    limits: { min: 1 },
    places: inReturnedContainer("AirSyncBase:Attachment", 0, VOICE),
    spec: [spec("MS-ASEMAIL 2.2.2.82")],
  },
  ConversationId: {
    type: "byteArray",
    summary:
      "The conversation a message belongs to: as a rule 16 bytes, raw and opaque, equal for all its messages. The server makes it; a client that puts it into a Change gets Status 6.",
    meanings: [
      {
        where: "in a Sync response",
        parent: DATA,
        command: "Sync",
        direction: "response",
        text: "The conversation of the item. Under Responses it tells the client the conversation of what it just added: an SMS, or from 16.0 on a draft.",
        spec: spec("MS-ASEMAIL 2.2.2.21"),
      },
    ],
    places: conversation,
    spec: [spec("MS-ASEMAIL 2.2.2.21"), spec("MS-ASCON 2.2.2.3.3")],
    sms: {
      section: "2.2.2.1.2",
      role: "Which conversation the SMS belongs to.",
      format: "A byte array, on the wire as opaque data without base64.",
      example: "4F 1B 22 9C 07 D3 4A 5E 91 60 C8 2E 75 AA 13 F4",
      client:
        "Never sends it: not with an Add, where the response brings it, and not in a Change, where it causes Status 6.",
      server: "Has to return it with every SMS item, also for an item just added, next to the new ServerId.",
      products: SMS_FOLDERS,
    },
  },
  ConversationIndex: {
    type: "byteArray",
    summary:
      "The place of a message in its conversation, raw and opaque: 5 bytes for the time of the first message, then 5 for every reply or forwarding since. Sorting by it gives the tree of the thread.",
    limits: { minLength: 5 },
    meanings: [
      {
        where: "in a Sync response",
        parent: DATA,
        command: "Sync",
        direction: "response",
        text: "The index of the item. Under Responses it tells the client the index of what it just added: an SMS, or from 16.0 on a draft.",
        spec: spec("MS-ASEMAIL 2.2.2.22"),
      },
    ],
    places: conversation,
    spec: [spec("MS-ASEMAIL 2.2.2.22"), spec("MS-ASCON 2.2.2.4"), spec("MS-ASCON 2.2.2.4.1")],
    sms: {
      section: "2.2.2.1.3",
      role: "The time stamps by which a client draws the SMS of a conversation as a tree.",
      format:
        "A byte array, on the wire as opaque data: a header of 5 bytes, big endian, cut out of a FILETIME (3 bytes of its high part, 2 of its low part), and 5 more for each answer.",
      example: "DA A8 3C C9 EB",
      client:
        "Never sends it: not with an Add, where the response brings it, and not in a Change, where it causes Status 6.",
      server: "Has to return it with every SMS item, also for an item just added, next to the new ServerId.",
      products: SMS_FOLDERS,
    },
  },
  LastVerbExecuted: {
    type: "integer",
    summary:
      "What was last done with the message, so that the client can draw the right arrow on it. Goes with LastVerbExecutionTime.",
    values: [
      value("0", "Nothing known."),
      value("1", "Answered to the sender."),
      value("2", "Answered to all."),
      value("3", "Forwarded."),
    ],
    places: inReturnedMail(),
    spec: [spec("MS-ASEMAIL 2.2.2.44")],
  },
  LastVerbExecutionTime: {
    type: "dateTime",
    summary: "When that was done which LastVerbExecuted names, in UTC.",
    places: inReturnedMail(),
    spec: [spec("MS-ASEMAIL 2.2.2.45")],
  },
  ReceivedAsBcc: {
    type: "boolean",
    summary:
      "That the owner of the mailbox got the message as a blind copy. Sent only when true; a client that changes it gets Status 6.",
    values: [
      value("0", "Not a blind copy; the server leaves the element out instead."),
      value("1", "A blind copy."),
    ],
    places: inReturnedMail(),
    spec: [spec("MS-ASEMAIL 2.2.2.59")],
  },
  Sender: {
    type: "emailAddress",
    summary:
      "The delegate who sent the message for the one in Email:From. Missing where both are the same person; a client that changes it gets Status 6.",
    places: inReturnedMail("somebody else than From sent the message"),
    spec: [spec("MS-ASEMAIL 2.2.2.70")],
  },
  CalendarType: {
    type: "integer",
    summary: "The calendar that the days, months and years of the repetition are counted in.",
    values: calendars,
    places: inReturnedContainer("Email:Recurrence", 0, "needed where Type is 2, 3, 5 or 6"),
    spec: [spec("MS-ASEMAIL 2.2.2.15")],
  },
  IsLeapMonth: {
    type: "unsignedByte",
    summary: "Whether the repetition falls in the leap month of a lunisolar year.",
    values: [
      value("0", "Not in the leap month; what an absent element means."),
      value("1", "In the leap month."),
    ],
    places: inReturnedContainer("Email:Recurrence", 1),
    spec: [spec("MS-ASEMAIL 2.2.2.43")],
  },
  AccountId: {
    type: "string",
    summary:
      "Which of the person's connected accounts the message came through: one of the AccountId values that Settings lists. Mail of the main account has none; an unknown value is no error, the account may have been removed.",
    places: inReturnedMail("the message came through a connected account"),
    spec: [spec("MS-ASEMAIL 2.2.2.1")],
  },
  FirstDayOfWeek: {
    type: "unsignedByte",
    summary:
      "The day a week starts with for this series. It matters for every second week and longer, since people count weeks differently.",
    values: weekdayNumbers,
    places: inReturnedContainer("Email:Recurrence", 0),
    spec: [spec("MS-ASEMAIL 2.2.2.33")],
  },
  MeetingMessageType: {
    type: "unsignedByte",
    summary:
      "What kind of invitation this is. Only for 1 and 2 a client should offer to accept or decline. The server does not send it again when it changes later; absent, it means 0.",
    values: [
      value("0", "A silent update, or not known."),
      value("1", "The first invitation."),
      value("2", "An update that wants a new answer."),
      value("3", "An update for information only."),
      value("4", "Outdated: something newer came for the same meeting."),
      value("5", "The copy of the person whose delegate gets the invitation."),
      value("6", "Handed to a delegate, not to be answered here. Exchange 2010 alone sends it."),
    ],
    places: inReturnedContainer("Email:MeetingRequest", 1),
    spec: [spec("MS-ASEMAIL 2.2.2.47"), spec("MS-ASCMD 3.1.5.6")],
  },
  IsDraft: {
    type: "boolean",
    summary: "Whether the message is a draft not sent yet. Servers tell it; a request must not hold it.",
    values: [value("0", "Sent or received mail."), value("1", "A draft.")],
    places: [
      ...inReturnedMail(),
      response("Find", "Find:Properties", 0, 1, { classes: EMAIL, versions: FROM_16_1 }),
    ],
    spec: [spec("MS-ASEMAIL 2.2.2.42")],
  },
  Bcc: {
    type: "string",
    summary: "The blind-copy recipients of a draft, as mail addresses with a comma between two.",
    limits: { maxLength: 1024 },
    places: [
      ...inReturnedMail(),
      request("Sync", DATA, 0, 1, {
        classes: EMAIL,
        when: "in the Add or Change of a draft whose Body is not MIME (Type 4)",
      }),
    ],
    spec: [spec("MS-ASEMAIL 2.2.2.9"), spec("MS-ASEMAIL 3.1.5.4")],
  },
  Send: {
    type: "empty",
    summary:
      "Sends the draft at once; without it the Add or Change only saves the draft. It stands beside ApplicationData, not inside it.",
    places: [
      request("Sync", "AirSync:Add", 0, 1, { when: "the item is a draft" }),
      request("Sync", "AirSync:Change", 0, 1, { when: "the item is a draft" }),
    ],
    spec: [spec("MS-ASEMAIL 2.2.2.69"), spec("MS-ASCMD 2.2.3.7.2"), spec("MS-ASCMD 2.2.3.24")],
  },
};
