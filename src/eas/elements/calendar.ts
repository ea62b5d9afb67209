import { FROM_14_0, FROM_16_0, ONLY_2_5, TO_14_1 } from "../versions";
import {
  type ElementsOfPage,
  type PageElements,
  type Place,
  request,
  response,
  spec,
  UNBOUNDED,
} from "./element";
import {
  inItems,
  inResults,
  inReturnedItems,
  inSchema,
  inSupported,
  inSync,
  limitToTagVersions,
} from "./itemPlaces";
import {
  allCalendarTypes,
  everyDay,
  recurrenceTypes,
  weekdayBits,
  weekdayNumbers,
  weeksOfMonth,
} from "./recurrenceValues";

const CALENDAR = { classes: ["Calendar"] } as const;
const FROM_12_0_TO_14_1 = TO_14_1.filter((version) => version !== "2.5");

const REQUIRED_NAME = "empty: it names the property; a list for a calendar that is not empty must name it";
const INHERITED = "absent: as in the series; empty: taken away from this occurrence";

const calendarSpec = (section: string) => [spec(`MS-ASCAL ${section}`)];

const inRequest = (more: Partial<Place> = {}): Place =>
  request("Sync", "AirSync:ApplicationData", 0, 1, { ...CALENDAR, ...more });
const inResponse = (min = 0, more: Partial<Place> = {}): Place =>
  response("Sync", "AirSync:ApplicationData", min, 1, { ...CALENDAR, ...more });

/**
 * The places for fetching a property: its name in the request's Schema, the property itself in the response.
 */
const fetchedPlaces = [inSchema("Calendar"), ...inResults("Calendar")];
/**
 * In the Supported list: the 14 properties that have to be listed, and the 6 that can be [MS-ASCMD
 * 2.2.3.179].
 */
const mustBeSupported = inSupported("Calendar", REQUIRED_NAME);
const maybeSupported = inSupported("Calendar");

const inException = (more: Partial<Place> = {}): readonly Place[] =>
  inItems("Calendar:Exception", 0, 1, { when: INHERITED, ...more });
const inRecurrence = (more: Partial<Place> = {}): readonly Place[] =>
  inItems("Calendar:Recurrence", 0, 1, more);

/** The places of a property that only the server writes. */
const serverOnly = [inResponse(), ...inResults("Calendar")];

/** The places of a property that items and exceptions share, and that Supported has to list. */
const usual: readonly Place[] = [...inSync("Calendar"), ...fetchedPlaces, mustBeSupported, ...inException()];

