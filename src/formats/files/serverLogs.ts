import type { TextRange } from "../../bytes/range";
import { findCommandByName } from "../../eas/commands";
import type { Direction } from "../../eas/direction";
import { readQuery } from "../../eas/requestLine";
import type { Capture, Contents, Format, Input, InputProblem } from "../format";
import { splitLines } from "../http/logLines";
import { onlyProblem, readHead } from "../http/pasted";
import { limitProblem, limits } from "../limits";
import { runPaced, type Steps } from "../pace";
import { readTime, type WrittenTime, zoneProblems } from "../time";
import { base64ToBytes } from "./bodyText";

const Z_PUSH = /WBXML(?: 10K debug data|-IN ?|-OUT ?): ?/;
const Z_PUSH_LINE = /(WBXML 10K debug data|WBXML-IN ?|WBXML-OUT ?): ?(.*)/;
/** The most bytes that Z-Push writes, by the name before them. */
const CUT_AT: Readonly<Record<string, number>> = { "WBXML 10K debug data": 10_240, "WBXML-IN": 4_096 };

interface Facts {
  readonly direction: Direction;
  readonly command?: string | undefined;
  readonly version?: string | undefined;
  readonly time?: WrittenTime | undefined;
  readonly user?: string | undefined;
  readonly deviceId?: string | undefined;
  readonly deviceType?: string | undefined;
  readonly exchange?: string | undefined;
}

function captureFor(
  payload: Uint8Array,
  facts: Facts,
  number: number,
  text: TextRange,
  problems: readonly InputProblem[],
): Capture {
  const { direction, command, version, time, user, deviceId, deviceType, exchange } = facts;
  return {
    label: [number, command, direction].filter((word) => word !== undefined).join(" "),
    direction,
    ...(command !== undefined && { command }),
    ...(version !== undefined && { version }),
    payload,
    contentType: "application/vnd.ms-sync.wbxml",
    ...(time !== undefined && { startedAt: time.at }),
    ...(user !== undefined && { user }),
    ...(deviceId !== undefined && { deviceId }),
    ...(deviceType !== undefined && { deviceType }),
    ...(exchange !== undefined && { exchange }),
    origin: { text },
    problems,
  };
}

/**
 * The facts about the request in earlier lines of the same process: cmd='Sync', Cmd=Sync, asVer, protocol
 * version.
 */
