/** What bytes look like, judged without decoding them for good. */
export interface Likeness {
  /**
   * 0 (noise) to 1 (a whole WBXML document): how much sense the bytes make as something seen in EAS traffic.
   */
  readonly score: number;
  readonly kind: "wbxml" | "wbxml-body" | "http" | "text" | "other";
}

/**
 * MIBenum numbers a charset field is believed with: none, ASCII, Latin, UTF-8, Japanese and Chinese sets,
 * UTF-16/32.
 */
const CHARSETS = new Set([
  0, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 17, 18, 38, 106, 113, 114, 1000, 1001, 1013, 1014, 1015, 1017, 2025,
  2026, 2250, 2251, 2252,
]);

const SWITCH_PAGE = 0x00;
const END = 0x01;
const ENTITY = 0x02;
const STR_I = 0x03;
const STR_T = 0x83;
const OPAQUE = 0xc3;
const LAST_PAGE = 31;
const MAX_TOKENS = 20_000;

/**
 * mb_u_int32 [WAP-192 5.1]: value and the offset after it; `undefined` where it does not end within 5 bytes.
 */
function multiByte(
  bytes: Uint8Array,
  at: number,
): { readonly value: number; readonly next: number } | undefined {
  let value = 0;
  for (let i = 0; i < 5; i++) {
    const byte = bytes[at + i];
    if (byte === undefined) return undefined;
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, next: at + i + 1 };
  }
  return undefined;
}

/**
 * Where the body starts if the bytes begin with a plausible WBXML header: version 00 to 03, publicid, a known
 * charset, string table [WAP-192 5.3]; `undefined` where they do not. `whole` is false for the first bytes of
 * something longer.
 */
export function bodyStart(bytes: Uint8Array, whole = true): number | undefined {
  const version = bytes[0];
  if (version === undefined || version > 3) return undefined;
  const publicId = multiByte(bytes, 1);
  const index = publicId?.value === 0 ? multiByte(bytes, publicId.next) : publicId;
  const charset = index && multiByte(bytes, index.next);
  if (!charset || !CHARSETS.has(charset.value)) return undefined;
  const table = multiByte(bytes, charset.next);
  if (!table) return undefined;
  const start = table.next + table.value;
  return start <= bytes.length || !whole ? start : undefined;
}

interface Walk {
  readonly tokens: number;
  /** No byte contradicted the grammar. */
  readonly clean: boolean;
  /** There was one root element, and every element was closed at the end. */
  readonly closed: boolean;
}

/** The offset after the token at `at`; -1 where it is none, NaN where it runs past the end. */
function afterToken(bytes: Uint8Array, at: number): number {
  const token = bytes[at] ?? 0;
  if (token === SWITCH_PAGE) return (bytes[at + 1] ?? 0) <= LAST_PAGE ? at + 2 : -1;
  if (token === END) return at + 1;
  if (token === STR_I) return afterString(bytes, at + 1);
  if (token === ENTITY || token === STR_T) return multiByte(bytes, at + 1)?.next ?? Number.NaN;
  if (token === OPAQUE) {
    const length = multiByte(bytes, at + 1);
    return length ? length.next + length.value : Number.NaN;
  }
  return isTag(token) ? at + 1 : -1;
}

/**
 * The bytes of the UTF-8 character at `at` [RFC 3629]; 0 where it is none. At the end a part of one is
 * enough.
 */
function charLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return lead >= 0x20 || lead === 9 || lead === 10 || lead === 13 ? 1 : 0;
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  for (let i = 1; i < length && at + i < bytes.length; i++)
    if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

function afterString(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; ) {
    if (bytes[at] === 0) return at + 1;
    const length = charLength(bytes, at);
    if (length === 0) return -1;
    at += length;
  }
  return Number.NaN;
}

function isTag(token: number): boolean {
  return (token & 0x80) === 0 && (token & 0x3f) >= 5;
}

