import { months, weekdays, weeksOfMonth } from "../calendarNames";
import { parseDate } from "./dateTime";
import { formatUtc } from "./fileTime";
import { formatCount, problem, row, type ValueProblem, type ValueReading } from "./reading";

/**
 * The children of a Recurrence, by name: "Type", "Interval", "DayOfWeek", "WeekOfMonth" … (Calendar, Email or
 * Tasks).
 */
export type RecurrenceFields = Readonly<Record<string, string | undefined>>;

/** Names of CalendarType [MS-ASCAL 2.2.2.10]; reserved types have none. */
const CALENDARS: Readonly<Record<number, string>> = {
  0: "the default calendar",
  1: "the Gregorian calendar",
  2: "the Gregorian calendar (United States)",
  3: "the Japanese era calendar",
  4: "the Taiwanese calendar",
  5: "the Korean Tangun calendar",
  6: "the Hijri calendar",
  7: "the Thai calendar",
  8: "the Hebrew lunar calendar",
  9: "the Gregorian calendar (Middle East French)",
  10: "the Gregorian calendar (Arabic)",
  11: "the Gregorian calendar (transliterated English)",
  12: "the Gregorian calendar (transliterated French)",
  14: "the Japanese lunar calendar",
  15: "the Chinese lunar calendar",
  20: "the Korean lunar calendar",
};

/** Joins words into a list: "Monday, Tuesday and Friday". */
function joinWords(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}

/**
 * Formats the days that a DayOfWeek adds up [MS-ASCAL 2.2.2.15]: 1 Sunday, 2 Monday … 64 Saturday. 62 and 65
 * are weekdays and weekend days, 127 is any day. `undefined` unless the number is from 1 to 127.
 */
export function formatWeekdays(sum: number): string | undefined {
  if (!Number.isInteger(sum) || sum < 1 || sum > 127) return undefined;
  if (sum === 127) return "every day";
  if (sum === 62) return "weekdays";
  if (sum === 65) return "weekend days";
  return joinWords(weekdays.filter((_, i) => (sum & (1 << i)) !== 0));
}

type Unit = "day" | "week" | "month" | "year";

/** What a Type requires of the other fields [MS-ASCAL 2.2.2.37.1]. */
interface RecurrencePattern {
  readonly unit: Unit;
  readonly needs: readonly string[];
  readonly forbids: readonly string[];
}

const PATTERNS: ReadonlyMap<string, RecurrencePattern> = new Map(
  Object.entries({
    "0": { unit: "day", needs: [], forbids: ["DayOfMonth", "WeekOfMonth", "MonthOfYear"] },
    "1": { unit: "week", needs: ["DayOfWeek"], forbids: ["DayOfMonth", "WeekOfMonth", "MonthOfYear"] },
    "2": { unit: "month", needs: ["DayOfMonth"], forbids: ["DayOfWeek", "WeekOfMonth", "MonthOfYear"] },
    "3": { unit: "month", needs: ["WeekOfMonth", "DayOfWeek"], forbids: ["DayOfMonth", "MonthOfYear"] },
    "5": { unit: "year", needs: ["DayOfMonth", "MonthOfYear"], forbids: ["DayOfWeek", "WeekOfMonth"] },
    "6": { unit: "year", needs: ["WeekOfMonth", "DayOfWeek", "MonthOfYear"], forbids: ["DayOfMonth"] },
  } satisfies Record<string, RecurrencePattern>),
);

const LIMITS: ReadonlyMap<string, readonly [min: number, max: number]> = new Map(
  Object.entries({
    Interval: [0, 999],
    Occurrences: [1, 999],
    DayOfWeek: [1, 127],
    DayOfMonth: [1, 31],
    WeekOfMonth: [1, 5],
    MonthOfYear: [1, 12],
    CalendarType: [0, 23],
    IsLeapMonth: [0, 1],
    FirstDayOfWeek: [0, 6],
    Regenerate: [0, 255],
    DeadOccur: [0, 255],
  } satisfies Record<string, readonly [number, number]>),
);

