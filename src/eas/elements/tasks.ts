import { FROM_12_0 } from "../versions";
import {
  type ElementsOfPage,
  type Meaning,
  type PageElements,
  type Place,
  request,
  response,
  spec,
} from "./element";
import { inItems, inResults, inReturnedItems, inSchema, inSync, limitToTagVersions } from "./itemPlaces";
import {
  calendarTypes,
  everyDay,
  recurrenceTypes,
  weekdayBits,
  weekdayNumbers,
  weeksOfMonth,
} from "./recurrenceValues";

const TASKS = { classes: ["Tasks"] } as const;

const taskSpec = (section: string) => [spec(`MS-ASTASK ${section}`)];
const taskAndFlagSpecs = (section: string, flagSection: string) => [
  ...taskSpec(section),
  spec(`MS-ASEMAIL ${flagSection}`),
];

const fetched = [inSchema("Tasks"), ...inResults("Tasks")];
const usual: readonly Place[] = [...inSync("Tasks"), ...fetched];
const inFlag = (more: Partial<Place> = {}): readonly Place[] =>
  inItems("Email:Flag", 0, 1, { versions: FROM_12_0, ...more });
const inRecurrence = (more: Partial<Place> = {}): readonly Place[] => inItems("Tasks:Recurrence", 0, 1, more);

const ALL_FOUR = "all four of StartDate, DueDate, UtcStartDate, UtcDueDate, or none (Status 6)";

const asFlag = (flagSection: string, text: string): readonly Meaning[] => [
  { where: "in the flag of a message", parent: "Email:Flag", text, spec: spec(`MS-ASEMAIL ${flagSection}`) },
];

/**
 * Elements of the task itself; many of them are also used in the flag of a message, which is a task in all
 * but name.
 */
