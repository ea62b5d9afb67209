import type { TextRange } from "../../bytes/range";
import {
  atText,
  formatCount,
  problem,
  row,
  shorten,
  type ValueProblem,
  type ValueReading,
  type ValueRow,
} from "./reading";

/** A content line (RFC 5545 section 3.1, RFC 6350 section 3.3), unfolded. */
export interface ContentLine {
  /** In upper case and without the group: "TEL" for "item1.tel". */
  readonly name: string;
  /** "TYPE=CELL;PREF=1", as written. */
  readonly parameters: string;
  readonly value: string;
  /** The line including its continuation lines. */
  readonly text: TextRange;
  /** The number of enclosing components. */
  readonly depth: number;
}

/** The lines of a vCard or iCalendar. */
export interface ContentLines {
  readonly lines: readonly ContentLine[];
  /**
   * "content-line" (no name and colon), "component-unclosed" (BEGIN without END), "component-unopened" (END
   * without BEGIN).
   */
  readonly problems: readonly ValueProblem[];
}

/** The lines of a text, each with its continuation lines, which start with a space or tab. */
function* foldedLines(text: string): Generator<TextRange, void, void> {
  let line: TextRange | undefined;
  for (let from = 0; from < text.length; ) {
    const to = findBreak(text, from);
    const goesOn = line !== undefined && isContinuation(text, line.to, from);
    if (line !== undefined && !goesOn) yield line;
    line = goesOn && line !== undefined ? { from: line.from, to } : to > from ? { from, to } : undefined;
    from = to + (text.startsWith("\r\n", to) ? 2 : 1);
  }
  if (line !== undefined) yield line;
}

/** Where the line ends that a place is in. */
function findBreak(text: string, from: number): number {
  let to = from;
  while (to < text.length && text[to] !== "\n" && text[to] !== "\r") to++;
  return to;
}

/** Whether what starts at `from` continues the line that ends at `to`: a lone CR separates them. */
function isContinuation(text: string, to: number, from: number): boolean {
  return (text[from] === " " || text[from] === "\t") && text[from - 1] === "\n" && from - to <= 2;
}

/** The offset of the colon before the value: the first one that is not in quotes. */
function findColon(line: string, from: number): number | undefined {
  let isQuoted = false;
  for (let at = from; at < line.length; at++) {
    const char = line[at];
    if (char === ":" && !isQuoted) return at;
    if (char === '"') isQuoted = !isQuoted;
  }
  return undefined;
}

/** Splits a line: contentline = [group "."] name *(";" parameter) ":" value. */
function splitLine(line: string): Pick<ContentLine, "name" | "parameters" | "value"> | undefined {
  const start = /^(?:[A-Za-z0-9-]+\.)?([A-Za-z0-9-]+)(?=[:;])/.exec(line);
  const colon = start === null ? undefined : findColon(line, start[0].length);
  if (start === null || colon === undefined) return undefined;
  const [{ length }, name = ""] = start;
  return {
    name: name.toUpperCase(),
    parameters: line.slice(length + 1, colon),
    value: line.slice(colon + 1),
  };
}

/** Splits a vCard or iCalendar into lines. Total. */
export function parseContentLines(text: string): ContentLines {
  const lines: ContentLine[] = [];
  const problems: ValueProblem[] = [];
  const open: { readonly name: string; readonly text: TextRange }[] = [];
  for (const range of foldedLines(text)) {
    const line = splitLine(text.slice(range.from, range.to).replace(/\r?\n[ \t]/g, ""));
    if (line === undefined) {
      problems.push(problem("content-line", "The line has no name followed by a colon.", { text: range }));
      continue;
    }
    const { name, value } = line;
    const component = value.trim().toUpperCase();
    const isEnd = name === "END";
    if (isEnd && open.at(-1)?.name === component) open.pop();
    else if (isEnd)
      problems.push(
        problem("component-unopened", `END:${component} has no matching BEGIN.`, { text: range }),
      );
    lines.push({ ...line, text: range, depth: open.length });
    if (name === "BEGIN") open.push({ name: component, text: range });
  }
  for (const { name, text: range } of open)
    problems.push(problem("component-unclosed", `${name} has no END.`, { text: range }));
  return { lines, problems };
}

