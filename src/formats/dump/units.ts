import { hexValue, isBlank, isDecimal } from "../text/chars";
import { readCells } from "./cells";

/*
 * A column of a dump is a byte or a word of 2, 4, 8 or 16 bytes, in one of four radixes. The width of a token
 * depends on both: a byte is 2 digits in hexadecimal, 3 in octal, 8 in binary; a word of 2 bytes is 4, 6 or
 * (decimal) up to 5. So the tokens at the starts of the rows reveal the unit, with two ambiguities. Two
 * decimal digits can be hexadecimal: one token of another length in any row decides it. And a word is a
 * number in the byte order of the machine that printed it, usually little-endian: hexdump and od print
 * numbers, xxd groups bytes in their original order (its colon shows that). layout.ts checks the guess
 * against the text column.
 */

/** How the columns of a dump write bytes: the radix of a token, its size in bytes, and its byte order. */
export interface Unit {
  /** "char": a character or escape in each cell of a fixed width, see cells.ts. */
  readonly radix: 2 | 8 | 10 | 16 | "char";
  /** The number of bytes in a whole token. */
  readonly size: number;
  /** The token is a little-endian number: its last byte comes first. */
  readonly little: boolean;
}

/** Single bytes as two hexadecimal digits. */
export const HEX_BYTE: Unit = { radix: 16, size: 1, little: false };

/** The content of one row. */
export interface RowUnits {
  readonly count: number;
  /** Where the last byte's token ends. */
  readonly end: number;
}

const MINUS = 0x2d;

/** The end of the token from `at`: up to a blank, or a minus that joins two bytes, as in `56-03`. */
export function tokenEnd(text: string, at: number, to: number): number {
  let end = at + 1;
  while (end < to) {
    const code = text.charCodeAt(end);
    if (isBlank(code) || (code === MINUS && end - at >= 2)) break;
    end++;
  }
  return end;
}

/** The number of digits that a token in a radix other than 16 can have: from `least` to `most`. */
function digitLimits({ radix, size }: Unit): { readonly least: number; readonly most: number } {
  if (radix === 2) return { least: 8, most: 8 };
  if (radix === 8) return size === 1 ? { least: 3, most: 3 } : { least: 6, most: 6 };
  return { least: 1, most: [4, 6, 6, 11][size - 1] ?? 0 };
}

/** The number between `from` and `to`; NaN if it is not a number of this unit. */
function numberAt(text: string, from: number, to: number, unit: Unit): number {
  const { least, most } = digitLimits(unit);
  const radix = Number(unit.radix);
  const sign = radix === 10 && text.charCodeAt(from) === MINUS ? 1 : 0;
  if (to - from < least || to - from > most || to - from === sign) return Number.NaN;
  let value = 0;
  for (let at = from + sign; at < to; at++) {
    const digit = text.charCodeAt(at) - 0x30;
    if (!(digit >= 0 && digit < radix)) return Number.NaN;
    value = value * radix + digit;
  }
  return sign === 1 ? -value : value;
}

/** Whether there is a `0x` at the position, as GDB prints it before each byte. */
function isPrefix(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0x30 && (text.charCodeAt(at + 1) | 0x20) === 0x78;
}

/**
 * Writes the bytes of a hexadecimal token to `out` at `at`. Returns their number, or 0 if the token does not
 * match this unit.
 */
function putHex(
  text: string,
  from: number,
  to: number,
  { size, little }: Unit,
  out: Uint8Array,
  at: number,
): number {
  const start = isPrefix(text, from) ? from + 2 : from;
  const count = (to - start) >> 1;
  if ((to - start) % 2 !== 0 || count > size) return 0;
  for (let i = 0; i < count; i++) {
    const high = hexValue(text.charCodeAt(start + 2 * i));
    const low = hexValue(text.charCodeAt(start + 2 * i + 1));
    if (high < 0 || low < 0) return 0;
    out[little ? at + count - 1 - i : at + i] = high * 16 + low;
  }
  return count;
}

/**
 * Writes the bytes of a token to `out` at `at`. Returns their number, or 0 if the token does not match this
 * unit.
 */
function putToken(text: string, from: number, to: number, unit: Unit, out: Uint8Array, at: number): number {
  // the last token of a row can be shorter
  if (unit.radix === 16) return putHex(text, from, to, unit, out, at);
  const value = numberAt(text, from, to, unit);
  if (Number.isNaN(value)) return 0;
  for (let i = 0; i < unit.size; i++) out[at + i] = value >> (8 * i);
  return unit.size;
}

