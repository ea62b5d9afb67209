import { toBase64 } from "../../bytes/base64";
import { fromHex, toHex } from "../../bytes/hex";
import { createView, readLittleEndian } from "../../bytes/integers";
import { decodeLatin1 } from "../../bytes/latin1";
import { utf8 } from "../../bytes/text";
import { type Base64Value, readBase64 } from "./base64Value";
import { formatFileTime } from "./fileTime";
import {
  atText,
  problem,
  row,
  shorten,
  type ValueProblem,
  type ValueReading,
  type ValueRow,
} from "./reading";

/*
 * GLOBALOBJID = CLASSID INSTDATE NOW RESERVED BYTECOUNT DATA          [MS-ASEMAIL] 2.2.2.37
 * CLASSID     = 16 fixed bytes
 * INSTDATE    = 4 zeros / YEARHIGH YEARLOW MONTH DATE
 * NOW         = FILETIME, little-endian
 * RESERVED    = 8 bytes
 * BYTECOUNT   = length of DATA, little-endian
 * DATA        = OUTLOOKID / VCALID
 * VCALID      = "vCal-Uid" 01 00 00 00 UID 00
 */
const CLASS_ID = "040000008200E00074C5B7101A82E008";
const VCAL_MARK = "7643616C2D55696401000000";
const DATE_START = 16;
const TIME_START = 20;
const RESERVED_START = 28;
const COUNT_START = 36;
const DATA_START = 40;
const UID_START = 52;
const SHORTEST_VCAL = 53;

function readDataLength(bytes: Uint8Array): number {
  return readLittleEndian(bytes.subarray(COUNT_START, DATA_START));
}

/** The test of [MS-ASEMAIL] 3.1.4.7 looks only for "vCal-Uid" and ignores the version that follows. */
function isVCal(bytes: Uint8Array): boolean {
  if (
    bytes.length < SHORTEST_VCAL ||
    toHex(bytes.subarray(DATA_START, DATA_START + 8), "") !== VCAL_MARK.slice(0, 16)
  )
    return false;
  const length = readDataLength(bytes);
  return length >= 13 && length <= bytes.length - DATA_START;
}

/** Decodes the text of a vCal UID: UTF-8, or one character per byte if it is not UTF-8. */
function decodeUid(bytes: Uint8Array): string {
  return utf8.decode(bytes) ?? decodeLatin1(bytes);
}

/**
 * The Calendar:UID for a GlobalObjId [MS-ASEMAIL 3.1.4.7]. For a vCal ID, it is the UID inside; for any
 * other, the whole ID in upper-case hexadecimal with the instance date (bytes 17 to 20) set to zero. Two
 * meetings are the same if these are equal.
 */
export function globalObjectIdToUid(bytes: Uint8Array): string {
  if (isVCal(bytes)) return decodeUid(bytes.subarray(UID_START, DATA_START + readDataLength(bytes) - 1));
  const series = bytes.slice();
  series.fill(0, DATE_START, TIME_START);
  return toHex(series, "");
}

function isHexForm(uid: string): boolean {
  return (
    uid.length % 2 === 0 &&
    /^[0-9A-Fa-f]+$/.test(uid) &&
    uid.length >= DATA_START * 2 &&
    uid.slice(0, 32).toUpperCase() === CLASS_ID
  );
}

/**
 * The GlobalObjId for a Calendar:UID, the inverse of `globalObjectIdToUid`. Hexadecimal of the Outlook form
 * is taken as it is; any other UID is wrapped in a vCal ID. `undefined` if the UID contains a lone surrogate,
 * which cannot be encoded.
 */
export function uidToGlobalObjectId(uid: string): Uint8Array | undefined {
  if (isHexForm(uid)) return fromHex(uid);
  const text = utf8.encode(uid);
  if (text === undefined) return undefined;
  const bytes = new Uint8Array(UID_START + text.length + 1);
  bytes.set(fromHex(CLASS_ID), 0);
  createView(bytes).setUint32(COUNT_START, bytes.length - DATA_START, true);
  bytes.set(fromHex(VCAL_MARK), DATA_START);
  bytes.set(text, UID_START);
  return bytes;
}