function readFacts(line: string): Omit<Partial<Facts>, "direction"> {
  const query = readQuery(/\/Microsoft-Server-ActiveSync(?:\/[^\s?/]*)?\?[^\s'"]+/i.exec(line)?.[0] ?? "/");
  const name = /\bcmd='(\w+)'/i.exec(line)?.[1] ?? /[?&]Cmd=(\w+)/.exec(line)?.[1] ?? query?.command;
  const version = /(?:\basVer(?:sion)?='?|MS-ASProtocolVersion'?\]?(?:: | => )'?)(\d\d?\.\d)/i.exec(
    line,
  )?.[1];
  const command = name === undefined ? undefined : (findCommandByName(name)?.name ?? name);
  const { user, deviceId, deviceType } = query ?? {};
  return {
    ...(command !== undefined && { command }),
    ...(version !== undefined && { version }),
    ...(user !== undefined && { user }),
    ...(deviceId !== undefined && { deviceId }),
    ...(deviceType !== undefined && { deviceType }),
  };
}

/** The time at the start of a line, and the user that Z-Push writes after the level: "[DEBUG] [ada]". */
function readLineStart(line: string): Pick<Facts, "time" | "user"> {
  const time = readTime(
    /^[\d/.-]{8,10}[ T]\d{1,2}:\d\d:\d\d[\d:.,]*(?:Z|[+-]\d\d:?\d\d)?/.exec(line)?.[0] ?? "",
  );
  const user = /^[^[]*\[ *\d+\] *\[ *[A-Z]+ *\] *\[ *([^\]\s]+) *\]/.exec(line)?.[1];
  return { ...(time !== undefined && { time }), ...(user !== undefined && { user }) };
}

function cutProblem(kind: string, size: number, text: TextRange): readonly InputProblem[] {
  if (CUT_AT[kind] !== size) return [];
  return [
    {
      code: "cut-by-logger",
      severity: "warning",
      message: `Z-Push writes at most ${size} bytes on such a line, so the rest of the message is missing.`,
      text,
    },
  ];
}

function zPushCapture(
  kind: string,
  data: string,
  known: Partial<Facts>,
  number: number,
  text: TextRange,
): Capture | undefined {
  if (!/^[A-Za-z0-9+/]{4,}={0,2}\s*$/.test(data) || / /.test(data.trim())) return undefined;
  const { bytes, problems } = base64ToBytes(data);
  const placed = problems.map((problem) => ({ ...problem, text }));
  return captureFor(
    bytes,
    { ...known, direction: kind === "WBXML-OUT" ? "response" : "request" },
    number,
    text,
    [...placed, ...cutProblem(kind, bytes.length, text)],
  );
}

function toContents(captures: readonly Capture[], problems: readonly InputProblem[]): Contents {
  if (captures.length + problems.length > 0) return { captures, problems };
  return onlyProblem("no-wbxml-lines", "The text has no lines with WBXML data.");
}

/**
 * Reads base64 lines of Z-Push and its descendants; a process ID in brackets links them to the command being
 * handled.
 */
function* readZPush({ text, bytes }: Input): Steps<Contents> {
  const source = text ?? new TextDecoder().decode(bytes);
  const captures: Capture[] = [];
  const problems: InputProblem[] = [];
  const byProcess = new Map<string, Partial<Facts>>();
  let withoutZone = 0;
  for (const { line, from } of splitLines(source, problems)) {
    yield from / source.length;
    if (captures.length >= limits.captures) {
      problems.push(
        limitProblem("captures", "The number of messages", limits.captures, {
          text: { from, to: source.length },
        }),
      );
      break;
    }
    const [, process = ""] = /\[ *(\d+)\]/.exec(line) ?? [];
    const found = Z_PUSH_LINE.exec(line);
    if (found === null) {
      byProcess.set(process, { ...byProcess.get(process), ...readFacts(line) });
      continue;
    }
    const [, name = "", content = ""] = found;
    const kind = name.trim();
    const place = { from: from + found.index, to: from + line.length };
    const isRequest = kind !== "WBXML-OUT";
    const known = { ...byProcess.get(process), ...readLineStart(line) };
    const exchange = isRequest ? String(captures.length + 1) : known.exchange;
    const capture = zPushCapture(kind, content, { ...known, exchange }, captures.length + 1, place);
    if (capture && known.time?.hasZone === false) withoutZone++;
    if (isRequest) byProcess.set(process, { ...byProcess.get(process), exchange });
    if (capture) captures.push(capture);
    else
      problems.push({
        code: "not-logged",
        severity: "warning",
        message: `${kind} is followed by "${content.slice(0, 80)}", which is not base64.`,
        text: place,
      });
  }
  return toContents(captures, [...problems, ...zoneProblems(withoutZone)]);
}

/** A log that is recognised by a line within its first `look` characters. */
function logFormat(
  facts: Pick<Format, "id" | "title">,
  sign: RegExp,
  look: number,
  why: string,
  steps: (input: Input) => Steps<Contents>,
): Format {
  return {
    ...facts,
    recognise: (input) => (sign.test(readHead(input, look)) ? { confidence: 0.95, why } : undefined),
    read: (input, options) => runPaced(steps(input), options, "lines"),
  };
}

/** Lines of Z-Push, grommunio-sync and other descendants. */
export const zPushLog = logFormat(
  { id: "z-push-log", title: "Z-Push log" },
  Z_PUSH,
  4_194_304,
  "it has base64 lines after WBXML-IN, WBXML-OUT or WBXML 10K debug data",
  readZPush,
);

/** The gap before "(WBXML)" holds no second "data" of this kind, so that each is looked at once. */
const TBSYNC =
  /WBXML: (Sending|Receiving|Received) data|(Sending|Receiving|Received) data(?:(?!ing data|ived data)[^\n]){0,100}\(WBXML\)/;

/** Whether a line consists only of hexadecimal codes of one to four digits. */
function isHexLine(line: string): boolean {
  return /^\s*[0-9a-f]{1,4} [0-9a-f]/.test(line) && !/[^0-9a-f\s]|[0-9a-f]{5}/.test(line);
}

/**
 * Codes as written by TbSync: one for each byte, or one for each character if the text was not encoded yet.
 */
function codesToBytes(codes: readonly number[]): { readonly bytes: Uint8Array; readonly encoded: boolean } {
  if (codes.every((code) => code <= 0xff)) return { bytes: Uint8Array.from(codes), encoded: false };
  return {
    bytes: new TextEncoder().encode(codes.map((code) => String.fromCharCode(code)).join("")),
    encoded: true,
  };
}

function tbSyncProblems(encoded: boolean, codes: readonly number[], text: TextRange): InputProblem[] {
  const problems: InputProblem[] = [];
  const message =
    "The log contains characters above FF, not bytes. They were encoded as UTF-8, as they are when sent.";
  if (encoded) problems.push({ code: "characters-not-bytes", severity: "info", message, text });
  const lost = codes.filter((code) => code === 0xfffd).length;
  if (lost > 0)
    problems.push({
      code: "replacement-characters",
      severity: "warning",
      message: `The log contains U+FFFD ${lost} times: those bytes are lost.`,
      text,
    });
  return problems;
}

/** The facts known from the lines read so far. */
interface TbSyncState {
  readonly captures: Capture[];
  known: Partial<Facts>;
  /** The direction of the payload in the next line of hexadecimal. */
  awaited: Direction | undefined;
}

function noteTbSync(line: string, state: TbSyncState): void {
  const found = TBSYNC.exec(line);
  const version = /\(EAS v(\d\d?\.\d)\)/.exec(line)?.[1];
  if (found) state.awaited = (found[1] ?? found[2]) === "Sending" ? "request" : "response";
  state.known = { ...state.known, ...readFacts(line), ...(version !== undefined && { version }) };
  const last = state.captures.at(-1);
  if (last?.direction !== "request" || !/[?&]Cmd=/.test(line)) return;
  state.captures[state.captures.length - 1] = addFacts(last, state.captures.length, state.known);
}

function tbSyncCapture(
  line: string,
  direction: Direction,
  { known, captures }: TbSyncState,
  place: TextRange,
): Capture {
  const codes = Array.from(line.trim().split(/\s+/), (token) => Number.parseInt(token, 16));
  const { bytes, encoded } = codesToBytes(codes);
  const isRequest = direction === "request";
  const last = captures.findLast((capture) => capture.direction === "request");
  const exchange = isRequest ? String(captures.length + 1) : last?.exchange;
  const facts: Facts = isRequest
    ? { direction, version: known.version, exchange }
    : { ...known, direction, exchange };
  return captureFor(bytes, facts, captures.length + 1, place, tbSyncProblems(encoded, codes, place));
}

/**
 * Reads the hexadecimal lines, without leading zeros, that TbSync writes after "WBXML: Sending data" and
 * "Receiving data".
 */
function* readTbSync({ text, bytes }: Input): Steps<Contents> {
  const source = text ?? new TextDecoder().decode(bytes);
  const problems: InputProblem[] = [];
  const state: TbSyncState = { captures: [], known: {}, awaited: undefined };
  for (const { line, from } of splitLines(source, problems)) {
    yield from / source.length;
    if (state.captures.length >= limits.captures) {
      problems.push(
        limitProblem("captures", "The number of messages", limits.captures, {
          text: { from, to: source.length },
        }),
      );
      break;
    }
    if (state.awaited === undefined || !isHexLine(line)) {
      noteTbSync(line, state);
      continue;
    }
    state.captures.push(tbSyncCapture(line, state.awaited, state, { from, to: from + line.length }));
    state.awaited = undefined;
  }
  return toContents(state.captures, problems);
}

/** A request with the command and version that TbSync writes after its payload. */
function addFacts(request: Capture, number: number, known: Partial<Facts>): Capture {
  const version = known.version ?? request.version;
  const facts: Facts = { ...known, version, direction: "request", exchange: request.exchange };
  return captureFor(
    request.payload,
    facts,
    number,
    request.origin.text ?? { from: 0, to: 0 },
    request.problems,
  );
}

/** The event log of TbSync (Thunderbird) at its third level of detail. */
export const tbSyncLog = logFormat(
  { id: "tbsync-log", title: "TbSync log" },
  TBSYNC,
  1_048_576,
  'it has lines "WBXML: Sending data" or "WBXML: Receiving data"',
  readTbSync,
);
