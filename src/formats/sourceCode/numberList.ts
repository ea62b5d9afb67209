import { byteAt } from "../../bytes/byteAt";
import type { InputProblem } from "../format";
import { STEP, type Steps } from "../pace";
import { byteSink } from "../text/byteSink";
import { hexValue, isDecimal, isSpace, isWord } from "../text/chars";
import { unescape } from "../text/escaped";
import { outOfRange, problemList, shortenedInput } from "../text/problems";

/** A list of numbers in the source text of some language, from its opening to its closing bracket. */
export interface NumberList {
  readonly from: number;
  readonly to: number;
  readonly bytes: Uint8Array;
  readonly problems: readonly InputProblem[];
  /** Values that don't fit in a byte. */
  readonly outside: number;
  /** Whether the closing bracket was found. */
  readonly closed: boolean;
}

const OPENERS = "([{";
const CLOSERS = ")]}";

interface Value {
  readonly value: number;
  readonly to: number;
}

/**
 * The end of a comment at `at` (`//` or `#` to the line end, or a C block comment); `at` itself if there is
 * none.
 */
export function skipComment(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  if (code === 0x23 || (code === 0x2f && next === 0x2f)) {
    const end = text.indexOf("\n", at);
    return end < 0 ? text.length : end;
  }
  if (code !== 0x2f || next !== 0x2a) return at;
  const end = text.indexOf("*/", at + 2);
  return end < 0 ? text.length : end + 2;
}

/** The first position from `at` that is neither white space nor in a comment. */
export function skipLayout(text: string, at: number): number {
  let place = at;
  for (;;) {
    while (place < text.length && isSpace(text.charCodeAt(place))) place++;
    const next = skipComment(text, place);
    if (next === place) return place;
    place = next;
  }
}

/** A cast before a value: `(byte)`, `(unsigned char)`. The position after it and layout. */
function skipCast(text: string, at: number): number {
  if (text.charCodeAt(at) !== 0x28) return at;
  const cast = /^\(\s*[A-Za-z][\w :.]{0,20}\)/.exec(text.slice(at, at + 26));
  return cast === null ? at : skipLayout(text, at + cast[0].length);
}

function charConstant(text: string, at: number): Value | undefined {
  if (text.charCodeAt(at) !== 0x27) return undefined;
  const escaped = text.charCodeAt(at + 1) === 0x5c;
  const end = at + text.slice(at, at + 9).indexOf("'", escaped ? 3 : 2);
  if (end <= at) return undefined;
  const { bytes } = unescape(text, at + 1, end, "byte");
  return bytes.length === 1 ? { value: byteAt(bytes, 0), to: end + 1 } : undefined;
}

const UNDERSCORE = 0x5f;

/** The radices of prefixes: 0x, 0b, 0o; &h and &b in Basic. */
const RADICES: ReadonlyMap<string, number> = new Map([
  ["0x", 16],
  ["0b", 2],
  ["0o", 8],
  ["&h", 16],
  ["&b", 2],
]);

/** 0x03, 0b11, 0o3, &H03, with `_` between digits if the language allows it. */
function readPrefixed(text: string, at: number): Value | undefined {
  const radix = RADICES.get(text.slice(at, at + 2).toLowerCase()) ?? 0;
  if (radix === 0) return undefined;
  let value = 0;
  let to = at + 2;
  for (; ; to++) {
    const digit = hexValue(text.charCodeAt(to));
    if (digit >= 0 && digit < radix) value = value * radix + digit;
    else if (text.charCodeAt(to) !== UNDERSCORE || to === at + 2) break;
  }
  return to > at + 2 ? { value, to } : undefined;
}