function walk(bytes: Uint8Array, from: number): Walk {
  let depth = 0;
  let tokens = 0;
  let roots = 0;
  for (let at = from; at < bytes.length && tokens < MAX_TOKENS; tokens++) {
    const token = bytes[at] ?? 0;
    const next = afterToken(bytes, at);
    if (Number.isNaN(next) || next > bytes.length) return { tokens, clean: true, closed: false };
    if (depth === 0 && isTag(token)) roots++;
    if (token === END) depth--;
    else if ((token & 0xc0) === 0x40) depth++;
    if (next < 0 || depth < 0) return { tokens, clean: false, closed: false };
    at = next;
  }
  return { tokens, clean: true, closed: depth === 0 && roots === 1 };
}

function documentScore(bytes: Uint8Array, from: number, whole: boolean): number {
  if (from > bytes.length) return 0.3;
  const { tokens, clean, closed } = walk(bytes, from);
  const eas = bytes[0] === 3 && bytes[2] === 0x6a ? 0.2 : 0;
  if (clean && (closed || !whole)) return 0.8 + eas;
  return 0.45 + eas + (clean ? 0.2 : Math.min(0.15, tokens / 100));
}

function bodyScore(bytes: Uint8Array, whole: boolean): number {
  const first = bytes[0] ?? 0xff;
  const starts = first === SWITCH_PAGE ? ((bytes[2] ?? 0) & 0xc0) === 0x40 : (first & 0xc0) === 0x40;
  if (!starts) return 0;
  const { tokens, clean, closed } = walk(bytes, 0);
  if (!clean || tokens < 4) return 0;
  const ends = bytes.includes(END) && bytes.includes(STR_I);
  return ends && (closed || !whole) ? 0.6 : 0;
}

/** The share of the bytes that are printable characters or white space in UTF-8. */
function printableShare(bytes: Uint8Array): number {
  let printable = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = bytes[at] === 0x7f ? 0 : charLength(bytes, at);
    printable += length;
    at += Math.max(1, length);
  }
  return bytes.length === 0 ? 0 : printable / bytes.length;
}

const HTTP_START = /^(?:(?:GET|POST|PUT|HEAD|OPTIONS|CONNECT) \S|HTTP\/[12](?:\.\d)? \d{3})/;

/**
 * What the bytes look like; `whole` is false where they are only the first part of something longer. Total,
 * and never throws.
 */
export function likeness(bytes: Uint8Array, whole = true): Likeness {
  const start = bodyStart(bytes, whole);
  if (start !== undefined) return { score: documentScore(bytes, start, whole), kind: "wbxml" };
  if (HTTP_START.test(String.fromCharCode(...bytes.subarray(0, 24)))) return { score: 0.9, kind: "http" };
  // gzip: a body as it was on the wire
  if (bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8) return { score: 0.7, kind: "other" };
  const body = bodyScore(bytes, whole);
  if (body > 0) return { score: body, kind: "wbxml-body" };
  if (bytes.length > 8 && printableShare(bytes.subarray(0, 1024)) > 0.95) return { score: 0.3, kind: "text" };
  return { score: 0.1, kind: "other" };
}

const EAS_HEADER = [0x03, 0x01, 0x6a, 0x00];

function startsDocument(bytes: Uint8Array, at: number): boolean {
  return EAS_HEADER.every((byte, i) => bytes[at + i] === byte);
}

/**
 * Where the document that starts at `from` ends: behind the tag that closes its root; `undefined` where it is
 * not whole.
 */
function documentEnd(bytes: Uint8Array, from: number): number | undefined {
  let depth = 0;
  for (let at = from + EAS_HEADER.length; at < bytes.length; ) {
    const token = bytes[at] ?? 0;
    const next = afterToken(bytes, at);
    if (!(next > at) || next > bytes.length) return undefined;
    if (token === END) depth--;
    else if ((token & 0xc0) === 0x40) depth++;
    at = next;
    if (depth === 0 && (token === END || isTag(token))) return at;
  }
  return undefined;
}

/**
 * Where whole EAS documents end that another follows at once, in order; empty where the bytes are not several
 * in a row.
 */
export function documentEnds(bytes: Uint8Array): readonly number[] {
  const ends: number[] = [];
  for (let at = 0; startsDocument(bytes, at); ) {
    const end = documentEnd(bytes, at);
    if (end === undefined || !startsDocument(bytes, end)) return ends;
    ends.push(end);
    at = end;
  }
  return ends;
}
