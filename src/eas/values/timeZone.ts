import { createView } from "../../bytes/integers";
import { months, weekdays, weeksOfMonth } from "../calendarNames";
import { type Base64Value, readBase64 } from "./base64Value";
import { problem, row, type ValueProblem, type ValueReading, type ValueRow } from "./reading";

/** The size of a TimeZone structure in bytes [MS-ASDTYPE 2.7.6]. */
const LENGTH = 172;
const NAME_BYTES = 64;
const DATE_BYTES = 16;

interface ZoneHalf {
  readonly label: "Standard" | "Daylight";
  readonly name: number;
  readonly date: number;
  readonly bias: number;
}

const STANDARD: ZoneHalf = { label: "Standard", name: 4, date: 68, bias: 84 };
const DAYLIGHT: ZoneHalf = { label: "Daylight", name: 88, date: 152, bias: 168 };

/**
 * A SYSTEMTIME [MS-DTYP 2.3.13] as a rule: year 0 means every year, and `day` is the occurrence of the
 * weekday in the month (5 is the last).
 */
export interface ChangeRule {
  readonly year: number;
  readonly month: number;
  readonly dayOfWeek: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly milliseconds: number;
}

const pad = (number: number): string => String(number).padStart(2, "0");

function formatClock({ hour, minute, second, milliseconds }: ChangeRule): string {
  const fraction = milliseconds === 0 ? "" : `.${String(milliseconds).padStart(3, "0")}`;
  return `${pad(hour)}:${pad(minute)}${second === 0 && fraction === "" ? "" : `:${pad(second)}${fraction}`}`;
}

/**
 * Describes a rule: "last Sunday of October at 03:00"; "never" if the month is 0; uses numbers for invalid
 * fields.
 */
export function formatChangeRule(rule: ChangeRule): string {
  if (rule.month === 0) return "never";
  if (rule.year !== 0)
    return `${rule.year}-${pad(rule.month)}-${pad(rule.day)} at ${formatClock(rule)}, in that year only`;
  const occurrence = weeksOfMonth[rule.day] || `number ${rule.day}`;
  const weekday = weekdays[rule.dayOfWeek] ?? `weekday ${rule.dayOfWeek}`;
  const month = months[rule.month - 1] ?? `month ${rule.month}`;
  return `${occurrence} ${weekday} of ${month} at ${formatClock(rule)}`;
}

