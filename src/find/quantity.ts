import { parseDate } from "../eas/values/dateTime";

/**
 * Whether a text is a number that values can be compared with: decimal digits with an optional sign and
 * fraction.
 */
export function isNumber(text: string): boolean {
  return /^[+-]?\d+(?:\.\d+)?$/.test(text);
}

const DAY = 24 * 60 * 60 * 1000;

/** The bytes or milliseconds of each unit, by its name in lower case. */
type Units = Readonly<Record<string, number>>;

const SIZE_UNITS: Units = {
  "": 1,
  b: 1,
  k: 1024,
  kb: 1024,
  kib: 1024,
  m: 1024 ** 2,
  mb: 1024 ** 2,
  mib: 1024 ** 2,
};
const DURATION_UNITS: Units = {
  ms: 1,
  s: 1000,
  sec: 1000,
  m: 60_000,
  min: 60_000,
  h: 3_600_000,
};

/** Parses a size: a number of bytes, or with a unit, "10k", "1.5 MB". 1 KB is 1,024 bytes. */
export function parseSize(text: string): number | undefined {
  return parseQuantity(text, SIZE_UNITS);
}

/** Parses a duration with its unit, "500ms", "2s", "8 min", "1.5h", to milliseconds. */
export function parseDuration(text: string): number | undefined {
  return parseQuantity(text, DURATION_UNITS);
}

function parseQuantity(text: string, units: Units): number | undefined {
  const [, number, unit = ""] = /^\+?(\d+(?:\.\d+)?) ?([A-Za-z]*)$/.exec(text.trim()) ?? [];
  const folded = unit.toLowerCase();
  return number === undefined || !Object.hasOwn(units, folded)
    ? undefined
    : Number(number) * (units[folded] ?? 1);
}

/** The times that a text in a query covers, in milliseconds; `end` is the first one after them. */
export interface TimeSpan {
  readonly start: number;
  readonly end: number;
  /** Whether it recurs every day: the times are then those since midnight UTC. */
  readonly isDaily: boolean;
}

const MINUTE = 60_000;
const MOMENT = /^(?:(\d{4}-\d\d-\d\d)[T ])?(\d\d:\d\d)(?::(\d\d)(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?$/i;

/**
 * Parses a date, a date with a time, or a time of day, all in UTC unless the text has another zone. It covers
 * the whole day, minute or second that it names.
 */
export function parseTimeSpan(text: string): TimeSpan | undefined {
  const trimmed = text.trim();
  const [, date, minute, second, fraction = "", zone = "Z"] = MOMENT.exec(trimmed) ?? [];
  if (minute === undefined) {
    const { form, time } = parseDate(trimmed);
    const length = form === "date" ? DAY : trimmed.includes(".") ? 1 : 1000;
    return time === undefined ? undefined : { start: time, end: time + length, isDaily: false };
  }
  if (date === undefined && zone.toUpperCase() !== "Z") return undefined; // its UTC time can be on two days
  const written = `${date ?? "1970-01-01"}T${minute}:${second ?? "00"}${fraction}${zone.toUpperCase()}`;
  const { time } = parseDate(written);
  const isDaily = date === undefined;
  if (time === undefined || (isDaily && time >= DAY)) return undefined;
  const length = second === undefined ? MINUTE : fraction === "" ? 1000 : 1;
  return { start: time, end: time + length, isDaily };
}

/** Where a time is relative to a span: negative before it, 0 in it, positive after it. */
export function compareToSpan(time: number, { start, end, isDaily }: TimeSpan): number {
  const compared = isDaily ? ((time % DAY) + DAY) % DAY : time;
  return compared < start ? -1 : compared < end ? 0 : 1;
}