/** Elements of the item itself, and of the exceptions to a series if they can differ there. */
const itemElements = {
  Timezone: {
    type: "timeZone",
    summary:
      "The time zone the item was made in: base64 of 172 bytes with offset, names and both changes of the clock. All times are UTC, " +
      "so this decides when the occurrences of a series move with the clock.",
    limits: { minLength: 232, maxLength: 232 },
    places: [
      inRequest({ when: "not in an all-day event from version 16.0" }),
      inResponse(0, { when: "left out of an all-day event from version 16.0" }),
      ...fetchedPlaces,
      mustBeSupported,
    ],
    spec: [...calendarSpec("2.2.2.44"), spec("MS-ASDTYPE 2.7.4")],
  },
  AllDayEvent: {
    type: "unsignedByte",
    summary:
      "Whether the event takes whole days, from midnight to midnight. From version 16.0 such an event floats: it has no Timezone, " +
      "its StartTime, EndTime and Until have no time of day, and an exception must say the same as its series.",
    values: [
      { value: "0", meaning: "It has a beginning and an end by the clock." },
      { value: "1", meaning: "It takes one or more whole days." },
    ],
    places: usual,
    spec: calendarSpec("2.2.2.1"),
  },
  Body: {
    type: "string",
    summary:
      "The text of an item or of an exception, in version 2.5. Once the server has shortened it, that version gives no way to fetch " +
      "the rest.",
    places: [...inSync("Calendar"), ...inException()],
    spec: [...calendarSpec("2.2.2.7.2"), spec("MS-ASCMD 2.2.3.185")],
    deprecated: "Version 2.5 only; AirSyncBase:Body takes its place.",
  },
  BodyTruncated: {
    type: "boolean",
    summary:
      "Whether the server shortened the text in Body, as Truncation in the request had asked; version 2.5.",
    values: [
      { value: "0", meaning: "The text is complete." },
      { value: "1", meaning: "The end of the text is missing." },
    ],
    places: [inResponse()],
    spec: calendarSpec("2.2.2.8"),
    deprecated: "Version 2.5 only; AirSyncBase:Truncated takes its place.",
  },
  BusyStatus: {
    type: "unsignedByte",
    summary:
      "How the time shows in free/busy views of the user's calendar; for an exception the specification has the organizer's in mind.",
    values: [
      {
        value: "-1",
        meaning: "Unknown; in responses only, although the data type has no such number.",
        versions: FROM_16_0,
      },
      { value: "0", meaning: "Free." },
      { value: "1", meaning: "Tentative." },
      { value: "2", meaning: "Busy." },
      { value: "3", meaning: "Out of the office." },
      { value: "4", meaning: "Working somewhere else; in responses only.", versions: FROM_16_0 },
    ],
    places: usual,
    spec: calendarSpec("2.2.2.9"),
  },
  Categories: {
    type: "container",
    summary:
      "The labels that the user gave the item or the exception. The list replaces the one that was there.",
    places: usual,
    spec: calendarSpec("2.2.2.11"),
  },
  Category: {
    type: "string",
    summary: "One label, by its name.",
    places: inItems("Calendar:Categories", 0, 300),
    spec: calendarSpec("2.2.2.12"),
  },
  DtStamp: {
    type: "compactDateTime",
    summary:
      "When the item was made or last changed, or when the exception was made. From version 16.0 the server alone sets it.",
    places: [
      inRequest({ versions: TO_14_1 }),
      inResponse(),
      ...fetchedPlaces,
      mustBeSupported,
      request("Sync", "Calendar:Exception", 0, 1, { versions: TO_14_1, when: INHERITED }),
      ...inReturnedItems("Calendar:Exception", 0, 1, { when: INHERITED }),
    ],
    spec: calendarSpec("2.2.2.18"),
  },
  StartTime: {
    type: "compactDateTime",
    summary:
      "When the event begins, in UTC. An Add without it begins at the next half hour, and may fail (Status 6) where it has an EndTime. " +
      "From version 16.0 a new value for a series discards its exceptions.",
    places: [
      inRequest({ when: "should be there, and above all where EndTime is" }),
      inResponse(0, { when: "required unless only DtStamp or AttendeeType has changed" }),
      ...fetchedPlaces,
      mustBeSupported,
      ...inException(),
    ],
    spec: [...calendarSpec("2.2.2.42"), ...calendarSpec("3.2.4.4"), ...calendarSpec("3.2.5.3")],
  },
  EndTime: {
    type: "compactDateTime",
    summary:
      "When the event ends, in UTC; in an all-day event, the midnight after its last day. An Add without it ends half an hour after the " +
      "next half hour, or fails (Status 6) where StartTime is yet to come. From version 16.0 a new value for a series discards its " +
      "exceptions.",
    places: [
      inRequest({ when: "should be there, and StartTime with it (or else Status 6 may follow)" }),
      inResponse(1),
      ...fetchedPlaces,
      mustBeSupported,
      ...inException(),
    ],
    spec: [...calendarSpec("2.2.2.20"), ...calendarSpec("3.2.4.4"), ...calendarSpec("3.2.5.3")],
  },
  Location: {
    type: "string",
    summary:
      "Where the event takes place. It cannot be ghosted: a Change that leaves it out clears it. Versions 16.0 and 16.1 have " +
      "AirSyncBase:Location, a container, instead.",
    places: usual,
    spec: calendarSpec("2.2.2.27"),
    deprecated: "Up to version 14.1; AirSyncBase:Location takes its place.",
  },
  Reminder: {
    type: "unsignedInt",
    summary:
      "How many minutes ahead of StartTime the user is to be reminded. Up to version 14.0 it always has a number; later it may be " +
      "empty, for none.",
    places: usual,
    spec: calendarSpec("2.2.2.38"),
  },
  Sensitivity: {
    type: "unsignedByte",
    summary: "How private the event is meant to be; advice to whoever shows it to others, not a protection.",
    values: [
      { value: "0", meaning: "Normal." },
      { value: "1", meaning: "Personal." },
      { value: "2", meaning: "Private." },
      { value: "3", meaning: "Confidential." },
    ],
    places: usual,
    spec: calendarSpec("2.2.2.41"),
  },
  Subject: {
    type: "string",
    summary: "The title of the event.",
    places: usual,
    spec: calendarSpec("2.2.2.43"),
  },
  UID: {
    type: "string",
    summary:
      "The identifier of an event or series that stays the same in every calendar that has it, which a ServerId does not. Up to version " +
      "14.1 the client makes it up, and Exchange 2007 SP1 where the client did not; from 16.0 the server does, and the client sends " +
      "ClientUid.",
    meanings: [
      {
        where: "in a meeting request, from version 16.0",
        parent: "Email:MeetingRequest",
        direction: "response",
        text: "Tells which item of the calendar the invitation is about; it took the place of GlobalObjId.",
        spec: spec("MS-ASEMAIL 2.2.2.48"),
      },
    ],
    limits: { maxLength: 300 },
    places: [
      request("Sync", "AirSync:ApplicationData", 1, 1, { ...CALENDAR, versions: ONLY_2_5 }),
      inRequest({ versions: FROM_12_0_TO_14_1 }),
      inResponse(),
      ...fetchedPlaces,
      mustBeSupported,
      ...inItems("Calendar:Exception", 0, 1, { versions: ONLY_2_5 }),
      ...inReturnedItems("Email:MeetingRequest", 1, 1, { versions: FROM_16_0 }),
    ],
    spec: [...calendarSpec("2.2.2.46"), ...calendarSpec("7")],
  },
  ClientUid: {
    type: "string",
    summary:
      "A random identifier that the client makes up for a new event. Sent again unchanged with a repeated Add, it lets the server notice " +
      "that the event is there already.",
    limits: { minLength: 1, maxLength: 300 },
    places: [inRequest({ grandparent: "AirSync:Add", when: "in an Add" })],
    spec: calendarSpec("2.2.2.13"),
  },
} satisfies PageElements;