const taskElements = {
  Body: {
    type: "string",
    summary:
      "The text of a task in version 2.5. Once the server has shortened it, that version gives no way to fetch the rest.",
    places: inSync("Tasks"),
    spec: [...taskSpec("2.2.2.1.2"), spec("MS-ASCMD 2.2.3.185")],
    deprecated: "Version 2.5 only; AirSyncBase:Body takes its place.",
  },
  BodySize: {
    type: "integer",
    summary:
      "How many characters the text has on the server; sent in version 2.5 when BodyTruncated says that it was shortened.",
    places: [response("Sync", "AirSync:ApplicationData", 0, 1, { ...TASKS, when: "BodyTruncated is 1" })],
    spec: taskSpec("2.2.2.2"),
    deprecated: "Version 2.5 only; AirSyncBase:EstimatedDataSize takes its place.",
  },
  BodyTruncated: {
    type: "boolean",
    summary:
      "Whether the server shortened the text in Body, as Truncation in the request had asked; version 2.5.",
    values: [
      { value: "0", meaning: "The text is complete." },
      { value: "1", meaning: "The end of the text is missing; BodySize has the full length." },
    ],
    places: [response("Sync", "AirSync:ApplicationData", 0, 1, TASKS)],
    spec: taskSpec("2.2.2.3"),
    deprecated: "Version 2.5 only; AirSyncBase:Truncated takes its place.",
  },
  Subject: {
    type: "string",
    summary: "The title of the task.",
    meanings: asFlag(
      "2.2.2.75.2",
      "What the flagged message is called in a list of things to do; as a rule, the message's own subject.",
    ),
    places: [...usual, ...inFlag()],
    spec: taskAndFlagSpecs("2.2.2.27", "2.2.2.75.2"),
  },
  Importance: {
    type: "unsignedByte",
    summary:
      "How important the task is. A Change without it keeps what was there; a server stores and returns other numbers too, without " +
      "an error.",
    values: [
      { value: "0", meaning: "Low." },
      { value: "1", meaning: "Normal; so too where nothing was ever said." },
      { value: "2", meaning: "High." },
    ],
    places: usual,
    spec: [...taskSpec("2.2.2.14"), ...taskSpec("3.2.5.3.1")],
  },
  Sensitivity: {
    type: "unsignedByte",
    summary: "How private the task is meant to be; advice to whoever shows it to others, not a protection.",
    values: [
      { value: "0", meaning: "Normal; so too where the element is absent." },
      { value: "1", meaning: "Personal." },
      { value: "2", meaning: "Private." },
      { value: "3", meaning: "Confidential." },
    ],
    places: usual,
    spec: taskSpec("2.2.2.24"),
  },
  Categories: {
    type: "container",
    summary: "The labels that the user gave the task. Empty, it takes all of them off.",
    places: usual,
    spec: taskSpec("2.2.2.5"),
  },
  Category: {
    type: "string",
    summary: "One label, by its name.",
    places: inItems("Tasks:Categories", 0, 300),
    spec: taskSpec("2.2.2.6"),
  },
  Complete: {
    type: "unsignedByte",
    summary: "Whether the task is done; the one element that a task always has.",
    values: [
      { value: "0", meaning: "Still to be done." },
      { value: "1", meaning: "Done; DateCompleted says when." },
    ],
    places: [
      request("Sync", "AirSync:ApplicationData", 1, 1, TASKS),
      response("Sync", "AirSync:ApplicationData", 1, 1, TASKS),
      ...fetched,
    ],
    spec: taskSpec("2.2.2.7"),
  },
  DateCompleted: {
    type: "dateTime",
    summary: "When the task was done.",
    meanings: asFlag(
      "2.2.2.23",
      "When the flag was ticked off. It is what ticks it off, and has to come with CompleteTime.",
    ),
    places: [
      request("Sync", "AirSync:ApplicationData", 0, 1, TASKS),
      response("Sync", "AirSync:ApplicationData", 0, 1, { ...TASKS, when: "required where Complete is 1" }),
      ...fetched,
      ...inFlag({ when: "required to mark the flag as done" }),
    ],
    spec: taskAndFlagSpecs("2.2.2.8", "2.2.2.23"),
  },
  StartDate: {
    type: "dateTime",
    summary:
      "The day work on the task begins, in local time although written with a Z; UtcStartDate has the same moment in UTC.",
    meanings: asFlag(
      "2.2.2.72",
      "The day the message is to be dealt with from, in local time; not after DueDate (Status 6).",
    ),
    places: [...usual, ...inFlag({ when: ALL_FOUR })],
    spec: taskAndFlagSpecs("2.2.2.26", "2.2.2.72"),
  },
  UtcStartDate: {
    type: "dateTime",
    summary: "The moment of StartDate in UTC.",
    meanings: asFlag("2.2.2.87", "The moment of StartDate in UTC; before UtcDueDate (Status 6)."),
    places: [...usual, ...inFlag({ when: ALL_FOUR })],
    spec: taskAndFlagSpecs("2.2.2.32", "2.2.2.87"),
  },
  DueDate: {
    type: "dateTime",
    summary:
      "The day the task is to be done by, in local time although written with a Z; UtcDueDate has the same moment in UTC.",
    meanings: asFlag(
      "2.2.2.31",
      "The day the message is to be dealt with by, in local time; not before StartDate (Status 6).",
    ),
    places: [...usual, ...inFlag({ when: ALL_FOUR })],
    spec: taskAndFlagSpecs("2.2.2.12", "2.2.2.31"),
  },
  UtcDueDate: {
    type: "dateTime",
    summary: "The moment of DueDate in UTC.",
    meanings: asFlag("2.2.2.86", "The moment of DueDate in UTC; not before UtcStartDate (Status 6)."),
    places: [...usual, ...inFlag({ when: ALL_FOUR })],
    spec: taskAndFlagSpecs("2.2.2.31", "2.2.2.86"),
  },
  ReminderSet: {
    type: "unsignedByte",
    summary:
      "Whether the user is to be reminded at ReminderTime. A Change without it keeps what was there; other numbers are an error " +
      "(Status 6).",
    meanings: asFlag(
      "2.2.2.64",
      "Whether the user is to be reminded of the flagged message; with 1, ReminderTime has to be there (Status 6).",
    ),
    values: [
      { value: "0", meaning: "No reminder; so too where nothing was ever said." },
      { value: "1", meaning: "A reminder at ReminderTime." },
    ],
    places: [...usual, ...inFlag()],
    spec: [...taskAndFlagSpecs("2.2.2.22", "2.2.2.64"), ...taskSpec("3.2.5.3.2")],
  },
  ReminderTime: {
    type: "dateTime",
    summary: "When the user is to be reminded of the task; counts only where ReminderSet is 1.",
    meanings: asFlag("2.2.2.65", "When the user is to be reminded of the flagged message."),
    places: [...usual, ...inFlag({ when: "required where ReminderSet is 1 (Status 6)" })],
    spec: taskAndFlagSpecs("2.2.2.23", "2.2.2.65"),
  },
  OrdinalDate: {
    type: "dateTime",
    summary: "When the client flagged the message; lists of flagged messages are put in this order.",
    places: inFlag(),
    spec: taskAndFlagSpecs("2.2.2.19", "2.2.2.56"),
  },
  SubOrdinalDate: {
    type: "string",
    summary: "Any text that decides the order of flags whose OrdinalDate is the same.",
    places: inFlag(),
    spec: taskAndFlagSpecs("2.2.2.28", "2.2.2.76"),
  },
} satisfies PageElements;

