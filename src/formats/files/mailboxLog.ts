import { findCommandByName } from "../../eas/commands";
import type { Capture, Contents, Format, Input, InputProblem, Origin, ReadOptions } from "../format";
import { toCapture } from "../http/capture";
import { splitLines } from "../http/logLines";
import { type HttpMessage, readHeaderLines, readStartLine } from "../http/message";
import { onlyProblem, readHead } from "../http/pasted";
import { limitProblem, limits } from "../limits";
import { pauses } from "../pace";
import { writeShare } from "../summary";
import { readTime, toMilliseconds, zoneProblems } from "../time";
import type { SessionTimes } from "./sessions";

/** The sections of an entry that can have several lines; the others have one. */
const SECTION = /^\s*([A-Z][A-Za-z_]*) : ?(.*)$/;
const ENTRY = /^\s*Log Entry: ?(\S+)/;
const MULTI_LINE = new Set(["RequestHeader", "RequestBody", "ResponseHeader", "ResponseBody"]);

interface Section {
  readonly lines: string[];
  readonly from: number;
  to: number;
}

interface Entry {
  readonly number: string;
  readonly from: number;
  readonly parts: Map<string, Section>;
}

function isRule(line: string): boolean {
  return /^\s*-{5,}\s*$/.test(line);
}

/**
 * Whether a line starts a section. Inside a body only known names do, because mail text can look the same.
 */
function findSection(line: string, open: string | undefined): RegExpExecArray | null {
  const match = SECTION.exec(line);
  const known =
    /^(?:Request|Response)(?:Time|Header|Body)$|^(?:ServerName|AssemblyVersion|Identifier|WasPending|AccessState|AccessStateReason|DeviceAccessControlRule)$|Exception$/;
  return match !== null && (open === undefined || !MULTI_LINE.has(open) || known.test(match[1] ?? ""))
    ? match
    : null;
}

/**
 * Adds a line to the entry: it starts a section, or continues the open one. Returns the name of the open
 * section after it.
 */
function addLine(line: string, from: number, entry: Entry, open: string | undefined): string | undefined {
  const section = findSection(line, open);
  if (section) {
    const [, name = "", rest = ""] = section;
    entry.parts.set(name, { lines: [rest], from, to: from + line.length });
    return name;
  }
  const part = open === undefined || isRule(line) ? undefined : entry.parts.get(open);
  part?.lines.push(line);
  if (part) part.to = from + line.length;
  return open;
}

/** The entries of a log with their sections, in order. */
function readEntries(text: string, problems: InputProblem[]): readonly Entry[] {
  const entries: Entry[] = [];
  let open: string | undefined;
  for (const { line, from } of splitLines(text, problems)) {
    const [started, number = ""] = ENTRY.exec(line) ?? [];
    const entry = entries.at(-1);
    if (started !== undefined) entries.push({ number, from, parts: new Map() });
    if (started !== undefined) open = undefined;
    else if (entry) open = addLine(line, from, entry, open);
  }
  return entries;
}

const readContent = (part: Section | undefined): string => (part?.lines ?? []).join("\n").trim();

/**
 * The head of a message as written in the log: a start line, or a status line without a version, and headers.
 */
function readMessageHead(
  part: Section | undefined,
): Omit<HttpMessage, "body" | "problems" | "direction"> & { readonly found: boolean } {
  const lines = (part?.lines ?? []).filter((line) => line.trim() !== "").map((line) => line.trim());
  const [first = ""] = lines;
  const start = readStartLine(first);
  const { headers } = readHeaderLines(start === undefined ? lines : lines.slice(1));
  if (start === undefined) return { headers, found: lines.length > 0 };
  const { direction: _, ...facts } = start;
  return { ...facts, headers, found: true };
}

/** Whether a text is what the log writes in place of a missing body. */
function isNoBody(content: string): boolean {
  return content === "" || /^\[?(?:null|empty|no body|none)\]?$/i.test(content);
}

const SYNTHETIC =
  "The log contains the body as XML, not as bytes. Values may be missing or replaced by their length, so " +
  "encoding it does not give the bytes that were sent.";

function bodyProblems(content: string, place: InputProblem["text"]): readonly InputProblem[] {
  if (isNoBody(content)) return [];
  const at = place === undefined ? {} : { text: place };
  const problems: InputProblem[] = [
    { code: "synthetic-bytes", severity: "warning", message: SYNTHETIC, ...at },
  ];
  if (content.startsWith("<")) return problems;
  return [
    ...problems,
    {
      code: "no-xml-body",
      severity: "warning",
      message: "The log contains something other than XML in place of the body.",
      ...at,
    },
  ];
}