/** Elements of a meeting: the organizer, the attendees and their answers. */
const meetingElements = {
  MeetingStatus: {
    type: "unsignedByte",
    summary:
      "Whether the event is a meeting, whose it is and whether it was called off, as a sum of bits: 1 it is a meeting, 2 it came from " +
      "somebody else, 4 it is cancelled. Bit 8 means nothing and is to be ignored.",
    values: [
      { value: "0", meaning: "An appointment of the user alone, without attendees." },
      { value: "1", meaning: "A meeting that the user organises." },
      { value: "3", meaning: "A meeting to which somebody else invited the user." },
      { value: "5", meaning: "A meeting that the user organised and has cancelled." },
      { value: "7", meaning: "A meeting to which somebody else invited the user, since cancelled." },
      { value: "9", meaning: "As 1." },
      { value: "11", meaning: "As 3." },
      { value: "13", meaning: "As 5." },
      { value: "15", meaning: "As 7." },
    ],
    places: [...inSync("Calendar"), ...fetchedPlaces, maybeSupported, ...inException()],
    spec: calendarSpec("2.2.2.28"),
  },
  OrganizerName: {
    type: "string",
    summary:
      "The name of whoever made the event. From version 16.0 the server fills in the user, and a client must not send it.",
    places: [inRequest({ versions: TO_14_1 }), inResponse(), ...fetchedPlaces, maybeSupported],
    spec: calendarSpec("2.2.2.36"),
  },
  OrganizerEmail: {
    type: "emailAddress",
    summary:
      "The mail address of whoever made the event. From version 16.0 the server fills in the user's, and a client must not send it.",
    places: [inRequest({ versions: TO_14_1 }), inResponse(), ...fetchedPlaces, maybeSupported],
    spec: calendarSpec("2.2.2.35"),
  },
  Attendees: {
    type: "container",
    summary:
      "Everybody who is invited. In an exception, from version 14.0, everybody who is invited to that occurrence.",
    places: [
      ...inSync("Calendar"),
      ...fetchedPlaces,
      maybeSupported,
      ...inException({ versions: FROM_14_0 }),
    ],
    spec: calendarSpec("2.2.2.4"),
  },
  Attendee: {
    type: "container",
    summary:
      "One person or resource that is invited, with the answer as far as it is known to the organizer's server.",
    places: inItems("Calendar:Attendees", 0, UNBOUNDED),
    spec: calendarSpec("2.2.2.3"),
  },
  Email: {
    type: "emailAddress",
    summary:
      "The attendee's mail address. A server must notice text that is no address, and may send a placeholder for it; Exchange sends none.",
    places: inItems("Calendar:Attendee", 1, 1),
    spec: [...calendarSpec("2.2.2.19"), ...calendarSpec("3.2.5"), ...calendarSpec("7")],
  },
  Name: {
    type: "string",
    summary: "The attendee's name as it is to be shown.",
    places: inItems("Calendar:Attendee", 1, 1),
    spec: calendarSpec("2.2.2.30"),
  },
  AttendeeStatus: {
    type: "unsignedByte",
    summary: "What the attendee answered. From version 16.0 only the server sends it.",
    values: [
      { value: "0", meaning: "Not known." },
      { value: "2", meaning: "Accepted tentatively." },
      { value: "3", meaning: "Accepted." },
      { value: "4", meaning: "Declined." },
      { value: "5", meaning: "No answer yet." },
    ],
    places: [
      request("Sync", "Calendar:Attendee", 0, 1, { versions: TO_14_1 }),
      ...inReturnedItems("Calendar:Attendee", 0, 1),
    ],
    spec: calendarSpec("2.2.2.5"),
  },
  AttendeeType: {
    type: "unsignedByte",
    summary: "Whether the attendee has to come, may come, or is not a person.",
    values: [
      { value: "1", meaning: "Required." },
      { value: "2", meaning: "Optional." },
      { value: "3", meaning: "A resource, such as a room." },
    ],
    places: inItems("Calendar:Attendee", 0, 1),
    spec: calendarSpec("2.2.2.6"),
  },
  DisallowNewTimeProposal: {
    type: "boolean",
    summary:
      "Whether the organizer rules out that attendees propose another time. A request without it means 0.",
    values: [
      { value: "0", meaning: "Attendees may propose another time." },
      { value: "1", meaning: "They may not." },
    ],
    places: [inRequest(), inResponse(1), ...fetchedPlaces, maybeSupported],
    spec: calendarSpec("2.2.2.17"),
  },
  ResponseRequested: {
    type: "boolean",
    summary: "Whether the organizer wants an answer to the invitation.",
    values: [
      { value: "0", meaning: "No answer is wanted." },
      { value: "1", meaning: "An answer is wanted." },
    ],
    places: [...inSync("Calendar"), ...fetchedPlaces, maybeSupported],
    spec: calendarSpec("2.2.2.39"),
  },
  AppointmentReplyTime: {
    type: "compactDateTime",
    summary:
      "When the user answered the invitation to the meeting, or to this occurrence of it. Absent as long as there is no answer.",
    places: [
      ...serverOnly,
      ...inReturnedItems("Calendar:Exception", 0, 1, {
        when: "the occurrence was accepted, firmly or tentatively",
      }),
    ],
    spec: [...calendarSpec("2.2.2.2"), ...calendarSpec("3.2.5")],
  },
  ResponseType: {
    type: "unsignedInt",
    summary: "How the user answered the invitation to the meeting, or to this occurrence of it.",
    values: [
      { value: "0", meaning: "No answer has arrived." },
      { value: "1", meaning: "The user is the organizer, who need not answer." },
      { value: "2", meaning: "Accepted tentatively." },
      { value: "3", meaning: "Accepted." },
      { value: "4", meaning: "Declined." },
      { value: "5", meaning: "The user has yet to answer." },
    ],
    places: [
      ...serverOnly,
      ...inReturnedItems("Calendar:Exception", 0, 1, { when: "absent: as in the series" }),
    ],
    spec: calendarSpec("2.2.2.40"),
  },
  OnlineMeetingConfLink: {
    type: "string",
    summary:
      "The SIP address (a GRUU, [MS-SIPRE]) at which a client joins the online meeting. Empty in an exception that has none.",
    places: [...serverOnly, ...inReturnedItems("Calendar:Exception", 0, 1, { when: INHERITED })],
    spec: calendarSpec("2.2.2.33"),
  },
  OnlineMeetingExternalLink: {
    type: "string",
    summary:
      "The web address at which anybody joins the online meeting with a browser. Empty in an exception that has none.",
    places: [...serverOnly, ...inReturnedItems("Calendar:Exception", 0, 1, { when: INHERITED })],
    spec: calendarSpec("2.2.2.34"),
  },
} satisfies PageElements;