/** Elements of a recurring task. */
const seriesElements = {
  Recurrence: {
    type: "container",
    summary: "The pattern by which the task comes back, and whether this is one of its occurrences.",
    places: usual,
    spec: taskSpec("2.2.2.20"),
  },
  Type: {
    type: "unsignedByte",
    summary:
      "The kind of pattern, which decides what else Recurrence needs: weekdays, a date, a week of the month. Without it the server " +
      "answers Status 6.",
    values: recurrenceTypes,
    places: inItems("Tasks:Recurrence", 1, 1),
    spec: taskSpec("2.2.2.29"),
  },
  Start: {
    type: "dateTime",
    summary:
      "The day the series begins, in local time. A request without it fails with Status 6; in version 14.0, Exchange 2010 SP1 and the " +
      "first releases of 2013 and 2016 do not return it.",
    places: inItems("Tasks:Recurrence", 1, 1),
    spec: [...taskSpec("2.2.2.25"), ...taskSpec("3.2.5.3.3"), ...taskSpec("7")],
  },
  Until: {
    type: "dateTime",
    summary: "The end of the series. A server that gets Occurrences as well ignores this.",
    places: inRecurrence({ when: "not together with Occurrences" }),
    spec: [...taskSpec("2.2.2.30"), ...taskSpec("3.2.5.3.4")],
  },
  Occurrences: {
    type: "unsignedByte",
    summary:
      "How many times the task comes up before the series is over. A server that gets Until as well goes by this.",
    limits: { min: 0, max: 255 },
    places: inRecurrence({ when: "not together with Until" }),
    spec: [...taskSpec("2.2.2.18"), ...taskSpec("3.2.5.3.4")],
  },
  Interval: {
    type: "unsignedShort",
    summary:
      "How many days, weeks, months or years (Type says which) it is from one occurrence to the next, or, where the task " +
      "regenerates, from its completion.",
    limits: { min: 0, max: 999 },
    places: inRecurrence(),
    spec: taskSpec("2.2.2.15"),
  },
  DayOfMonth: {
    type: "unsignedByte",
    summary:
      "The day of the month on which a monthly or yearly task comes up. With a Type other than 2 and 5 it is an error (Status 6).",
    limits: { min: 1, max: 31 },
    places: inRecurrence({ when: "required for Type 2 and 5, not allowed for others" }),
    spec: taskSpec("2.2.2.9"),
  },
  DayOfWeek: {
    type: "unsignedByte",
    summary:
      "The days of the week, as a sum of bits: Monday and Friday is 34. With Type 2 or 5 it is an error (Status 6).",
    values: [...weekdayBits, everyDay],
    limits: { min: 1, max: 127 },
    places: inRecurrence({
      when: "required for Type 1, 3 and 6; allowed for 0 (Exchange 2007 SP1: Status 6), not for 2 and 5",
    }),
    spec: [...taskSpec("2.2.2.10"), ...taskSpec("7")],
  },
  WeekOfMonth: {
    type: "unsignedByte",
    summary:
      "Which one of the days that DayOfWeek names, counted within the month. With a Type other than 3 and 6 it is an error (Status 6).",
    values: weeksOfMonth,
    limits: { min: 1, max: 5 },
    places: inRecurrence({ when: "required for Type 3 and 6, not allowed for others" }),
    spec: taskSpec("2.2.2.33"),
  },
  MonthOfYear: {
    type: "unsignedByte",
    summary: "The month in which a yearly task comes up, 1 for January.",
    limits: { min: 1, max: 12 },
    places: inRecurrence({ when: "required for Type 5 and 6" }),
    spec: taskSpec("2.2.2.17"),
  },
  Regenerate: {
    type: "unsignedByte",
    summary:
      "Whether the next occurrence is counted from the day this one is done rather than by the calendar.",
    values: [
      { value: "0", meaning: "By the calendar; so too where the element is absent." },
      { value: "1", meaning: "A new task is made once this one is done." },
    ],
    places: inRecurrence(),
    spec: taskSpec("2.2.2.21"),
  },
  DeadOccur: {
    type: "unsignedByte",
    summary:
      "Tells one occurrence of a task that comes back from the series itself: 0, which is also meant where it is absent, is the series, " +
      "any other number an occurrence. A client that marks an occurrence as done has to send a number other than 0.",
    limits: { min: 0, max: 255 },
    places: inRecurrence(),
    spec: taskSpec("2.2.2.11"),
  },
  CalendarType: {
    type: "unsignedByte",
    summary:
      "The calendar in which months and days of the pattern are counted. With a Type other than 2, 3, 5 and 6 it is an error (Status 6).",
    values: calendarTypes,
    limits: { min: 0, max: 23 },
    places: [
      request("Sync", "Tasks:Recurrence", 0, 1, { when: "only for Type 2, 3, 5 and 6" }),
      ...inReturnedItems("Tasks:Recurrence", 0, 1, { when: "required for Type 2, 3, 5 and 6" }),
    ],
    spec: taskSpec("2.2.2.4"),
  },
  IsLeapMonth: {
    type: "unsignedByte",
    summary:
      "Whether the task comes up in the leap month, in calendars that have one (Hebrew, Chinese); elsewhere it changes nothing.",
    values: [
      { value: "0", meaning: "In the ordinary month; so too where the element is absent." },
      { value: "1", meaning: "In the leap month." },
    ],
    places: inRecurrence(),
    spec: taskSpec("2.2.2.16"),
  },
  FirstDayOfWeek: {
    type: "unsignedByte",
    summary:
      "The day on which a week begins, which matters to a task that comes up every second or third week. Without it the server goes by " +
      "the user's settings; a number above 6 is an error (Status 6).",
    values: weekdayNumbers,
    limits: { min: 0, max: 6 },
    places: [
      request("Sync", "Tasks:Recurrence", 0, 1),
      ...inReturnedItems("Tasks:Recurrence", 0, 1, { when: "required for Type 1" }),
    ],
    spec: taskSpec("2.2.2.13"),
  },
} satisfies PageElements;

/**
 * Code page 9, Tasks [MS-ASTASK 2.2.2], and the elements that the flag of a message borrows from it
 * [MS-ASEMAIL 2.2.2.34].
 */
export const tasks: PageElements = limitToTagVersions("Tasks", {
  ...taskElements,
  ...seriesElements,
} satisfies ElementsOfPage<"Tasks">);
