import type { InputProblem } from "./format";

/** A time as written in an input. */
export interface WrittenTime {
  /** In milliseconds since 1970 UTC; read as UTC if the text has no time zone. */
  readonly at: number;
  readonly hasZone: boolean;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const ISO =
  /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?$/i;
const COMMON_LOG = /^(\d\d)\/(\w{3})\/(\d{4}):(\d\d):(\d\d):(\d\d)\s*([+-]\d{4})?$/;
const SLASHES = /^(\d{1,2})([/.])(\d{1,2})\2(\d{4}),? (\d{1,2}):(\d\d):(\d\d)(?:[.,](\d{1,9}))?\s*([AP]M)?$/i;
const C_TIME = /^\w{3},? (\w{3}) +(\d{1,2}) (\d\d):(\d\d):(\d\d)(?: (\w+))? (\d{4})$/;

/**
 * Reads a time as tools and servers write it: ISO 8601 with up to nine digits of a fraction, the common log
 * format, the form of ctime, and dates with slashes or dots. `undefined` for anything else, and for times
 * before 1970, with which tools say that there is none.
 */
export function readTime(text: string): WrittenTime | undefined {
  const trimmed = text.trim();
  return readIso(trimmed) ?? readCommonLog(trimmed) ?? readCTime(trimmed) ?? readSlashes(trimmed);
}

type Parts = readonly [
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
];

function toTime(
  parts: Parts,
  fraction: string | undefined,
  zone: string | undefined,
): WrittenTime | undefined {
  const [year, month, day, hour, minute, second] = parts;
  const isInRange =
    month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour <= 23 && minute <= 59 && second <= 60;
  const offset = zone === undefined ? 0 : readZone(zone);
  if (!isInRange || offset === undefined) return undefined;
  const ms = fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000);
  const at = Date.UTC(year, month - 1, day, hour, minute, second, ms) - offset * 60_000;
  return at >= 0 && year >= 1970 ? { at, hasZone: zone !== undefined } : undefined;
}

/** The offset of a time zone from UTC in minutes; `undefined` for an abbreviation that can mean several. */
function readZone(zone: string): number | undefined {
  if (/^(?:Z|UTC|GMT)$/i.test(zone)) return 0;
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  if (sign === undefined) return undefined;
  const size = Number(hours) * 60 + Number(minutes);
  return sign === "-" ? -size : size;
}

function readIso(text: string): WrittenTime | undefined {
  const [, year, month, day, hour, minute, second, fraction, zone] = ISO.exec(text) ?? [];
  return year === undefined
    ? undefined
    : toTime(toNumbers(year, month, day, hour, minute, second), fraction, zone);
}

function readCommonLog(text: string): WrittenTime | undefined {
  const [, day, month = "", year, hour, minute, second, zone] = COMMON_LOG.exec(text) ?? [];
  return year === undefined
    ? undefined
    : toTime(toNumbers(year, findMonth(month), day, hour, minute, second), undefined, zone);
}

function readCTime(text: string): WrittenTime | undefined {
  const [, month = "", day, hour, minute, second, zone, year] = C_TIME.exec(text) ?? [];
  const known = zone !== undefined && readZone(zone) !== undefined ? zone : undefined;
  return year === undefined
    ? undefined
    : toTime(toNumbers(year, findMonth(month), day, hour, minute, second), undefined, known);
}

/** 11/28/2026 and 28.11.2026: dots mean that the day comes first, and so does a first number above 12. */
function readSlashes(text: string): WrittenTime | undefined {
  const [, first, separator, other, year, hour, minute, second, fraction, half] = SLASHES.exec(text) ?? [];
  if (year === undefined) return undefined;
  const isDayFirst = separator === "." || Number(first) > 12;
  const [month, day] = isDayFirst ? [other, first] : [first, other];
  const clock = half === undefined ? hour : String((Number(hour) % 12) + (/p/i.test(half) ? 12 : 0));
  return toTime(toNumbers(year, month, day, clock, minute, second), fraction, undefined);
}

function findMonth(name: string): string {
  return String(MONTHS.indexOf(name.toLowerCase()) + 1);
}

function toNumbers(...[year, month, day, hour, minute, second]: readonly (string | undefined)[]): Parts {
  return [Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second)];
}

/**
 * Reads a time as Wireshark exports it, seconds since 1970 with a fraction or ISO 8601, as milliseconds since
 * 1970; `undefined` for anything else.
 */
export function readEpoch(text: string): number | undefined {
  const trimmed = text.trim();
  return /^\d{1,11}(?:\.\d{1,9})?$/.test(trimmed)
    ? toMilliseconds(Number(trimmed) * 1000)
    : readTime(trimmed)?.at;
}

/** A number of milliseconds as a whole number; `undefined` if it is negative, not finite or not a number. */
export function toMilliseconds(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) && value >= 0 && value < MAX_TIME
    ? Math.round(value)
    : undefined;
}

/** The largest time that a `Date` can hold, in milliseconds. */
const MAX_TIME = 8.64e15;

/** The problem of an input whose times have no time zone; `[]` if there are none. */
export function zoneProblems(count: number): readonly InputProblem[] {
  if (count === 0) return [];
  const message =
    count === 1
      ? "The time in the input has no time zone. It is shown as if it were UTC."
      : `${count} times in the input have no time zone. They are shown as if they were UTC.`;
  return [{ code: "time-without-zone", severity: "info", message }];
}