/** The field as a whole number within its limits; `undefined` if it is missing or invalid. */
function readNumber(fields: RecurrenceFields, name: string): number | undefined {
  const text = fields[name]?.trim();
  if (text === undefined || !/^\d{1,5}$/.test(text)) return undefined;
  const [min, max] = LIMITS.get(name) ?? [0, Number.POSITIVE_INFINITY];
  const value = Number(text);
  return value >= min && value <= max ? value : undefined;
}

function formatInterval(interval: number, unit: Unit): string {
  return interval <= 1 ? `every ${unit}` : `every ${interval} ${unit}s`;
}

/** "on the last Friday", "on the second weekday", "on the last day" (with 127, WeekOfMonth counts days). */
function formatNthDay(fields: RecurrenceFields): string {
  const week = weeksOfMonth[Number(readNumber(fields, "WeekOfMonth"))] ?? "?";
  const sum = Number(readNumber(fields, "DayOfWeek"));
  if (sum === 127) return `on the ${week} day`;
  if (sum === 62) return `on the ${week} weekday`;
  if (sum === 65) return `on the ${week} weekend day`;
  return `on the ${week} ${formatWeekdays(sum) ?? "?"}`;
}

function formatMonth(fields: RecurrenceFields): string {
  return months[Number(readNumber(fields, "MonthOfYear")) - 1] ?? "?";
}

function formatPattern(type: string, fields: RecurrenceFields): string {
  const interval = readNumber(fields, "Interval") ?? 1;
  const days = formatWeekdays(Number(readNumber(fields, "DayOfWeek")));
  const day = readNumber(fields, "DayOfMonth") ?? "?";
  switch (type) {
    case "0":
      return days === undefined || (days === "every day" && interval <= 1)
        ? formatInterval(interval, "day")
        : `${formatInterval(interval, "week")} on ${days}`;
    case "1":
      return `${formatInterval(interval, "week")} on ${days ?? "?"}`;
    case "2":
      return `${formatInterval(interval, "month")} on day ${day}`;
    case "3":
      return `${formatInterval(interval, "month")} ${formatNthDay(fields)}`;
    case "5":
      return `${formatInterval(interval, "year")} on ${formatMonth(fields)} ${day}`;
    case "6":
      return `${formatInterval(interval, "year")} ${formatNthDay(fields)} of ${formatMonth(fields)}`;
    default:
      return `in an unknown way (Type ${type})`;
  }
}

function formatEnd(fields: RecurrenceFields): string {
  const occurrences = readNumber(fields, "Occurrences");
  const { Until: end = "" } = fields;
  const until = parseDate(end).time;
  const ends: string[] = [];
  if (occurrences !== undefined) ends.push(formatCount(occurrences, "time"));
  if (until !== undefined) ends.push(`until ${formatUtc(until)}`);
  return ends.length === 0 ? "without end" : ends.join(", ");
}

/** Describes a recurrence in one line: "every 2 weeks on Monday and Friday, 10 times". Total. */
export function formatRecurrence(fields: RecurrenceFields): string {
  const { Type: type = "" } = fields;
  const calendar = Number(readNumber(fields, "CalendarType"));
  const name = calendar > 1 ? `, by ${CALENDARS[calendar] ?? `calendar ${calendar}`}` : "";
  const leap = readNumber(fields, "IsLeapMonth") === 1 ? ", in the leap month" : "";
  const again =
    Number(readNumber(fields, "Regenerate")) > 0 ? ", counted from when the last one was completed" : "";
  return `${formatPattern(type.trim(), fields)}${name}${leap}${again}, ${formatEnd(fields)}`;
}