async function readSide(
  entry: Entry,
  direction: "Request" | "Response",
  name: string | undefined,
  request: HttpMessage | undefined,
  times: SessionTimes,
): Promise<{ readonly capture: Capture; readonly message: HttpMessage } | undefined> {
  const headPart = entry.parts.get(`${direction}Header`);
  const bodyPart = entry.parts.get(`${direction}Body`);
  const head = readMessageHead(headPart);
  const content = readContent(bodyPart);
  if (!head.found && isNoBody(content)) return undefined;
  const { found: _, ...facts } = head;
  const body = isNoBody(content) ? new Uint8Array() : new TextEncoder().encode(content);
  const text = {
    from: (headPart ?? bodyPart)?.from ?? entry.from,
    to: (bodyPart ?? headPart)?.to ?? entry.from,
  };
  const origin: Origin = { ...(name !== undefined && { name }), text };
  const message: HttpMessage = {
    ...facts,
    direction: direction === "Request" ? "request" : "response",
    body,
    decoded: true,
    problems: [],
  };
  const startedAt = (direction === "Request" ? times.request : (times.response ?? times.request))?.at;
  const known = { origin, id: entry.number, startedAt, tookMs: times.tookMs };
  const made = await toCapture(message, { ...known, ...(request && { request }) });
  return { capture: withXmlBody(made, content, bodyPart), message };
}

/** The capture labelled by its content: XML instead of WBXML, which is not an error of the message. */
function withXmlBody(capture: Capture, content: string, part: Section | undefined): Capture {
  const place = part && { from: part.from, to: part.to };
  const others = capture.problems.filter(({ code }) => code !== "body-not-wbxml");
  const type = content.startsWith("<") ? { contentType: "application/xml" } : {};
  const command = capture.command ?? findCommand(content);
  return {
    ...capture,
    ...type,
    ...(command !== undefined && { command }),
    problems: [...others, ...bodyProblems(content, place)],
  };
}

/** The command according to the root element, if the log has no request line. */
function findCommand(content: string): string | undefined {
  const root = /^(?:<\?[^>]*\?>\s*)?<(?:\w+:)?(\w+)/.exec(content)?.[1];
  return root === undefined ? undefined : findCommandByName(root)?.name;
}

async function read({ text, bytes, name }: Input, options: ReadOptions): Promise<Contents> {
  const source = text ?? new TextDecoder().decode(bytes);
  const problems: InputProblem[] = [];
  const captures: Capture[] = [];
  const entries = readEntries(source, problems);
  const pause = pauses(options);
  let [done, withoutZone] = [0, 0];
  for (const entry of entries) {
    await pause(done / entries.length, `entry ${entry.number}`);
    if (captures.length >= limits.captures) {
      problems.push(
        limitProblem("captures", "The number of messages", limits.captures, {
          text: { from: entry.from, to: source.length },
        }),
      );
      break;
    }
    const times = readTimes(entry);
    const request = await readSide(entry, "Request", name, undefined, times);
    const response = await readSide(entry, "Response", name, request?.message, times);
    if (times.request?.hasZone === false) withoutZone++;
    if (request) captures.push(request.capture);
    if (response) captures.push(response.capture);
    for (const problem of exceptions(entry)) problems.push(problem);
    done++;
  }
  if (entries.length === 0) return onlyProblem("no-log-entries", 'The text has no "Log Entry:" lines.');
  const detail = writeShare(done, entries.length, "entry", "entries");
  return { captures, problems: [...problems, ...zoneProblems(withoutZone)], detail };
}

function readTimes({ parts }: Entry): SessionTimes {
  const request = readTime(readContent(parts.get("RequestTime")));
  const response = readTime(readContent(parts.get("ResponseTime")));
  return { request, response, tookMs: request && response && toMilliseconds(response.at - request.at) };
}

/** The exceptions that the server logged, by entry. */
function exceptions({ number, parts }: Entry): readonly InputProblem[] {
  return [...parts]
    .filter(([name]) => name.endsWith("Exception"))
    .map(([name, part]): InputProblem => {
      const message = `Entry ${number}: the server reports ${name}: ${readContent(part).slice(0, 500)}`;
      return {
        code: "server-exception",
        severity: "warning",
        message,
        text: { from: part.from, to: part.to },
      };
    });
}

function recognise(input: Input): { readonly confidence: number; readonly why: string } | undefined {
  const head = readHead(input, 16384);
  const entry = /^[ \t]*Log Entry: ?\d+/m.test(head);
  const header = /^[ \t]*RequestHeader : ?/m.test(head);
  if (entry && header)
    return { confidence: 0.97, why: 'it has "Log Entry:" and "RequestHeader :" lines like an Exchange log' };
  return entry && /^[ \t]*(?:RequestTime|ServerName|Identifier) : /m.test(head)
    ? { confidence: 0.8, why: 'it has "Log Entry:" lines' }
    : undefined;
}

/** The mailbox log of Exchange (EASMailboxLog_*.txt): bodies as XML, without the original bytes. */
export const mailboxLog: Format = {
  id: "mailbox-log",
  title: "Exchange ActiveSync mailbox log",
  recognise,
  read,
};