/** Elements of a series: its pattern, and the occurrences that differ from it. */
const seriesElements = {
  Recurrence: {
    type: "container",
    summary:
      "The pattern by which the event repeats; two occurrences may not begin on one day, nor overlap. From version 16.0 a new pattern " +
      "discards the exceptions, and an empty element turns the series into a single event.",
    places: [...inSync("Calendar"), ...fetchedPlaces, mustBeSupported],
    spec: [...calendarSpec("2.2.2.37"), ...calendarSpec("2.2.2.37.1")],
  },
  Type: {
    type: "unsignedByte",
    summary:
      "The kind of pattern, which decides what else Recurrence needs: weekdays, a date, a week of the month.",
    values: recurrenceTypes,
    places: [
      request("Sync", "Calendar:Recurrence", 1, 1, { versions: TO_14_1 }),
      request("Sync", "Calendar:Recurrence", 0, 1, { versions: FROM_16_0 }),
      ...inReturnedItems("Calendar:Recurrence", 1, 1),
    ],
    spec: [...calendarSpec("2.2.2.45"), ...calendarSpec("2.2.2.37.1")],
  },
  Occurrences: {
    type: "unsignedShort",
    summary:
      "How many times the event takes place. A series has this or Until or, where it never ends, neither; a server that gets both " +
      "goes by this.",
    limits: { max: 999 },
    places: inRecurrence({ when: "not together with Until" }),
    spec: [...calendarSpec("2.2.2.32"), ...calendarSpec("3.2.5.3")],
  },
  Until: {
    type: "compactDateTime",
    summary: "When the series ends, in UTC. A server that gets Occurrences as well ignores this.",
    places: inRecurrence({ when: "not together with Occurrences" }),
    spec: [...calendarSpec("2.2.2.47"), ...calendarSpec("3.2.5.3")],
  },
  Interval: {
    type: "unsignedShort",
    summary:
      "How many days, weeks, months or years (Type says which) it is from one occurrence to the next. For 0, Exchange 2007 SP1 and 2010 " +
      "answer Status 6, and later ones make it 1.",
    limits: { min: 0, max: 999 },
    places: inRecurrence(),
    spec: [...calendarSpec("2.2.2.25"), ...calendarSpec("7")],
  },
  DayOfWeek: {
    type: "unsignedShort",
    summary:
      "The days of the week, as a sum of bits: Monday and Friday is 34. With Type 2 or 5 it is an error (Status 6).",
    values: [
      ...weekdayBits,
      { value: "62", meaning: "Monday to Friday." },
      { value: "65", meaning: "Saturday and Sunday." },
      everyDay,
    ],
    limits: { min: 1, max: 127 },
    places: [
      request("Sync", "Calendar:Recurrence", 0, 1, {
        when: "required for Type 1 and 3; allowed for 0 and 6 (Exchange 2007 SP1: not for 0)",
      }),
      ...inReturnedItems("Calendar:Recurrence", 0, 1, {
        when: "there for Type 1, 3 and 6, and for 0 where it names days",
      }),
    ],
    spec: [...calendarSpec("2.2.2.15"), ...calendarSpec("2.2.2.37.1")],
  },
  DayOfMonth: {
    type: "unsignedByte",
    summary:
      "The day of the month on which a monthly or yearly event falls. With a Type other than 2 and 5 it is an error (Status 6).",
    limits: { min: 1, max: 31 },
    places: inRecurrence({ when: "required for Type 2 and 5, not allowed for others" }),
    spec: [...calendarSpec("2.2.2.14"), ...calendarSpec("2.2.2.37.1")],
  },
  WeekOfMonth: {
    type: "unsignedByte",
    summary:
      "Which one of the days that DayOfWeek names, counted within the month; with every day (127) it is the number of the day. " +
      "With a Type other than 3 and 6 it is an error (Status 6).",
    values: weeksOfMonth,
    limits: { min: 1, max: 5 },
    places: inRecurrence({ when: "required for Type 3 and 6, not allowed for others" }),
    spec: [...calendarSpec("2.2.2.48"), ...calendarSpec("2.2.2.37.1")],
  },
  MonthOfYear: {
    type: "unsignedByte",
    summary:
      "The month of a yearly event, 1 for January. With a Type other than 5 and 6 it is an error (Status 6).",
    limits: { min: 1, max: 12 },
    places: inRecurrence({ when: "required for Type 5 and 6, not allowed for others" }),
    spec: [...calendarSpec("2.2.2.29"), ...calendarSpec("2.2.2.37.1")],
  },
  CalendarType: {
    type: "unsignedByte",
    summary:
      "The calendar in which months and days of the pattern are counted. The reserved numbers give Status 6; Exchange 2013 SP1 answers 0 " +
      "to a 1, Exchange 2010 does not.",
    values: allCalendarTypes,
    limits: { min: 0, max: 23 },
    places: [
      request("Sync", "Calendar:Recurrence", 0, 1, { when: "for Type 2, 3, 5 and 6" }),
      ...inReturnedItems("Calendar:Recurrence", 0, 1, { when: "required for Type 2, 3, 5 and 6" }),
    ],
    spec: [...calendarSpec("2.2.2.10"), ...calendarSpec("3.2.5.3")],
  },
  IsLeapMonth: {
    type: "unsignedByte",
    summary:
      "Whether a yearly event falls in the leap month, in calendars that have one (Hebrew, Chinese); elsewhere it changes nothing.",
    values: [
      { value: "0", meaning: "In the ordinary month; so too where the element is absent." },
      { value: "1", meaning: "In the leap month." },
    ],
    places: inRecurrence({ when: "for Type 5 and 6" }),
    spec: [...calendarSpec("2.2.2.26"), ...calendarSpec("2.2.2.37.1")],
  },
  FirstDayOfWeek: {
    type: "unsignedByte",
    summary:
      "The day on which a week begins, which matters to an event every second or third week. Without it the server goes by the user's " +
      "settings; a number above 6 is an error (Status 6).",
    values: weekdayNumbers,
    limits: { min: 0, max: 6 },
    places: [
      request("Sync", "Calendar:Recurrence", 0, 1),
      ...inReturnedItems("Calendar:Recurrence", 0, 1, { when: "required for Type 1" }),
    ],
    spec: [...calendarSpec("2.2.2.24"), ...calendarSpec("3.2.5")],
  },
  Exceptions: {
    type: "container",
    summary:
      "The occurrences of a series that were changed or deleted. A Change without it leaves them as they are. From version 16.0 a client " +
      "changes one by a Change with ServerId and AirSyncBase:InstanceId instead.",
    places: [
      inRequest({ when: "from version 16.0 not to change an exception" }),
      inResponse(),
      ...fetchedPlaces,
      mustBeSupported,
    ],
    spec: [...calendarSpec("2.2.2.22"), ...calendarSpec("3.2.5.3.1")],
  },
  Exception: {
    type: "container",
    summary:
      "One occurrence that departs from its series. What it does not have is as in the series; what it has empty was taken away. " +
      "One that a Change leaves out stays as it is.",
    places: inItems("Calendar:Exceptions", 0, 256),
    spec: [...calendarSpec("2.2.2.21"), ...calendarSpec("3.1.5.3.1"), ...calendarSpec("3.2.5.3.1")],
  },
  Deleted: {
    type: "unsignedByte",
    summary: "Whether the occurrence is gone from the series, rather than changed.",
    values: [
      { value: "0", meaning: "It takes place, with the changes given here." },
      { value: "1", meaning: "It is deleted." },
    ],
    places: inItems("Calendar:Exception", 0, 1),
    spec: calendarSpec("2.2.2.16"),
  },
  ExceptionStartTime: {
    type: "compactDateTime",
    summary:
      "When the occurrence would have begun by the pattern of its series, in UTC: it tells which occurrence the exception is about. " +
      "Versions 16.0 and 16.1 have AirSyncBase:InstanceId instead.",
    places: inItems("Calendar:Exception", 1, 1),
    spec: calendarSpec("2.2.2.23"),
    deprecated: "Up to version 14.1; AirSyncBase:InstanceId takes its place.",
  },
} satisfies PageElements;

/** Code page 4, Calendar: appointments, meetings and series [MS-ASCAL 2.2.2]. */
export const calendar: PageElements = limitToTagVersions("Calendar", {
  ...itemElements,
  ...meetingElements,
  ...seriesElements,
} satisfies ElementsOfPage<"Calendar">);