/** Removes the escapes from a text value (RFC 5545 section 3.3.11): \\n, \\, \\; and the backslash itself. */
function unescapeValue(value: string): string {
  return value.replace(/\\([nN,;\\:])/g, (_, char: string) => (char.toLowerCase() === "n" ? " " : char));
}

const LABELS: ReadonlyMap<string, string> = new Map([
  ["METHOD", "Method"],
  ["PRODID", "Created by"],
  ["VERSION", "Version"],
  ["UID", "UID"],
  ["SUMMARY", "Summary"],
  ["DTSTART", "Starts"],
  ["DTEND", "Ends"],
  ["DUE", "Due"],
  ["DURATION", "Duration"],
  ["RRULE", "Recurs"],
  ["RECURRENCE-ID", "Instance"],
  ["EXDATE", "Except"],
  ["LOCATION", "Location"],
  ["ORGANIZER", "Organizer"],
  ["ATTENDEE", "Attendee"],
  ["STATUS", "Status"],
  ["SEQUENCE", "Sequence"],
  ["TZID", "Time zone"],
  ["FN", "Name"],
  ["N", "Name parts"],
  ["NICKNAME", "Nickname"],
  ["ORG", "Organization"],
  ["TITLE", "Title"],
  ["TEL", "Phone"],
  ["EMAIL", "E-mail"],
  ["ADR", "Address"],
  ["BDAY", "Birthday"],
  ["URL", "Web page"],
  ["PHOTO", "Photo"],
]);

const MAX_ROWS = 60;

function listLineRows(lines: readonly ContentLine[]): ValueRow[] {
  return lines.flatMap(({ name, parameters, value, text, depth }) => {
    const indent = "  ".repeat(Math.max(0, Math.min(depth, 8) - 1));
    if (name === "BEGIN") return [row(`${"  ".repeat(Math.min(depth, 8))}Begin`, value, { text })];
    const label = LABELS.get(name);
    const shown = shorten(unescapeValue(value), 200);
    return label === undefined
      ? []
      : [
          row(`${indent}${label}`, parameters === "" ? shown : `${shown} (${shorten(parameters, 80)})`, {
            text,
          }),
        ];
  });
}

function findValue(lines: readonly ContentLine[], name: string): string | undefined {
  const value = lines.find((line) => line.name === name)?.value;
  return value === undefined ? undefined : shorten(unescapeValue(value));
}

function summarize(lines: readonly ContentLine[], isCard: boolean): string {
  const names = isCard ? ["FN", "N", "TEL", "EMAIL"] : ["METHOD", "SUMMARY", "UID"];
  const parts = names.map((name) => findValue(lines, name)).filter((part) => part !== undefined);
  const components = lines.filter(({ name }) => name === "BEGIN").length;
  return parts.length > 0 ? parts.slice(0, 2).join(", ") : formatCount(components, "component");
}

/** Whether a text is a vCard or iCalendar, judging by its first line. */
export function isContentLines(text: string): boolean {
  return /^\s*BEGIN:(?:VCARD|VCALENDAR)\s*(?:\r?\n|$)/i.test(text);
}

/** Reads a vCard or iCalendar: its components and main properties. Problems: those of `parseContentLines`. */
export function readContentLines(text: string): ValueReading {
  const { lines, problems } = parseContentLines(text);
  const isCard = /^\s*BEGIN:VCARD/i.test(text);
  const rows = listLineRows(lines);
  const more =
    rows.length > MAX_ROWS
      ? [
          row(
            "Left out",
            formatCount(rows.length - MAX_ROWS, "other line"),
            atText(rows[MAX_ROWS]?.text?.from ?? 0, text.length),
          ),
        ]
      : [];
  return {
    kind: isCard ? "vcard" : "icalendar",
    title: isCard ? "vCard" : "iCalendar",
    summary: summarize(lines, isCard),
    rows: [...rows.slice(0, MAX_ROWS), ...more],
    problems,
  };
}