function plainNumber(text: string, at: number): Value | undefined {
  let to = at;
  let value = 0;
  while (isDecimal(text.charCodeAt(to))) value = value * 10 + text.charCodeAt(to++) - 0x30;
  if (to === at || to - at > 12) return undefined;
  const octal = to - at === 4 && text.charCodeAt(at) === 0x30 && /^[0-7]+$/.test(text.slice(at, to));
  return { value: octal ? Number.parseInt(text.slice(at, to), 8) : value, to };
}

/** A suffix of a number: `u8`, `UL`, `y`, `.toByte()`. */
function skipSuffix(text: string, at: number): number {
  let end = at;
  while (isWord(text.charCodeAt(end))) end++;
  if (
    text.charCodeAt(end) !== 0x2e ||
    !isWord(text.charCodeAt(end + 1)) ||
    isDecimal(text.charCodeAt(end + 1))
  )
    return end;
  end++;
  while (isWord(text.charCodeAt(end))) end++;
  return text.startsWith("()", end) ? end + 2 : end;
}

/** The key that PHP writes before an element: `0 =>`, `[0] =>`. */
const KEY = /(?:\[\s*\d{1,9}\s*\]|\d{1,9})\s*=>\s*/y;

function skipKey(text: string, at: number): number {
  KEY.lastIndex = at;
  return KEY.test(text) ? KEY.lastIndex : at;
}

function valueAt(text: string, from: number): Value | undefined {
  let at = skipCast(text, skipKey(text, from));
  const grouped = text.charCodeAt(at) === 0x28; // (byte)(0xC3)
  if (grouped) at = skipLayout(text, at + 1);
  const negative = text.charCodeAt(at) === 0x2d;
  const start = negative ? skipLayout(text, at + 1) : at;
  const found = charConstant(text, start) ?? readPrefixed(text, start) ?? plainNumber(text, start);
  if (found === undefined) return undefined;
  const end = skipSuffix(text, found.to);
  if (grouped && text.charCodeAt(end) !== 0x29) return undefined;
  return { value: negative ? -found.value : found.value, to: grouped ? end + 1 : end };
}

/** The length of an ellipsis and the text after it (`... 900 more items`); 0 if there is none. */
function ellipsis(text: string, at: number): number {
  return (
    /^(?:\.\.\.|…)(?:[^\S\n]*\d+ more (?:items?|bytes?))?/.exec(text.slice(at, at + 48))?.[0].length ?? 0
  );
}

/**
 * The list of numbers whose bracket opens at `open`: decimal, signed, 0x, 0b, 0o and octal numbers, character
 * constants, with casts, suffixes and comments. `undefined` if it contains anything else, including a nested
 * list.
 */
export function* numberList(text: string, open: number): Steps<NumberList | undefined> {
  const closer = CLOSERS.charAt(OPENERS.indexOf(text.charAt(open)));
  const sink = byteSink();
  const problems = problemList();
  let outside = 0;
  let at = skipLayout(text, open + 1);
  const finish = (to: number, closed: boolean) => ({
    from: open,
    to,
    bytes: sink.bytes(),
    problems: problems.list(),
    outside,
    closed,
  });
  let pauseAt = at + STEP;
  while (at < text.length) {
    if (at >= pauseAt) {
      yield at / text.length;
      pauseAt = at + STEP;
    }
    if (text.charAt(at) === closer) return finish(at + 1, true);
    const found = valueAt(text, at);
    const dots = found === undefined ? ellipsis(text, at) : 0;
    if (found === undefined && dots === 0)
      // cut off after a cast
      return skipCast(text, at) >= text.length ? finish(text.length, false) : undefined;
    if (found === undefined) problems.add(shortenedInput(at, at + dots));
    else sink.push(found.value);
    const to = found?.to ?? at + dots;
    if (found !== undefined && !(found.value >= -128 && found.value <= 255)) {
      outside++;
      problems.add(outOfRange(at, to));
    }
    at = skipLayout(text, to);
    if (text.charAt(at) === "," || text.charAt(at) === ";") at = skipLayout(text, at + 1);
  }
  return finish(text.length, false);
}
