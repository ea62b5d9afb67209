import { toHex } from "../../bytes/hex";
import { createView } from "../../bytes/integers";
import { readByteArray } from "./byteArray";
import { formatDuration, formatFileTime } from "./fileTime";
import { formatGuid } from "./guid";
import {
  atBytes,
  formatCount,
  problem,
  row,
  type ValueContent,
  type ValueProblem,
  type ValueReading,
  type ValueRow,
} from "./reading";

const FULL_HEADER = 22;
const TIME_BYTES = 5;
const LEVEL = 5;

/** A response level: how long after the first message a reply or forward was written. */
export interface ResponseLevel {
  readonly start: number;
  /** Bit 31: 0 counts steps of 2^18, 1 steps of 2^23 (100 ns each). */
  readonly deltaCode: 0 | 1;
  /** Ticks of 100 ns since the time in the header. */
  readonly delta: bigint;
  /** The FILETIME of the reply: header plus delta. */
  readonly time: bigint;
  readonly random: number;
  readonly sequence: number;
}

/** A parsed conversation index. */
export interface ConversationIndex {
  /** "short": just the 5 time bytes [MS-ASCON 2.2.2.4.1]; "full": the 22 bytes of [MS-OXOMSG] 2.2.1.3. */
  readonly form: "short" | "full" | "unknown";
  /**
   * Where the time bytes start, and their FILETIME, with the omitted low bytes as zero; `undefined` if the
   * time is missing.
   */
  readonly timeStart: number;
  readonly time: bigint | undefined;
  readonly guid: Uint8Array | undefined;
  readonly levels: readonly ResponseLevel[];
  /** The first byte after the last complete level. */
  readonly end: number;
}

/**
 * Reads the time in the header. Programs write these five bytes in two ways. Most omit the top byte of the
 * FILETIME, which is 01 for every date from 1829 to 2057, and the two lowest ones. In [MS-OXOMSG] 2.2.1.3
 * they are the five highest, which later versions of Outlook write. A first byte of 01 is read as the top
 * byte, because otherwise the date would be before 1832.
 */
function readHeaderTime(view: DataView, start: number): bigint {
  const first = view.getUint8(start);
  const rest = BigInt(view.getUint32(start + 1));
  return first === 1 ? (1n << 56n) | (rest << 24n) : (BigInt(0x100 + first) << 48n) | (rest << 16n);
}

function readLevel(view: DataView, start: number, headerTicks: bigint): ResponseLevel {
  const word = view.getUint32(start);
  const deltaCode = word < 0x8000_0000 ? 0 : 1;
  const delta = BigInt(word % 0x8000_0000) << (deltaCode === 0 ? 18n : 23n);
  const last = view.getUint8(start + 4);
  return { start, deltaCode, delta, time: headerTicks + delta, random: last >> 4, sequence: last & 0x0f };
}

function inferForm(bytes: Uint8Array): ConversationIndex["form"] {
  if (bytes.length >= FULL_HEADER && (bytes.length - FULL_HEADER) % LEVEL === 0) return "full";
  if (bytes.length >= TIME_BYTES && bytes.length % LEVEL === 0) return "short";
  return "unknown";
}

/**
 * Parses a conversation index. The length distinguishes the two forms (22 + 5n or 5 + 5n). Any other length
 * is read as the full form if it has at least 22 bytes and starts with 01, otherwise as the short form, as
 * far as possible.
 */
export function parseConversationIndex(bytes: Uint8Array): ConversationIndex {
  const form = inferForm(bytes);
  const view = createView(bytes);
  const isFull = form === "full" || (form === "unknown" && bytes.length >= FULL_HEADER && bytes[0] === 1);
  const timeStart = isFull ? 1 : 0;
  const time = bytes.length >= timeStart + TIME_BYTES ? readHeaderTime(view, timeStart) : undefined;
  const guid = isFull ? bytes.subarray(timeStart + TIME_BYTES, FULL_HEADER) : undefined;
  if (time === undefined) return { form, timeStart, time, guid, levels: [], end: 0 };
  const levels: ResponseLevel[] = [];
  let end = isFull ? FULL_HEADER : TIME_BYTES;
  for (; end + LEVEL <= bytes.length; end += LEVEL) levels.push(readLevel(view, end, time));
  return { form, timeStart, time, guid, levels, end };
}

function listHeaderRows(bytes: Uint8Array, { timeStart, time, guid }: ConversationIndex): ValueRow[] {
  const rows: ValueRow[] = [];
  if (timeStart > 0) rows.push(row("Reserved", toHex(bytes.subarray(0, timeStart)), atBytes(0, timeStart)));
  if (time !== undefined)
    rows.push(row("Conversation began", formatFileTime(time), atBytes(timeStart, timeStart + TIME_BYTES)));
  if (guid !== undefined)
    rows.push(row("Conversation GUID", formatGuid(guid), atBytes(timeStart + TIME_BYTES, FULL_HEADER)));
  return rows;
}

function describeLevel(level: ResponseLevel, index: number): ValueRow {
  const after = formatDuration(Number(level.delta / 10_000n));
  const value =
    `${formatFileTime(level.time)}, ${after} after the first message (code ${level.deltaCode}, random ` +
    `${level.random}, sequence ${level.sequence})`;
  return row(`Response level ${index + 1}`, value, atBytes(level.start, level.start + LEVEL));
}

/** The maximum number of levels to show; no real thread has this many. */
const MAX_LEVELS = 250;

function listLevelRows({ levels, end }: ConversationIndex): ValueRow[] {
  const rows = levels.slice(0, MAX_LEVELS).map(describeLevel);
  const rest = levels[MAX_LEVELS];
  return rest === undefined
    ? rows
    : [
        ...rows,
        row("Left out", formatCount(levels.length - MAX_LEVELS, "response level"), atBytes(rest.start, end)),
      ];
}

function findProblems(bytes: Uint8Array, index: ConversationIndex): ValueProblem[] {
  const problems: ValueProblem[] = [];
  const lengths = "A conversation index has 5 bytes, or 22, plus 5 for each reply or forward";
  if (index.form === "unknown") {
    problems.push(
      problem(
        "conversation-index-length",
        `${lengths}; this value has ${bytes.length}.`,
        atBytes(index.end, bytes.length),
      ),
    );
  }
  if (index.timeStart === 1 && bytes[0] !== 1) {
    problems.push(
      problem("conversation-index-reserved", "The 22-byte header must start with 01.", atBytes(0, 1)),
    );
  }
  return problems;
}

/**
 * Reads a ConversationIndex [MS-ASCON 2.2.2.4], in the 5-byte form or in the 22-byte form of [MS-OXOMSG]
 * 2.2.1.3. Problems: "conversation-index-length", "conversation-index-reserved", "byte-array-inline".
 */
export function readConversationIndex(content: ValueContent): ValueReading {
  const { bytes, problems } = readByteArray(content);
  const index = parseConversationIndex(bytes);
  const rows = [...listHeaderRows(bytes, index), ...listLevelRows(index)];
  if (index.end < bytes.length)
    rows.push(row("Remaining bytes", toHex(bytes.subarray(index.end)), atBytes(index.end, bytes.length)));
  const began = index.time === undefined ? "no time" : `began ${formatFileTime(index.time)}`;
  return {
    kind: "conversation-index",
    title: "Conversation index",
    summary: `${began}, ${formatCount(index.levels.length, "response level")}`,
    rows,
    problems: [...problems, ...findProblems(bytes, index)],
  };
}
