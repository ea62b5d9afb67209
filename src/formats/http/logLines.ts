import type { TextRange } from "../../bytes/range";
import { findHttpStatus } from "../../eas/httpStatus";
import { type EasQuery, isBase64Query, readQuery } from "../../eas/requestLine";
import type { Capture, Contents, InputProblem } from "../format";
import { limitProblem, limits } from "../limits";
import type { Steps } from "../pace";
import { writeShare } from "../summary";
import { readTime, toMilliseconds, type WrittenTime, zoneProblems } from "../time";
import { readPeople } from "./people";

const TARGET = /(?:https?:\/\/[^\s"/]+)?\/Microsoft-Server-ActiveSync[^\s?",]*/i;

/** Whether a text without white space is a query with a command, and parameters with values before it. */
function isCommandQuery(text: string): boolean {
  if (/\s/.test(text)) return false;
  const parts = text.replace(/^\?/, "").split("&");
  const command = parts.findIndex((part) => /^Cmd=\w+$/i.test(part));
  return command >= 0 && parts.slice(0, command).every((part) => /^[\w.-]+=/.test(part));
}

/** Whether the text is just the query of a request, plain or base64-encoded. */
export function isBareQuery(text: string): boolean {
  const query = text.trim().replace(/^\?/, "");
  if (query === "" || /\s/.test(query)) return false;
  return isCommandQuery(query) || (isBase64Query(query) && readQuery(query)?.problems.length === 0);
}

/** Whether a line contains the URL of an ActiveSync server, like a line of a web server log. */
export function isLogLine(line: string): boolean {
  return TARGET.test(line);
}

const IIS_TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\b/;

interface LogLine {
  readonly method: string | undefined;
  readonly url: string;
  readonly status: number | undefined;
  readonly time: WrittenTime | undefined;
  readonly tookMs?: number | undefined;
  readonly host?: string | undefined;
  readonly user?: string | undefined;
  readonly userAgent?: string | undefined;
}

/** Columns of a W3C extended log file by the names in its "#Fields:" line. */
function readByColumns(line: string, columns: readonly string[]): LogLine | undefined {
  const values = line.split(" ");
  if (values.length < columns.length) return undefined;
  const value = (name: string): string | undefined => {
    const found = values[columns.indexOf(name)];
    return found === "-" ? undefined : found;
  };
  const stem = value("cs-uri-stem");
  if (stem === undefined) return undefined;
  const query = value("cs-uri-query");
  const status = Number(value("sc-status"));
  const time = readTime(`${value("date") ?? ""}T${value("time") ?? ""}Z`); // these logs are in UTC
  return {
    time,
    tookMs: toMilliseconds(Number(value("time-taken") ?? Number.NaN)),
    host: value("cs-host")?.replace(/:\d+$/, "").toLowerCase(),
    user: value("cs-username"),
    userAgent: value("cs(User-Agent)")?.replaceAll("+", " "),

    method: value("cs-method"),
    url: query === undefined ? stem : `${stem}?${query}`,
    status: status > 0 ? status : undefined,
  };
}

/** The target and its query, anywhere in a line: joined by "?", or separate as in IIS logs. */
function readBySearch(line: string): LogLine | undefined {
  const target = TARGET.exec(line);
  if (target === null)
    return isCommandQuery(line.trim()) || isBareQuery(line)
      ? { method: undefined, url: line.trim(), status: undefined, time: undefined }
      : undefined;
  const rest = line.slice(target.index + target[0].length);
  const query = /^\?([^\s"]*)/.exec(rest)?.[1] ?? /^[\s,"]+([^\s",]+)/.exec(rest)?.[1] ?? "";
  const known = query !== "-" && (query.includes("=") || isBase64Query(query));
  const method = /\b(POST|OPTIONS|GET|HEAD)\b/.exec(line.slice(0, target.index))?.[1];
  const head = line.slice(0, target.index);
  const time = readTime(/\[([^[\]]+)\]/.exec(head)?.[1] ?? "") ?? readTime(IIS_TIME.exec(line)?.[0] ?? "");
  const user = /^\S+ \S+ (\S+) \[/.exec(head)?.[1];
  const userAgent = /"([^"]*)"\s*$/.exec(rest)?.[1];
  // the common log format of Apache and nginx
  const status = /^\S*"?\s+HTTP\/\d(?:\.\d)?"?\s+(\d{3})\b/.exec(rest)?.[1];
  return {
    method,
    url: known ? `${target[0]}?${query}` : target[0],
    status: status === undefined ? undefined : Number(status),
    time,
    user: user === "-" ? undefined : user,
    userAgent: userAgent === "-" ? undefined : userAgent,
  };
}

function entryProblems(entry: LogLine, text: TextRange): InputProblem[] {
  const problems: InputProblem[] = [
    {
      code: "no-body",
      severity: "info",
      message: "A log line contains only the request line, not the body.",
      text,
    },
  ];
  const known = entry.status === undefined || entry.status < 300 ? undefined : findHttpStatus(entry.status);
  if (known) {
    const message = `HTTP ${known.code}: ${known.name}. ${known.meaning} ${known.advice}`;
    problems.push({ code: "http-status", severity: "info", message, text });
  }
  return problems;
}

/** When it was, whose request it is, and from which device. */
function readFacts(entry: LogLine, query: EasQuery | undefined): Partial<Capture> {
  const headers: [string, string][] = [];
  if (entry.host !== undefined) headers.push(["Host", entry.host]);
  if (entry.userAgent !== undefined) headers.push(["User-Agent", entry.userAgent]);
  const request = { direction: "request", target: entry.url, headers, body: NO_BODY, problems: [] } as const;
  const people = readPeople(request, query);
  const user = people.user ?? entry.user;
  return {
    ...people,
    ...(user !== undefined && { user }),
    ...(entry.time !== undefined && { startedAt: entry.time.at }),
    ...(entry.tookMs !== undefined && { tookMs: entry.tookMs }),
  };
}

const NO_BODY = new Uint8Array(0);

function toCapture(entry: LogLine, text: TextRange, number: number): Capture {
  const query = readQuery(entry.url);
  const status = entry.status === undefined ? {} : { status: entry.status };
  const found = (query?.problems ?? []).map(
    ({ code, message }): InputProblem => ({ code: `query-${code}`, severity: "warning", message, text }),
  );
  return {
    label: [number, entry.method ?? "", query?.command ?? "", entry.status ?? ""]
      .filter((word) => word !== "")
      .join(" "),
    direction: "request",
    ...(query?.command !== undefined && { command: query.command }),
    ...(query?.version !== undefined && { version: query.version }),
    http: {
      ...(entry.method !== undefined && { method: entry.method }),
      url: entry.url,
      ...status,
      headers: [],
    },
    payload: new Uint8Array(),
    origin: { text },
    exchange: String(number),
    ...readFacts(entry, query),
    problems: [...entryProblems(entry, text), ...found],
  };
}

/**
 * Reads a line by the current columns or, without columns, by search; `undefined` if it is not about
 * ActiveSync.
 */
function readEntry(line: string, columns: readonly string[]): LogLine | undefined {
  const entry = columns.length > 0 ? readByColumns(line, columns) : readBySearch(line);
  return entry && (TARGET.test(entry.url) || readQuery(entry.url)) ? entry : undefined;
}

/**
 * Reads lines of a web server log (IIS with or without "#Fields:", Apache, nginx), bare URLs and bare
 * queries, one capture per line.
 */
export function* readLogLines(text: string): Steps<Contents> {
  const captures: Capture[] = [];
  const problems: InputProblem[] = [];
  let columns: readonly string[] = [];
  let [passed, withoutZone] = [0, 0];
  for (const { line, from } of splitLines(text, problems)) {
    yield from / text.length;
    if (captures.length >= limits.captures) {
      problems.push(
        limitProblem("captures", "The number of lines", limits.captures, { text: { from, to: text.length } }),
      );
      break;
    }
    if (line.startsWith("#Fields:")) columns = line.slice(8).trim().split(/\s+/);
    if (line.startsWith("#") || line.trim() === "") continue;
    const entry = readEntry(line, columns);
    if (entry?.time?.hasZone === false) withoutZone++;
    if (entry) captures.push(toCapture(entry, { from, to: from + line.length }, captures.length + 1));
    else passed++;
  }
  const detail = `from ${writeShare(captures.length, captures.length + passed, "line")}`;
  const message = `${passed} lines are not about ActiveSync and were skipped.`;
  const others: InputProblem[] = passed > 0 ? [{ code: "other-lines", severity: "info", message }] : [];
  return { captures, problems: [...problems, ...others, ...zoneProblems(withoutZone)], detail };
}

/**
 * The lines of a text with their start positions, without line breaks. Each line over the limit becomes a
 * problem.
 */
export function* splitLines(
  text: string,
  problems: InputProblem[],
): Generator<{ readonly line: string; readonly from: number }> {
  for (let from = 0; from < text.length; ) {
    const found = text.indexOf("\n", from);
    const end = found < 0 ? text.length : found;
    const to = text.charAt(end - 1) === "\r" && end > from ? end - 1 : end;
    if (to - from > limits.lineLength)
      problems.push(limitProblem("lineLength", "A line", limits.lineLength, { text: { from, to } }));
    else yield { line: text.slice(from, to), from };
    from = end + 1;
  }
}
