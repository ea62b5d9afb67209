import { decodeLatin1 } from "../../bytes/latin1";
import type { Direction } from "../../eas/direction";
import type { Capture, Contents, Format, Input, InputProblem, ReadOptions } from "../format";
import { parseMessages } from "../http/parse";
import { inputText } from "../inputText";
import { runPaced, type Steps } from "../pace";
import { originIn } from "../plainCapture";
import { writeCount } from "../summary";
import { readTurns } from "../tcp/textFrames";
import { isSpace } from "../text/chars";
import { decodeHex } from "../text/hex";
import { countMismatch, moveProblem } from "../text/problems";
import { readEpoch, toMilliseconds } from "../time";

/** One packet of the export: where it is in the text. */
interface Packet {
  readonly from: number;
  readonly to: number;
}

/** One `NAME_raw: [hex, position, length, bitmask, type]` of a packet. */
interface RawField {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
  readonly problems: readonly InputProblem[];
}

const PACKET = '"_source"';
/** How many bytes of a message's head are examined. */
const HEAD = 65_536;

/** The packets. JSON.parse would lose all but the last of the many keys that tshark repeats. */
function splitPackets(text: string): Packet[] {
  const packets: Packet[] = [];
  for (let from = text.indexOf(PACKET); from >= 0; ) {
    const next = text.indexOf(PACKET, from + PACKET.length);
    packets.push({ from, to: next < 0 ? text.length : next });
    from = next;
  }
  return packets;
}

function skipSpace(text: string, at: number): number {
  let place = at;
  while (place < text.length && isSpace(text.charCodeAt(place))) place++;
  return place;
}

function rawValue(text: string, at: number): RawField | undefined {
  let place = skipSpace(text, at);
  while (text.charAt(place) === "[") place = skipSpace(text, place + 1);
  if (text.charAt(place) !== '"') return undefined;
  const end = text.indexOf('"', place + 1);
  if (end < 0) return undefined;
  const { bytes, problems } = decodeHex(text.slice(place + 1, end));
  const said = /^\s*,\s*\d+\s*,\s*(\d+)/.exec(text.slice(end + 1, end + 200))?.[1];
  const moved = problems.map((problem) => moveProblem(problem, place + 1));
  const count =
    said === undefined || Number(said) === bytes.length
      ? []
      : [countMismatch(Number(said), bytes.length, place, end + 1)];
  return { bytes: bytes.slice(), from: place, to: end + 1, problems: [...moved, ...count] };
}

/**
 * Where a key stands in a packet, each time. A key that is missing is not looked for in the packets after it.
 */
function* findKey(text: string, key: string, { from, to }: Packet): Generator<number, undefined> {
  const part = text.slice(from, to);
  for (let at = part.indexOf(key); at >= 0; at = part.indexOf(key, at + key.length)) yield from + at;
}

/** All raw fields with that name in the packet. */
function rawFields(text: string, name: string, packet: Packet): RawField[] {
  const key = `"${name}_raw":`;
  const fields: RawField[] = [];
  for (const at of findKey(text, key, packet)) {
    const field = rawValue(text, at + key.length);
    if (field !== undefined) fields.push(field);
  }
  return fields;
}

function stringToken(text: string, from: number): string | undefined {
  let end = from + 1;
  while (end < text.length && text.charCodeAt(end) !== 0x22) end += text.charCodeAt(end) === 0x5c ? 2 : 1;
  try {
    const value: unknown = JSON.parse(text.slice(from, end + 1));
    return typeof value === "string" ? value : undefined;
  } catch {
    return undefined; // a string cut off in the middle
  }
}

/** The string values of a key in a packet. */
function values(text: string, name: string, packet: Packet): string[] {
  const key = `"${name}":`;
  const found: string[] = [];
  for (const at of findKey(text, key, packet)) {
    let place = skipSpace(text, at + key.length);
    if (text.charAt(place) === "[") place = skipSpace(text, place + 1);
    const value = text.charAt(place) === '"' ? stringToken(text, place) : undefined;
    if (value !== undefined) found.push(value);
  }
  return found;
}

interface Facts {
  readonly direction: Direction | undefined;
  readonly command?: string;
  readonly version?: string;
  readonly http?: NonNullable<Capture["http"]>;
  readonly label: string;
  readonly contentType?: string;
  readonly startedAt?: number;
  readonly tookMs?: number;
}

function readHeaders(lines: readonly string[]): readonly (readonly [string, string])[] {
  return lines.flatMap((line) => {
    const colon = line.indexOf(":");
    return colon <= 0 ? [] : [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const];
  });
}

function readCommand(url: string | undefined): string | undefined {
  return /[?&]Cmd=([A-Za-z]+)/i.exec(url ?? "")?.[1];
}

function headerValue(headers: Facts["http"], name: string): string | undefined {
  return headers?.headers.find(([key]) => key.toLowerCase() === name)?.[1];
}

/**
 * The lines of the message's head, from its raw bytes; exports with a layer filter omit the dissected fields.
 */
function headLines(text: string, packet: Packet): readonly string[] {
  const head = rawFields(text, "http", packet)[0]?.bytes ?? new Uint8Array(0);
  return decodeLatin1(head.subarray(0, HEAD)).split(/\r?\n/);
}