/** Adds words to the value of a field, if it needs any. */
function formatField(name: string, text: string, fields: RecurrenceFields): string {
  const value = readNumber(fields, name);
  if (value === undefined) return text;
  if (name === "DayOfWeek") return `${text}: ${formatWeekdays(value)}`;
  if (name === "MonthOfYear") return `${text}: ${months[value - 1]}`;
  if (name === "WeekOfMonth") return `${text}: ${weeksOfMonth[value]}`;
  if (name === "FirstDayOfWeek") return `${text}: the week begins on ${weekdays[value]}`;
  if (name === "CalendarType") return `${text}: ${CALENDARS[value] ?? "reserved"}`;
  return text;
}

function findPatternProblems(fields: RecurrenceFields): ValueProblem[] {
  const type = fields["Type"]?.trim();
  if (type === undefined)
    return [problem("recurrence-missing", "Type is missing, so the pattern is unknown.")];
  const pattern = PATTERNS.get(type);
  if (pattern === undefined)
    return [problem("recurrence-type", `Type ${type} does not exist; valid types are 0, 1, 2, 3, 5 and 6.`)];
  return [
    ...pattern.needs
      .filter((name) => fields[name] === undefined)
      .map((name) => problem("recurrence-missing", `Type ${type} requires ${name}.`)),
    ...pattern.forbids
      .filter((name) => fields[name] !== undefined)
      .map((name) => problem("recurrence-superfluous", `Type ${type} must not have ${name}.`)),
  ];
}

function findValueProblems(fields: RecurrenceFields): ValueProblem[] {
  const wrong = [...LIMITS.keys()].filter(
    (name) => fields[name] !== undefined && readNumber(fields, name) === undefined,
  );
  const problems = wrong.map((name) =>
    problem(
      "recurrence-value",
      `${name} must be ${LIMITS.get(name)?.join(" to ") ?? "a number"}, not ${fields[name]}.`,
    ),
  );
  const calendar = readNumber(fields, "CalendarType");
  if (calendar !== undefined && CALENDARS[calendar] === undefined)
    problems.push(problem("recurrence-value", `CalendarType ${calendar} is reserved.`));
  if (fields["Until"] !== undefined && parseDate(fields["Until"]).time === undefined)
    problems.push(problem("recurrence-value", "Until is not a date."));
  if (fields["Until"] !== undefined && fields["Occurrences"] !== undefined) {
    problems.push(problem("recurrence-two-ends", "Until and Occurrences are mutually exclusive."));
  }
  return problems;
}

/**
 * Reads a recurrence from the children of its element [MS-ASCAL 2.2.2.37.1, MS-ASEMAIL 2.2.2.60, MS-ASTASK
 * 2.2.2.20]. Problems: "recurrence-missing", "recurrence-type", "recurrence-superfluous", "recurrence-value",
 * "recurrence-two-ends".
 */
export function readRecurrence(fields: RecurrenceFields): ValueReading {
  const rows = Object.entries(fields).flatMap(([name, text]) =>
    text === undefined ? [] : [row(name, formatField(name, text, fields))],
  );
  return {
    kind: "recurrence",
    title: "Recurrence",
    summary: formatRecurrence(fields),
    rows: rows,
    problems: [...findPatternProblems(fields), ...findValueProblems(fields)],
  };
}

/** Reads a DayOfWeek on its own: the days it adds up. Problem: "day-of-week-value". */
export function readWeekdays(text: string): ValueReading {
  const sum = /^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN;
  const days = formatWeekdays(sum);
  const rows =
    days === undefined
      ? []
      : weekdays.flatMap((day, i) => ((sum & (1 << i)) === 0 ? [] : [row(String(1 << i), day)]));
  const problems =
    days === undefined
      ? [problem("day-of-week-value", "DayOfWeek must be a sum of 1, 2, 4, 8, 16, 32 and 64.")]
      : [];
  return { kind: "days-of-week", title: "Days of the week", summary: days ?? "no day", rows, problems };
}