function formatInstanceDate(bytes: Uint8Array): string {
  const [high = 0, low = 0, month = 0, day = 0] = bytes;
  if (high + low + month + day === 0) return "none: the whole series";
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${high * 256 + low}-${two(month)}-${two(day)}: this instance`;
}

function formatCreationTime(bytes: Uint8Array): string {
  const ticks = createView(bytes).getBigUint64(0, true);
  return ticks === 0n ? "none" : formatFileTime(ticks);
}

type FieldLayout = readonly [label: string, start: number, end: number, show: (bytes: Uint8Array) => string];

const FIELDS: readonly FieldLayout[] = [
  ["Class ID", 0, DATE_START, (bytes) => toHex(bytes, "")],
  ["Instance date", DATE_START, TIME_START, formatInstanceDate],
  ["Created", TIME_START, RESERVED_START, formatCreationTime],
  ["Reserved", RESERVED_START, COUNT_START, (bytes) => toHex(bytes)],
  ["Length of the data", COUNT_START, DATA_START, (bytes) => String(readLittleEndian(bytes))],
];

function describeData(bytes: Uint8Array, place: Base64Value["place"]): ValueRow {
  if (!isVCal(bytes))
    return row("Outlook ID", toHex(bytes.subarray(DATA_START)), place(DATA_START, bytes.length));
  const end = DATA_START + readDataLength(bytes) - 1;
  return row("vCal UID", decodeUid(bytes.subarray(UID_START, end)), place(UID_START, end));
}

function listFieldRows({ bytes, place }: Base64Value): ValueRow[] {
  const rows = FIELDS.filter(([, , end]) => end <= bytes.length).map(([label, start, end, show]) =>
    row(label, show(bytes.subarray(start, end)), place(start, end)),
  );
  return bytes.length > DATA_START ? [...rows, describeData(bytes, place)] : rows;
}

function isDate(bytes: Uint8Array): boolean {
  const [high = 0, low = 0, month = 0, day = 0] = bytes;
  return high + low + month + day === 0 || (month >= 1 && month <= 12 && day >= 1 && day <= 31);
}

function findFieldProblems({ bytes, place }: Base64Value): ValueProblem[] {
  if (bytes.length < DATA_START) {
    return [
      problem(
        "global-object-id-length",
        `A GlobalObjId has at least ${DATA_START} bytes; this value has ${bytes.length}.`,
        place(0, bytes.length),
      ),
    ];
  }
  const problems: ValueProblem[] = [];
  if (toHex(bytes.subarray(0, DATE_START), "") !== CLASS_ID) {
    problems.push(
      problem(
        "global-object-id-class",
        "It does not start with the 16 bytes that identify a GlobalObjId.",
        place(0, DATE_START),
      ),
    );
  }
  if (!isDate(bytes.subarray(DATE_START, TIME_START))) {
    problems.push(
      problem(
        "global-object-id-date",
        "The instance date is neither zero nor a date.",
        place(DATE_START, TIME_START),
      ),
    );
  }
  if (readDataLength(bytes) !== bytes.length - DATA_START) {
    const length = bytes.length - DATA_START;
    const message = `The data should have ${readDataLength(bytes)} bytes, but has ${length}.`;
    problems.push(problem("global-object-id-count", message, place(COUNT_START, DATA_START)));
  }
  return problems;
}

function describe(value: Base64Value, uid: string): Pick<ValueReading, "rows" | "problems"> {
  return {
    rows: [row("UID", uid), ...listFieldRows(value)],
    problems: [...value.problems, ...findFieldProblems(value)],
  };
}

/**
 * Reads a GlobalObjId in base64, and gives its Calendar:UID. Problems: those of `readBase64`,
 * "global-object-id-length", "-class", "-date", "-count".
 */
export function readGlobalObjectId(text: string): ValueReading {
  const value = readBase64(text);
  const uid = globalObjectIdToUid(value.bytes);
  return {
    kind: "global-object-id",
    title: "Global object ID",
    summary: `UID ${shorten(uid)}`,
    ...describe(value, uid),
  };
}

/**
 * Creates the function that locates bytes in their hexadecimal text. If the text contains white space, there
 * are no text places.
 */
function createHexPlace(isWhole: boolean): Base64Value["place"] {
  return (start, end) => ({
    range: { start, end },
    ...(isWhole && { text: { from: start * 2, to: end * 2 } }),
  });
}

function findUidProblems(uid: string, bytes: Uint8Array | undefined): ValueProblem[] {
  const problems: ValueProblem[] = [];
  const space = uid.search(/\s/);
  if (uid.length > 300)
    problems.push(problem("uid-length", "A UID has at most 300 characters.", atText(300, uid.length)));
  if (bytes === undefined)
    problems.push(problem("uid-not-unicode", "The UID contains half of a surrogate pair."));
  if (space >= 0 && isHexForm(removeSpace(uid))) {
    problems.push(
      problem(
        "uid-white-space",
        "The hexadecimal contains white space: it was wrapped, which makes it a different UID.",
        atText(space, space + 1),
      ),
    );
  }
  return problems;
}

function removeSpace(text: string): string {
  return text.replace(/\s+/g, "");
}

/**
 * Reads a Calendar:UID [MS-ASCAL 2.2.2.46], and gives its GlobalObjId; the Outlook form is parsed. Problems:
 * "uid-length" (more than 300 characters), "uid-not-unicode", "uid-white-space" (a line break in the Outlook
 * form, which is read anyway), and those of a GlobalObjId.
 */
export function readUid(uid: string): ValueReading {
  const compact = removeSpace(uid);
  const isOutlook = isHexForm(compact);
  const bytes = uidToGlobalObjectId(isOutlook ? compact : uid);
  const problems = findUidProblems(uid, bytes);
  const rows = bytes === undefined ? [] : [row("As a GlobalObjId", toBase64(bytes))];
  const common = { kind: "uid", title: "Calendar UID" };
  if (bytes === undefined || !isOutlook)
    return { ...common, summary: `chosen by the client: ${shorten(uid)}`, rows, problems };
  const value = { bytes, place: createHexPlace(compact === uid), problems: [] };
  const created = formatCreationTime(bytes.subarray(TIME_START, RESERVED_START));
  const summary = isVCal(bytes)
    ? `wraps ${shorten(globalObjectIdToUid(bytes))}`
    : `Outlook form, created ${created}`;
  return {
    ...common,
    summary,
    rows: [...rows, ...listFieldRows(value)],
    problems: [...problems, ...findFieldProblems(value)],
  };
}