/** When a packet was captured. */
function readCaptureTime(text: string, packet: Packet): number | undefined {
  return readEpoch(values(text, "frame.time_epoch", packet)[0] ?? "");
}

/** The HTTP facts that tshark gives for a packet. */
function readFacts(text: string, packet: Packet): Facts {
  const one = (name: string) => values(text, name, packet)[0];
  const [startLine = "", ...lines] = headLines(text, packet);
  const [, rawMethod, rawUrl] = /^([A-Z]+) (\S+) HTTP\//.exec(startLine) ?? [];
  const [, rawStatus, rawReason] = /^HTTP\/\S+ (\d{3}) ?(.*)$/.exec(startLine) ?? [];
  const method = one("http.request.method") ?? rawMethod;
  const status = one("http.response.code") ?? rawStatus;
  const url =
    one("http.request.full_uri") ?? one("http.request.uri") ?? one("http.response_for.uri") ?? rawUrl;
  const isRequest = method !== undefined;
  const direction = isRequest ? "request" : status === undefined ? undefined : "response";
  const said = values(text, isRequest ? "http.request.line" : "http.response.line", packet);
  const headers = readHeaders(said.length > 0 ? said : lines);
  const reason = one("http.response.phrase") ?? rawReason;
  const base = { headers, ...(url !== undefined && { url }) };
  const http = isRequest
    ? { ...base, method }
    : status === undefined
      ? undefined
      : { ...base, status: Number(status), ...(reason !== undefined && { reason }) };
  const command = readCommand(url);
  const version = headerValue(http, "ms-asprotocolversion");
  const contentType = headerValue(http, "content-type") ?? one("http.content_type");
  const number = one("frame.number");
  const startedAt = readCaptureTime(text, packet);
  const tookMs = toMilliseconds(Number.parseFloat(one("http.time") ?? "") * 1000); // from its request
  return {
    direction,
    label: [number, method ?? status, command].filter((word) => word !== undefined).join(" ") || "packet",
    ...(command !== undefined && { command }),
    ...(version !== undefined && { version }),
    ...(http !== undefined && { http }),
    ...(contentType !== undefined && { contentType }),
    ...(startedAt !== undefined && { startedAt }),
    ...(tookMs !== undefined && { tookMs }),
  };
}

function payloadFields(text: string, packet: Packet): readonly RawField[] {
  const wbxml = rawFields(text, "wbxml", packet);
  return wbxml.length > 0 ? wbxml : rawFields(text, "http.file_data", packet);
}

function fieldCapture(input: Input, facts: Facts, { bytes, from, to, problems }: RawField): Capture {
  return { ...facts, payload: bytes, origin: originIn(input, from, to), problems };
}

function packetToCaptures(input: Input, text: string, packet: Packet): Capture[] {
  const fields = payloadFields(text, packet);
  if (fields.length === 0) return [];
  const facts = readFacts(text, packet);
  return fields.map((field) => fieldCapture(input, facts, field));
}

/** The captures of all packets, in packet order. */
function* toCaptures(input: Input, text: string, packets: readonly Packet[]): Steps<Capture[]> {
  const captures: Capture[] = [];
  for (const packet of packets) {
    for (const capture of packetToCaptures(input, text, packet)) captures.push(capture);
    yield packet.to / text.length;
  }
  return captures;
}

const NO_BYTES =
  'The packets have no raw bytes. Export them with "tshark -T json -x" to include wbxml_raw or ' +
  "http.file_data_raw.";

/**
 * The number of complete HTTP messages with a body in the turns. tshark does not dissect messages that it
 * could not reassemble; after reassembly here they are complete.
 */
function findBodies(turns: readonly Capture[]): number {
  const messages = turns.flatMap(({ payload }) => parseMessages(payload).messages);
  return messages.filter(({ body, problems }) => body.length > 0 && problems.length === 0).length;
}

async function readTshark(input: Input, options: ReadOptions): Promise<Contents> {
  const text = inputText(input);
  const packets = splitPackets(text);
  const captures = await runPaced(toCaptures(input, text, packets), options, "packets");
  const detail = `from ${writeCount(packets.length, "packet")}`;
  const frames = packets.flatMap((packet) => {
    const [frame] = rawFields(text, "frame", packet);
    return frame === undefined ? [] : [{ ...frame, capturedAt: readCaptureTime(text, packet) }];
  });
  const turns = readTurns(input, frames);
  const holdsMore =
    captures.length === 0 ? turns.captures.length > 0 : findBodies(turns.captures) > captures.length;
  if (holdsMore) return { captures: turns.captures, problems: turns.problems, detail };
  if (captures.length > 0) return { captures, problems: [], detail };
  const place = { text: { from: 0, to: text.length } };
  return {
    captures: [],
    problems: [...turns.problems, { code: "no-payload", severity: "error", message: NO_BYTES, ...place }],
  };
}

/**
 * The packets of `tshark -T json -x` or Wireshark's JSON export; a capture for each `wbxml_raw`, or else for
 * each HTTP body.
 */
export const tsharkJson: Format = {
  id: "tshark-json",
  title: "tshark -T json -x",
  recognise: ({ text = "" }) => {
    const head = text.slice(0, 4096);
    if (!/^\s*[[{]/.test(head) || !head.includes('"_source"') || !head.includes('"layers"')) return undefined;
    return { confidence: 0.99, why: "packets with their layers" };
  },
  read: readTshark,
};
