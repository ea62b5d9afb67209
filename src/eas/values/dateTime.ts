import { utcText } from "./fileTime";
import { atText, problem, row, type ValueProblem, type ValueReading, type ValueRow } from "./reading";

/** How a date is written: dateTime [MS-ASDTYPE 2.3], Compact DateTime [MS-ASDTYPE 2.7.2], or a date alone. */
export type DateForm = "dateTime" | "compact" | "date";

/** A date and time as read from a text. */
export interface DateReading {
  /** `undefined` where the text is no date at all. */
  readonly form: DateForm | undefined;
  /**
   * Milliseconds since 1970 UTC; a time without zone counts as UTC. `undefined` where no such date exists.
   */
  readonly time: number | undefined;
  /** "not-a-date", "date-invalid" (no such month, day, hour …), "date-not-utc" (no Z), "date-spaces". */
  readonly problems: readonly ValueProblem[];
}

interface Parts {
  readonly form: DateForm;
  readonly match: RegExpExecArray;
}

type Limits = readonly [name: string, min: number, max: number];

const LIMITS: readonly Limits[] = [
  ["year", 1, 9999],
  ["month", 1, 12],
  ["day", 1, 31],
  ["hour", 0, 24],
  ["minute", 0, 59],
  ["second", 0, 59],
];

const FORMS: readonly (readonly [DateForm, RegExp])[] = [
  ["dateTime", /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)?$/d],
  ["compact", /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(?:\.(\d{1,9}))?(Z)?$/d],
  ["date", /^(\d{4})-(\d\d)-(\d\d)$/d],
  ["date", /^(\d{4})(\d\d)(\d\d)$/d],
];

function matchForm(text: string): Parts | undefined {
  for (const [form, pattern] of FORMS) {
    const match = pattern.exec(text);
    if (match !== null) return { form, match };
  }
  return undefined;
}

function partPlace(match: RegExpExecArray, group: number, shift: number): ReturnType<typeof atText> {
  const [from = 0, to = 0] = match.indices?.[group] ?? [];
  return atText(from + shift, to + shift);
}

function limitProblems({ match }: Parts, shift: number): ValueProblem[] {
  return LIMITS.flatMap(([name, min, max], i) => {
    const digits = match[i + 1];
    if (digits === undefined || (Number(digits) >= min && Number(digits) <= max)) return [];
    return [problem("date-invalid", `There is no ${name} ${digits}.`, partPlace(match, i + 1, shift))];
  });
}

function zoneMinutes(zone: string | undefined): number {
  if (zone === undefined || zone === "Z") return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return zone.startsWith("-") ? -minutes : minutes;
}

/**
 * Milliseconds since 1970; `undefined` where the day does not exist in its month, or the hour 24 is more than
 * midnight.
 */
function timeOf({ match }: Parts): number | undefined {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((digits) => Number(digits ?? 0));
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCDate() !== day || (hour === 24 && minute + second > 0)) return undefined;
  const milliseconds = Number(`0.${match[7] ?? 0}`) * 1000;
  return (
    date.getTime() +
    ((hour * 60 + minute - zoneMinutes(match[8])) * 60 + second) * 1000 +
    Math.floor(milliseconds)
  );
}

function missingDay({ match }: Parts, shift: number): ValueProblem {
  if (Number(match[4]) === 24)
    return problem(
      "date-invalid",
      "Hour 24 is midnight; minutes and seconds must be zero.",
      partPlace(match, 4, shift),
    );
  return problem("date-invalid", `There is no day ${match[3]} in that month.`, partPlace(match, 3, shift));
}

/** Reads a date in any form that EAS knows. Total; what is wrong has its place in the text. */
export function parseDate(text: string): DateReading {
  const trimmed = text.trim();
  const shift = text.indexOf(trimmed);
  const parts = matchForm(trimmed);
  const all = atText(0, text.length);
  if (parts === undefined)
    return {
      form: undefined,
      time: undefined,
      problems: [problem("not-a-date", "This is not a date.", all)],
    };
  const problems = limitProblems(parts, shift);
  if (trimmed !== text) problems.push(problem("date-spaces", "There is white space around the date.", all));
  const time = problems.some(({ code }) => code === "date-invalid") ? undefined : timeOf(parts);
  if (time === undefined && !problems.some(({ code }) => code === "date-invalid"))
    problems.push(missingDay(parts, shift));
  const zone = parts.match[8];
  if (parts.form !== "date" && zone !== "Z") {
    const message =
      zone === undefined ? "The Z that says UTC is missing." : "EAS gives every time in UTC, with a Z.";
    problems.push(
      problem(
        "date-not-utc",
        message,
        zone === undefined
          ? atText(shift + trimmed.length, shift + trimmed.length)
          : partPlace(parts.match, 8, shift),
      ),
    );
  }
  return { form: parts.form, time, problems };
}

/**
 * A date in the form of Compact DateTime, "20091027T163000Z"; whole seconds. The year must have four digits.
 */
export function compactDateText(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

/** A date in the form of dateTime, "2009-10-27T16:30:00.000Z". The year must have four digits. */
export function dateTimeText(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const FORM_NAMES: Readonly<Record<DateForm, string>> = {
  dateTime: "dateTime",
  compact: "Compact DateTime",
  date: "a date without a time",
};

function isWritable(milliseconds: number): boolean {
  const year = new Date(milliseconds).getUTCFullYear();
  return year >= 0 && year <= 9999;
}

function dateRows(milliseconds: number): ValueRow[] {
  const date = new Date(milliseconds);
  const rows = [
    row("UTC", `${WEEKDAYS[date.getUTCDay()] ?? ""}, ${utcText(milliseconds)}`),
    row("Here", date.toLocaleString(undefined, { dateStyle: "full", timeStyle: "long" })),
  ];
  if (!isWritable(milliseconds)) return rows;
  return [
    ...rows,
    row("As dateTime", dateTimeText(milliseconds)),
    row("As Compact DateTime", compactDateText(milliseconds)),
  ];
}

/**
 * Reads a date and time. `expected` is the form that the element has ("date-form" where the text has
 * another). Problems: those of
 * `parseDate` and "date-form".
 */
export function readDate(text: string, expected?: DateForm): ValueReading {
  const { form, time, problems } = parseDate(text);
  const isOther = form !== undefined && expected !== undefined && form !== expected;
  const names = isOther
    ? `The element is a ${FORM_NAMES[expected]}; this is written as ${FORM_NAMES[form]}.`
    : "";
  return {
    kind: form === "compact" ? "compact-date-time" : "date-time",
    title: "Date and time",
    summary: time === undefined ? "no valid date" : utcText(time),
    rows: time === undefined ? [] : dateRows(time),
    problems: isOther ? [...problems, problem("date-form", names, atText(0, text.length))] : problems,
  };
}