function isJoint(text: string, at: number): boolean {
  return (
    text.charCodeAt(at) === MINUS &&
    hexValue(text.charCodeAt(at + 1)) >= 0 &&
    !isBlank(text.charCodeAt(at - 1))
  );
}

/** The start of the next token: after blanks, or after a minus that joins it to the previous one. */
function skipGap(text: string, at: number, to: number): number {
  let place = at < to && isJoint(text, at) ? at + 1 : at;
  while (place < to && isBlank(text.charCodeAt(place))) place++;
  return place;
}

/**
 * Reads the tokens of a row from `body` into `out` until something is not a token, `most` bytes are read, or
 * `to` is reached. A last word that counts only in part is cut to `most`. `out` must have room for `most`
 * bytes and one token.
 */
export function readUnits(
  text: string,
  body: number,
  to: number,
  unit: Unit,
  most: number,
  out: Uint8Array,
): RowUnits {
  if (unit.radix === "char") return readCells(text, body, to, most, out);
  let count = 0;
  let end = body;
  for (let at = skipGap(text, body, to); at < to && count < most; at = skipGap(text, end, to)) {
    const stop = tokenEnd(text, at, to);
    const put = putToken(text, at, stop, unit, out, count);
    if (put === 0) break;
    count += put;
    end = stop;
  }
  return { count: Math.min(count, most), end };
}

/** The tokens of a row, for examining a few. */
export function rowTokens(text: string, body: number, to: number): string[] {
  return text.slice(body, Math.min(to, body + 400)).split(/[\s\u00a0│┊]+/);
}

function allMatch(tokens: readonly string[], pattern: RegExp): boolean {
  return tokens.length > 0 && tokens.every((token) => pattern.test(token));
}

/** The unit of the first tokens of several rows; `undefined` if they are not bytes. */
export function inferUnit(rows: readonly (readonly string[])[], colon: boolean): Unit | undefined {
  const first = rows.map((tokens) => (tokens[0] ?? "").replace(/^0x/i, "")).filter((token) => token !== "");
  const second = rows.map((tokens) => tokens[1] ?? "").filter((token) => token !== "");
  if (first.length === 0) return undefined;
  if (
    allMatch(first, /^[01]{8}$/) &&
    allMatch(
      second.filter(({ length }) => length === 8),
      /^[01]{8}$/,
    )
  )
    return { radix: 2, size: 1, little: false };
  if (allMatch(first, /^[0-9A-Fa-f]{2}$/) && !areDecimals(rows)) return HEX_BYTE;
  if (!colon && allMatch(first, /^[0-3][0-7]{2}$/)) return { radix: 8, size: 1, little: false };
  if (!colon && allMatch(first, /^[01][0-7]{5}$/)) return { radix: 8, size: 2, little: true };
  if (!colon && allMatch(first, /^[0-6]\d{4}$/)) return { radix: 10, size: 2, little: true };
  const size = first.reduce((longest, { length }) => Math.max(longest, length), 0) / 2;
  if ([1, 2, 3, 4, 8, 16].includes(size) && allMatch(first, /^[0-9A-Fa-f]{2,32}$/))
    return { radix: 16, size, little: !colon && size > 1 };
  if (areDecimals(rows)) return { radix: 10, size: 1, little: false };
  const words = colon ? undefined : inferDecimalWord(rows);
  return words && { radix: 10, size: words, little: true };
}

/**
 * The size of words as printed by `od -t d2`, `-t u2`, `-t d4` and `-t u4`: 8 or 4 decimal numbers fill a
 * row.
 */
function inferDecimalWord(rows: readonly (readonly string[])[]): 2 | 4 | undefined {
  const tokens = rows.flatMap((row) => row.filter((token) => token !== ""));
  const full = Math.max(...rows.map((row) => row.filter((token) => token !== "").length));
  if (full === 8) return allMatch(tokens, /^(?:-\d{1,5}|\d{1,5})$/) ? 2 : undefined;
  return full === 4 && allMatch(tokens, /^-?\d{1,10}$/) ? 4 : undefined;
}

/**
 * Tokens of one to three decimal digits that are not all two digits long, as printed by `od -t u1` and `od -t
 * d1`.
 */
function areDecimals(rows: readonly (readonly string[])[]): boolean {
  const tokens = rows.flatMap((row) => row.slice(0, 16)).filter((token) => token !== "");
  const sure = tokens.some((token) => token.length !== 2 && isDecimal(token.charCodeAt(token.length - 1)));
  return sure && allMatch(tokens, /^(?:-?\d{1,3})$/) && !allMatch(tokens, /^\d{3}$/);
}