/** Formats a bias in minutes as an offset: 480 is "UTC-08:00". The bias is added to local time to get UTC. */
export function formatOffset(bias: number): string {
  const minutes = Math.abs(bias);
  return `UTC${bias > 0 ? "-" : "+"}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** The bytes of the structure; fields beyond the end of a truncated value are missing. */
interface ZoneFields {
  readonly view: DataView;
  readonly long: (at: number) => number | undefined;
  readonly rule: (at: number) => ChangeRule | undefined;
  readonly name: (at: number) => string | undefined;
}

function readName(view: DataView, at: number): string | undefined {
  if (at + NAME_BYTES > view.byteLength) return undefined;
  const units = Array.from({ length: NAME_BYTES / 2 }, (_, i) => view.getUint16(at + i * 2, true));
  const end = units.indexOf(0);
  return String.fromCharCode(...(end < 0 ? units : units.slice(0, end))).toWellFormed();
}

function readRule(view: DataView, at: number): ChangeRule | undefined {
  if (at + DATE_BYTES > view.byteLength) return undefined;
  const short = (i: number): number => view.getUint16(at + i * 2, true);
  const [year, month, dayOfWeek, day] = [short(0), short(1), short(2), short(3)];
  return {
    year,
    month,
    dayOfWeek,
    day,
    hour: short(4),
    minute: short(5),
    second: short(6),
    milliseconds: short(7),
  };
}

function readFields(bytes: Uint8Array): ZoneFields {
  const view = createView(bytes);
  return {
    view,
    long: (at) => (at + 4 <= view.byteLength ? view.getInt32(at, true) : undefined),
    rule: (at) => readRule(view, at),
    name: (at) => readName(view, at),
  };
}

function listBiasRow(
  label: string,
  bias: number | undefined,
  place: ReturnType<Base64Value["place"]>,
  note = "",
): ValueRow[] {
  return bias === undefined ? [] : [row(label, `${bias} minutes${note}`, place)];
}

function listHalfRows(
  { label, name, date, bias }: ZoneHalf,
  fields: ZoneFields,
  place: Base64Value["place"],
): ValueRow[] {
  const rows: ValueRow[] = [];
  const zoneName = fields.name(name);
  if (zoneName !== undefined)
    rows.push(row(`${label} name`, zoneName === "" ? "(none)" : zoneName, place(name, name + NAME_BYTES)));
  const rule = fields.rule(date);
  if (rule !== undefined)
    rows.push(row(`${label} time begins`, formatChangeRule(rule), place(date, date + DATE_BYTES)));
  const own = fields.long(bias);
  const total = own === undefined ? "" : ` more: ${formatOffset(Number(fields.long(0)) + own)}`;
  return [...rows, ...listBiasRow(`${label} bias`, own, place(bias, bias + 4), total)];
}

function isValidRule({
  year,
  month,
  dayOfWeek,
  day,
  hour,
  minute,
  second,
  milliseconds,
}: ChangeRule): boolean {
  const isDay = year === 0 ? day >= 1 && day <= 5 : day >= 1 && day <= 31;
  return (
    month <= 12 &&
    dayOfWeek <= 6 &&
    isDay &&
    hour <= 23 &&
    minute <= 59 &&
    second <= 59 &&
    milliseconds <= 999
  );
}

function findHalfProblems(
  { label, name, date, bias }: ZoneHalf,
  fields: ZoneFields,
  place: Base64Value["place"],
): ValueProblem[] {
  const problems: ValueProblem[] = [];
  const rule = fields.rule(date);
  if (rule !== undefined && rule.month !== 0 && !isValidRule(rule)) {
    problems.push(
      problem(
        "time-zone-rule",
        `The rule for ${label.toLowerCase()} time is not a valid date.`,
        place(date, date + DATE_BYTES),
      ),
    );
  }
  const zoneName = fields.name(name);
  const rest = name + (zoneName?.length ?? 0) * 2;
  const unused = Array.from({ length: name + NAME_BYTES - rest }, (_, i) => rest + i);
  if (zoneName !== undefined && unused.some((at) => fields.view.getUint8(at) !== 0)) {
    problems.push(
      problem(
        "time-zone-name-rest",
        "The unused part of the name is not zero.",
        place(rest, name + NAME_BYTES),
      ),
    );
  }
  const total = Number(fields.long(0)) + Number(fields.long(bias));
  if (fields.long(bias) !== undefined && (total < -14 * 60 || total > 12 * 60)) {
    problems.push(
      problem(
        "time-zone-offset",
        `${formatOffset(total)} is not an offset used anywhere.`,
        place(bias, bias + 4),
      ),
    );
  }
  return problems;
}

function findProblems({ bytes, place, problems }: Base64Value, fields: ZoneFields): ValueProblem[] {
  const found = [...problems];
  if (bytes.length !== LENGTH) {
    const message = `A TimeZone has ${LENGTH} bytes; this value has ${bytes.length}.`;
    found.push(problem("time-zone-length", message, place(Math.min(bytes.length, LENGTH), bytes.length)));
  }
  found.push(...findHalfProblems(STANDARD, fields, place), ...findHalfProblems(DAYLIGHT, fields, place));
  const changes = [fields.rule(STANDARD.date)?.month, fields.rule(DAYLIGHT.date)?.month];
  if (changes[0] !== undefined && changes[1] !== undefined && (changes[0] === 0) !== (changes[1] === 0)) {
    found.push(
      problem(
        "time-zone-one-rule",
        "Only one of the two time changes has a date.",
        place(STANDARD.date, DAYLIGHT.date + DATE_BYTES),
      ),
    );
  }
  return found;
}

function summarize(fields: ZoneFields): string {
  const bias = fields.long(0);
  if (bias === undefined) return "truncated before the offset";
  const standard = formatOffset(bias + (fields.long(STANDARD.bias) ?? 0));
  const name = fields.name(STANDARD.name) ?? "";
  const begins = fields.rule(DAYLIGHT.date);
  const ends = fields.rule(STANDARD.date);
  const label = name === "" ? standard : `${standard} ${name}`;
  if (begins === undefined || ends === undefined || begins.month === 0)
    return `${label}, no daylight saving time`;
  const daylight = formatOffset(bias + (fields.long(DAYLIGHT.bias) ?? 0));
  return `${label}; ${daylight} from ${formatChangeRule(begins)} to ${formatChangeRule(ends)}`;
}

/**
 * Reads a TimeZone [MS-ASDTYPE 2.7.6]: base64 of 172 bytes, little-endian. Problems: those of `readBase64`,
 * "time-zone-length", "time-zone-rule", "time-zone-one-rule", "time-zone-name-rest", "time-zone-offset".
 */
export function readTimeZone(text: string): ValueReading {
  const value = readBase64(text);
  const fields = readFields(value.bytes);
  const bias = fields.long(0);
  const rows = [
    ...listBiasRow("Bias", bias, value.place(0, 4), bias === undefined ? "" : `: ${formatOffset(bias)}`),
    ...listHalfRows(STANDARD, fields, value.place),
    ...listHalfRows(DAYLIGHT, fields, value.place),
  ];
  return {
    kind: "time-zone",
    title: "Time zone",
    summary: summarize(fields),
    rows,
    problems: findProblems(value, fields),
  };
}
