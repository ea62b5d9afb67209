import { weekdays } from "../calendarNames";
import { formatUtc } from "./fileTime";
import { atText, problem, row, type ValueProblem, type ValueReading, type ValueRow } from "./reading";

/** How a date is written: dateTime [MS-ASDTYPE 2.3], Compact DateTime [MS-ASDTYPE 2.7.2], or just a date. */
export type DateForm = "dateTime" | "compact" | "date";

/** A parsed date and time. */
export interface ParsedDate {
  /** `undefined` if the text is not a date. */
  readonly form: DateForm | undefined;
  /**
   * Milliseconds since 1970 UTC; a time without a zone counts as UTC. `undefined` if there is no such date.
   */
  readonly time: number | undefined;
  /** "not-a-date", "date-invalid" (no such month, day, hour …), "date-not-utc" (no Z), "date-spaces". */
  readonly problems: readonly ValueProblem[];
}

interface DateMatch {
  readonly form: DateForm;
  readonly match: RegExpExecArray;
}

type FieldLimits = readonly [name: string, min: number, max: number];

const LIMITS: readonly FieldLimits[] = [
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

function matchForm(text: string): DateMatch | undefined {
  for (const [form, pattern] of FORMS) {
    const match = pattern.exec(text);
    if (match !== null) return { form, match };
  }
  return undefined;
}

function locateGroup(match: RegExpExecArray, group: number, shift: number): ReturnType<typeof atText> {
  const [from = 0, to = 0] = match.indices?.[group] ?? [];
  return atText(from + shift, to + shift);
}

function findLimitProblems({ match }: DateMatch, shift: number): ValueProblem[] {
  return LIMITS.flatMap(([name, min, max], i) => {
    const digits = match[i + 1];
    if (digits === undefined || (Number(digits) >= min && Number(digits) <= max)) return [];
    return [problem("date-invalid", `There is no ${name} ${digits}.`, locateGroup(match, i + 1, shift))];
  });
}

function parseZone(zone: string | undefined): number {
  if (zone === undefined || zone === "Z") return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return zone.startsWith("-") ? -minutes : minutes;
}

/** Milliseconds since 1970; `undefined` if the month has no such day, or hour 24 is not exactly midnight. */
function computeTime({ match }: DateMatch): number | undefined {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((digits) => Number(digits ?? 0));
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCDate() !== day || (hour === 24 && minute + second > 0)) return undefined;
  const milliseconds = Number(`0.${match[7] ?? "0"}`) * 1000;
  return (
    date.getTime() +
    ((hour * 60 + minute - parseZone(match[8])) * 60 + second) * 1000 +
    Math.floor(milliseconds)
  );
}

function describeMissingDay({ match }: DateMatch, shift: number): ValueProblem {
  if (Number(match[4]) === 24)
    return problem(
      "date-invalid",
      "Hour 24 is midnight; minutes and seconds must be zero.",
      locateGroup(match, 4, shift),
    );
  return problem("date-invalid", `There is no day ${match[3]} in that month.`, locateGroup(match, 3, shift));
}

/** Parses a date in any form that EAS uses. Total; problems have their place in the text. */
export function parseDate(text: string): ParsedDate {
  const trimmed = text.trim();
  const shift = text.indexOf(trimmed);
  const matched = matchForm(trimmed);
  const all = atText(0, text.length);
  if (matched === undefined)
    return {
      form: undefined,
      time: undefined,
      problems: [problem("not-a-date", "The value is not a date.", all)],
    };
  const problems = findLimitProblems(matched, shift);
  if (trimmed !== text) problems.push(problem("date-spaces", "The date has white space around it.", all));
  const time = problems.some(({ code }) => code === "date-invalid") ? undefined : computeTime(matched);
  if (time === undefined && !problems.some(({ code }) => code === "date-invalid"))
    problems.push(describeMissingDay(matched, shift));
  const zone = matched.match[8];
  if (matched.form !== "date" && zone !== "Z") {
    const message =
      zone === undefined ? "The Z for UTC is missing." : "EAS requires every time to be in UTC, with a Z.";
    problems.push(
      problem(
        "date-not-utc",
        message,
        zone === undefined
          ? atText(shift + trimmed.length, shift + trimmed.length)
          : locateGroup(matched.match, 8, shift),
      ),
    );
  }
  return { form: matched.form, time, problems };
}

/**
 * Formats a date as a Compact DateTime, "20091027T163000Z", in whole seconds. The year must have four digits.
 */
export function formatCompactDate(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

/** Formats a date as a dateTime, "2009-10-27T16:30:00.000Z". The year must have four digits. */
export function formatDateTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

const FORM_NAMES: Readonly<Record<DateForm, string>> = {
  dateTime: "dateTime",
  compact: "Compact DateTime",
  date: "a date without a time",
};

function isWritable(milliseconds: number): boolean {
  const year = new Date(milliseconds).getUTCFullYear();
  return year >= 0 && year <= 9999;
}

function listDateRows(milliseconds: number): ValueRow[] {
  const date = new Date(milliseconds);
  const rows = [
    row("UTC", `${weekdays[date.getUTCDay()]}, ${formatUtc(milliseconds)}`),
    row("Here", date.toLocaleString(undefined, { dateStyle: "full", timeStyle: "long" })),
  ];
  if (!isWritable(milliseconds)) return rows;
  return [
    ...rows,
    row("As dateTime", formatDateTime(milliseconds)),
    row("As Compact DateTime", formatCompactDate(milliseconds)),
  ];
}

/**
 * Reads a date and time. `expected` is the form that the element requires. Problems: those of `parseDate`,
 * and "date-form" if the text has a different form.
 */
export function readDate(text: string, expected?: DateForm): ValueReading {
  const { form, time, problems } = parseDate(text);
  const isOther = form !== undefined && expected !== undefined && form !== expected;
  const names = isOther ? `Expected ${FORM_NAMES[expected]}, but the value is ${FORM_NAMES[form]}.` : "";
  return {
    kind: form === "compact" ? "compact-date-time" : "date-time",
    title: "Date and time",
    summary: time === undefined ? "no valid date" : formatUtc(time),
    rows: time === undefined ? [] : listDateRows(time),
    problems: isOther ? [...problems, problem("date-form", names, atText(0, text.length))] : problems,
  };
}
